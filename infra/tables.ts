import { type IResource, RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  type GlobalSecondaryIndexProps,
  type ITable,
  ProjectionType,
  Table,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import {
  BY_CODE,
  BY_DOCUMENT,
  BY_STATUS,
  BY_YEAR,
  BY_YEAR_CHANGE,
  BY_YEAR_MISSING,
  BY_YEAR_PUBLISHER,
  CHANGED_REPORT,
  DOCUMENT_SUMMARY,
} from '../shared/store/tables.ts'
import { indexesAtStep } from './index-steps.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })
const number = (name: string) => ({ name, type: AttributeType.NUMBER })

/** The tables are the product: pay per request, point-in-time recovery for 35 days, and not deleted with the stack. */
const KEPT = {
  billingMode: BillingMode.PAY_PER_REQUEST,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies Partial<TableProps>

interface Definition extends Pick<TableProps, 'partitionKey' | 'sortKey' | 'timeToLiveAttribute'> {
  /** Construct ID, by which CloudFormation knows the table. */
  readonly id: string
  readonly indexes?: readonly GlobalSecondaryIndexProps[]
  /** Those of version 0.1, if they were others. */
  readonly formerIndexes?: readonly GlobalSecondaryIndexProps[]
}

/** DynamoDB takes at most 20 attributes for an index beside the keys, and 100 for all indexes of a table. */
const listOf = (...attributes: readonly string[]) => ({
  projectionType: ProjectionType.INCLUDE,
  nonKeyAttributes: [...attributes, ...DOCUMENT_SUMMARY],
})

const DEFINITIONS = {
  /** State and facts of each document. */
  documents: {
    id: 'Documents',
    partitionKey: text('documentId'),
    indexes: [
      {
        indexName: BY_YEAR_PUBLISHER,
        partitionKey: number('year'),
        sortKey: text('publisherDocument'),
        ...listOf('status', 'receivedAt'),
      },
      {
        indexName: BY_STATUS,
        partitionKey: text('status'),
        sortKey: text('receivedAt'),
        ...listOf('year', 'publisherId'),
      },
    ],
    formerIndexes: [
      { indexName: 'byRegionYear', partitionKey: text('regionCode'), sortKey: text('yearDocument') },
      { indexName: BY_STATUS, partitionKey: text('status'), sortKey: text('receivedAt') },
    ],
  },
  /** Runs that are under way. */
  runs: { id: 'Runs', partitionKey: text('documentId'), sortKey: number('run') },
  /** Which document and run is current for each publisher and year. */
  reports: {
    id: 'Reports',
    partitionKey: text('publisherId'),
    sortKey: number('year'),
    indexes: [
      {
        indexName: BY_YEAR_CHANGE,
        partitionKey: number('year'),
        sortKey: text('changedAt'),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...CHANGED_REPORT],
      },
    ],
  },
  /** Each figure of each document. */
  indicators: {
    id: 'Figures',
    partitionKey: text('documentId'),
    sortKey: text('runOrdinal'),
    indexes: [{ indexName: BY_CODE, partitionKey: text('codeYear'), sortKey: text('publisherDocumentOrdinal') }],
  },
  /** Where figures were kept before their rows had the run in their key. Read and emptied, never filled. */
  formerIndicators: {
    id: 'Indicators',
    partitionKey: text('documentId'),
    sortKey: number('ordinal'),
    indexes: [{ indexName: BY_CODE, partitionKey: text('codeYear'), sortKey: text('regionDocumentOrdinal') }],
  },
  /** Each object key under which a document was seen. */
  sightings: {
    id: 'Sightings',
    partitionKey: text('objectKey'),
    sortKey: text('documentId'),
    indexes: [{ indexName: BY_DOCUMENT, partitionKey: text('documentId'), sortKey: text('objectKey') }],
  },
  /** The ledger of the crawl: portals, lists and pages, and who has published. */
  coverage: {
    id: 'Coverage',
    partitionKey: text('ownerKey'),
    sortKey: text('itemKey'),
    indexes: [
      { indexName: BY_YEAR, partitionKey: number('publisherYear'), sortKey: text('ownerKey') },
      { indexName: BY_YEAR_MISSING, partitionKey: number('publisherYear'), sortKey: text('missingSince') },
    ],
    formerIndexes: [],
  },
  /** Whose turn it is at each crawled host, and its robots.txt. */
  hosts: { id: 'Hosts', partitionKey: text('host'), timeToLiveAttribute: 'expiresAt' },
} as const satisfies Record<string, Definition>

/** What the constructs need of a table, be it made or found. */
export interface TableRef extends IResource, Pick<ITable, 'tableName' | 'tableArn'> {}

export type TableName = keyof typeof DEFINITIONS
export const TABLE_NAMES = Object.keys(DEFINITIONS) as readonly TableName[]

/** Names of tables that are there already, from a stack that was deleted or from a backup. */
export type ExistingTables = Readonly<Partial<Record<TableName, string>>>

export class Tables extends Construct implements Readonly<Record<TableName, TableRef>> {
  readonly documents: TableRef
  readonly runs: TableRef
  readonly reports: TableRef
  readonly indicators: TableRef
  readonly formerIndicators: TableRef
  readonly sightings: TableRef
  readonly coverage: TableRef
  readonly hosts: TableRef

  /**
   * @param existing these are used as they are, the others are made
   * @param indexStep how many indexes a table of version 0.1 has changed; null for all
   */
  constructor(scope: Construct, id: string, existing: ExistingTables = {}, indexStep: number | null = null) {
    super(scope, id)
    const table = (name: TableName) => tableOf(this, DEFINITIONS[name], existing[name], indexStep)
    this.documents = table('documents')
    this.runs = table('runs')
    this.reports = table('reports')
    this.indicators = table('indicators')
    this.formerIndicators = table('formerIndicators')
    this.sightings = table('sightings')
    this.coverage = table('coverage')
    this.hosts = table('hosts')
  }
}

/** Names of a table's indexes. */
export function indexesOf(name: TableName): readonly string[] {
  const { indexes = [] }: Definition = DEFINITIONS[name]
  return indexes.map(({ indexName }) => indexName)
}

function tableOf(
  scope: Construct,
  { id, indexes = [], formerIndexes = indexes, ...keys }: Definition,
  existing: string | undefined,
  indexStep: number | null,
): TableRef {
  if (existing !== undefined) return Table.fromTableName(scope, id, existing)
  const table = new Table(scope, id, { ...KEPT, ...keys })
  const wanted = indexStep === null ? indexes : indexesAtStep(indexStep, formerIndexes, indexes)
  for (const index of wanted) table.addGlobalSecondaryIndex(index)
  return table
}
