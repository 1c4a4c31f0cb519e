import { type DynamoDBDocumentClient, paginateQuery, paginateScan, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { completeRuns } from './complete-runs.ts'
import { type DocumentRow, documentRows, type Status } from './document-row.ts'
import { DocumentStore } from './document-store.ts'
import { RowsReplacedError } from './errors.ts'
import { type IndicatorRow, indicatorRows } from './indicator-row.ts'
import { type Item, itemsOf, type OnUnreadable, readRow, readRows, refuseUnreadable } from './read-rows.ts'
import { BY_CODE, BY_REGION_YEAR, BY_STATUS, codeYearOf, yearDocumentOf } from './tables.ts'

/**
 * Reads results. Only rows of a COMPLETE document's own run are results, so no reader meets two runs of one document.
 * @example
 * const reader = new ResultReader(makeTableClient(), { documents: 'documents', indicators: 'indicators' })
 * const document = await reader.document('0123456789abcdef0123456789abcdef')
 * const figures = document === null ? [] : await reader.indicatorsOf(document)
 * const inGuangdong = await reader.indicatorsByCode('reconsideration.accepted', 2023, '44')
 */
export class ResultReader {
  readonly #client: DynamoDBDocumentClient
  readonly #documentsTable: string
  readonly #indicatorsTable: string
  readonly #documents: DocumentStore
  readonly #onUnreadable: OnUnreadable

  /** @param onUnreadable hears of each row that a list leaves out; by default it ends the reading */
  constructor(
    client: DynamoDBDocumentClient,
    tables: { documents: string; indicators: string },
    onUnreadable: OnUnreadable = refuseUnreadable,
  ) {
    this.#client = client
    this.#documentsTable = tables.documents
    this.#indicatorsTable = tables.indicators
    this.#documents = new DocumentStore(client, tables.documents)
    this.#onUnreadable = onUnreadable
  }

  /** @throws {UnreadableRowError} */
  document(documentId: string): Promise<DocumentRow | null> {
    return this.#documents.get(documentId)
  }

  /** Every document, in no order. */
  async documents(): Promise<DocumentRow[]> {
    const scan = paginateScan({ client: this.#client }, { TableName: this.#documentsTable })
    return readRows(documentRows, await itemsOf(scan), this.#onUnreadable)
  }

  /**
   * The figures of a document in the order of its text; none unless it is COMPLETE.
   * @throws {RowsReplacedError}
   * @throws {UnreadableRowError} a document's figures are given whole or not at all
   */
  async indicatorsOf(document: DocumentRow): Promise<IndicatorRow[]> {
    if (document.status !== 'COMPLETE') return []
    const { documentId, run, indicatorCount } = document
    const items = await this.#query(this.#indicatorsTable, {
      KeyConditionExpression: 'documentId = :documentId',
      ExpressionAttributeValues: { ':documentId': documentId },
      ConsistentRead: true,
    })
    const ofRun = items.filter((item) => item.run === run)
    if (ofRun.length !== indicatorCount) throw new RowsReplacedError(documentId)
    return ofRun.map((item) => readRow(indicatorRows, item))
  }

  /**
   * The figures of a code in a year, by region.
   * @param regionPrefix a region code or its beginning: 44 for a province, 4401 for a city; '' for every place
   */
  async indicatorsByCode(code: string, year: number, regionPrefix = ''): Promise<IndicatorRow[]> {
    const within = regionPrefix === '' ? '' : ' AND begins_with(regionDocumentOrdinal, :region)'
    const items = await this.#query(this.#indicatorsTable, {
      IndexName: BY_CODE,
      KeyConditionExpression: `codeYear = :codeYear${within}`,
      ExpressionAttributeValues: {
        ':codeYear': codeYearOf(code, year),
        ...(regionPrefix === '' ? {} : { ':region': regionPrefix }),
      },
    })
    const rows = readRows(indicatorRows, items, this.#onUnreadable)
    const ids = new Set(rows.map(({ documentId }) => documentId))
    const runs = await completeRuns(this.#client, this.#documentsTable, ids, this.#onUnreadable)
    return rows.filter(({ documentId, run }) => runs.get(documentId) === run)
  }

  /** Documents of a place, by year. */
  documentsOf(regionCode: string, year: number | null = null): Promise<DocumentRow[]> {
    const inYear = year === null ? '' : ' AND begins_with(yearDocument, :year)'
    return this.#documentsWhere({
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
    return this.#documentsWhere({
      IndexName: BY_STATUS,
      KeyConditionExpression: '#status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status },
    })
  }

  async #documentsWhere(query: Omit<QueryCommandInput, 'TableName'>): Promise<DocumentRow[]> {
    return readRows(documentRows, await this.#query(this.#documentsTable, query), this.#onUnreadable)
  }

  #query(table: string, query: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
    return itemsOf(paginateQuery({ client: this.#client }, { TableName: table, ...query }))
  }
}
