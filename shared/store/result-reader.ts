import { type DynamoDBDocumentClient, paginateQuery, paginateScan, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { completeRuns } from './complete-runs.ts'
import type { DocumentRow, Status } from './document-row.ts'
import { DocumentStore } from './document-store.ts'
import type { IndicatorRow } from './indicator-row.ts'
import { BY_CODE, BY_REGION_YEAR, BY_STATUS, codeYearOf, yearDocumentOf } from './tables.ts'

/** The rows of a document were replaced by a newer run's while they were being read; reading again gives the newer. */
class RewrittenMeanwhile extends Error {
  override readonly name = 'RewrittenMeanwhile'

  constructor(documentId: string) {
    super(`The rows of document ${documentId} are being replaced by a newer parser's; read them again.`)
  }
}

/** Reads results. Only rows of a COMPLETE document's own run are results, so no reader meets two runs of one document. */
export class ResultReader {
  readonly #client: DynamoDBDocumentClient
  readonly #documentsTable: string
  readonly #indicatorsTable: string
  readonly #documents: DocumentStore

  constructor(client: DynamoDBDocumentClient, tables: { documents: string; indicators: string }) {
    this.#client = client
    this.#documentsTable = tables.documents
    this.#indicatorsTable = tables.indicators
    this.#documents = new DocumentStore(client, tables.documents)
  }

  document(documentId: string): Promise<DocumentRow | null> {
    return this.#documents.get(documentId)
  }

  /** Every document, in no order. */
  async documents(): Promise<DocumentRow[]> {
    const rows: DocumentRow[] = []
    for await (const { Items = [] } of paginateScan({ client: this.#client }, { TableName: this.#documentsTable }))
      rows.push(...(Items as DocumentRow[]))
    return rows
  }

  /**
   * The figures of a document in the order of its text; none unless it is COMPLETE.
   * @throws {RewrittenMeanwhile}
   */
  async indicatorsOf({ documentId, status, run, indicatorCount }: DocumentRow): Promise<IndicatorRow[]> {
    if (status !== 'COMPLETE') return []
    const rows = await this.#query<IndicatorRow>(this.#indicatorsTable, {
      KeyConditionExpression: 'documentId = :documentId',
      ExpressionAttributeValues: { ':documentId': documentId },
      ConsistentRead: true,
    })
    const ofRun = rows.filter((row) => row.run === run)
    if (ofRun.length !== indicatorCount) throw new RewrittenMeanwhile(documentId)
    return ofRun
  }

  /**
   * The figures of a code in a year, by region.
   * @param regionPrefix a region code or its beginning: 44 for a province, 4401 for a city; '' for every place
   */
  async indicatorsByCode(code: string, year: number, regionPrefix = ''): Promise<IndicatorRow[]> {
    const within = regionPrefix === '' ? '' : ' AND begins_with(regionDocumentOrdinal, :region)'
    const rows = await this.#query<IndicatorRow>(this.#indicatorsTable, {
      IndexName: BY_CODE,
      KeyConditionExpression: `codeYear = :codeYear${within}`,
      ExpressionAttributeValues: {
        ':codeYear': codeYearOf(code, year),
        ...(regionPrefix === '' ? {} : { ':region': regionPrefix }),
      },
    })
    const ids = new Set(rows.map(({ documentId }) => documentId))
    const runs = await completeRuns(this.#client, this.#documentsTable, ids)
    return rows.filter(({ documentId, run }) => runs.get(documentId) === run)
  }

  /** Documents of a place, by year. */
  documentsOf(regionCode: string, year: number | null = null): Promise<DocumentRow[]> {
    const inYear = year === null ? '' : ' AND begins_with(yearDocument, :year)'
    return this.#query<DocumentRow>(this.#documentsTable, {
      IndexName: BY_REGION_YEAR,
      KeyConditionExpression: `regionCode = :region${inYear}`,
      ExpressionAttributeValues: {
        ':region': regionCode,
        ...(year === null ? {} : { ':year': yearDocumentOf(year, '') }),
      },
    })
  }

  /** Documents of a status, the first received first. */
  documentsIn(status: Status): Promise<DocumentRow[]> {
    return this.#query<DocumentRow>(this.#documentsTable, {
      IndexName: BY_STATUS,
      KeyConditionExpression: '#status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status },
    })
  }

  async #query<Row>(table: string, query: Omit<QueryCommandInput, 'TableName'>): Promise<Row[]> {
    const rows: Row[] = []
    for await (const { Items = [] } of paginateQuery({ client: this.#client }, { TableName: table, ...query }))
      rows.push(...(Items as Row[]))
    return rows
  }
}
