import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, Table, type TableProps } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import {
  BY_CODE,
  BY_DOCUMENT,
  BY_REGION_YEAR,
  BY_STATUS,
  BY_YEAR,
  BY_YEAR_CHANGE,
  BY_YEAR_MISSING,
  BY_YEAR_PUBLISHER,
  CHANGED_REPORT,
  DOCUMENT_SUMMARY,
} from '../shared/store/tables.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })
const number = (name: string) => ({ name, type: AttributeType.NUMBER })

/** The tables are the product: pay per request, point-in-time recovery for 35 days, and not deleted with the stack. */
const KEPT = {
  billingMode: BillingMode.PAY_PER_REQUEST,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies Partial<TableProps>

export class Tables extends Construct {
  /** State and facts of each document. */
  readonly documents: Table
  /** Runs that are under way. */
  readonly runs: Table
  /** Which document and run is current for each publisher and year. */
  readonly reports: Table
  /** Each figure of each document. */
  readonly indicators: Table
  /** Where figures were kept before their rows had the run in their key. Read and emptied, never filled. */
  readonly formerIndicators: Table
  /** Each object key under which a document was seen. */
  readonly sightings: Table
  /** The ledger of the crawl: portals, lists and pages, and who has published. */
  readonly coverage: Table
  /** Whose turn it is at each crawled host, and its robots.txt. */
  readonly hosts: Table

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.documents = new Table(this, 'Documents', {
      ...KEPT,
      partitionKey: text('documentId'),
    })
    this.documents.addGlobalSecondaryIndex({
      indexName: BY_YEAR_PUBLISHER,
      partitionKey: number('year'),
      sortKey: text('publisherDocument'),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['status', 'receivedAt', ...DOCUMENT_SUMMARY],
    })
    this.documents.addGlobalSecondaryIndex({
      indexName: BY_REGION_YEAR,
      partitionKey: text('regionCode'),
      sortKey: text('yearDocument'),
    })
    this.documents.addGlobalSecondaryIndex({
      indexName: BY_STATUS,
      partitionKey: text('status'),
      sortKey: text('receivedAt'),
    })
    this.runs = new Table(this, 'Runs', {
      ...KEPT,
      partitionKey: text('documentId'),
      sortKey: number('run'),
    })
    this.reports = new Table(this, 'Reports', {
      ...KEPT,
      partitionKey: text('publisherId'),
      sortKey: number('year'),
    })
    this.reports.addGlobalSecondaryIndex({
      indexName: BY_YEAR_CHANGE,
      partitionKey: number('year'),
      sortKey: text('changedAt'),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...CHANGED_REPORT],
    })
    this.indicators = new Table(this, 'Figures', {
      ...KEPT,
      partitionKey: text('documentId'),
      sortKey: text('runOrdinal'),
    })
    this.indicators.addGlobalSecondaryIndex({
      indexName: BY_CODE,
      partitionKey: text('codeYear'),
      sortKey: text('publisherDocumentOrdinal'),
    })
    // Its construct keeps its name, by which CloudFormation knows the table.
    this.formerIndicators = new Table(this, 'Indicators', {
      ...KEPT,
      partitionKey: text('documentId'),
      sortKey: number('ordinal'),
    })
    this.formerIndicators.addGlobalSecondaryIndex({
      indexName: BY_CODE,
      partitionKey: text('codeYear'),
      sortKey: text('regionDocumentOrdinal'),
    })
    this.sightings = new Table(this, 'Sightings', {
      ...KEPT,
      partitionKey: text('objectKey'),
      sortKey: text('documentId'),
    })
    this.sightings.addGlobalSecondaryIndex({
      indexName: BY_DOCUMENT,
      partitionKey: text('documentId'),
      sortKey: text('objectKey'),
    })
    this.coverage = new Table(this, 'Coverage', {
      ...KEPT,
      partitionKey: text('ownerKey'),
      sortKey: text('itemKey'),
    })
    this.coverage.addGlobalSecondaryIndex({
      indexName: BY_YEAR,
      partitionKey: number('publisherYear'),
      sortKey: text('ownerKey'),
    })
    this.coverage.addGlobalSecondaryIndex({
      indexName: BY_YEAR_MISSING,
      partitionKey: number('publisherYear'),
      sortKey: text('missingSince'),
    })
    this.hosts = new Table(this, 'Hosts', {
      ...KEPT,
      partitionKey: text('host'),
      timeToLiveAttribute: 'expiresAt',
    })
  }
}
