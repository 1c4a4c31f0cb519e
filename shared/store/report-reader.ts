import { type DynamoDBDocumentClient, GetCommand, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { completeRuns } from './complete-runs.ts'
import type { DocumentRow, Status } from './document-row.ts'
import { StoreError } from './errors.ts'
import type { IndicatorRow } from './indicator-row.ts'
import { request } from './request.ts'
import { BY_CODE, BY_REGION_YEAR, BY_STATUS, codeYearOf } from './tables.ts'

export interface TableNames {
  readonly documents: string
  readonly indicators: string
}

/** Pages of an answer are checked against the documents table together. */
const PAGE_SIZE = 100

/** How often a document may be replaced while it is read before the reader gives up. */
const MAX_READS = 3

/**
 * Reads the tables so that nobody sees two runs of one document mixed: figures count only while their document is
 * COMPLETE, and only those of its run.
 */
export class ReportReader {
  readonly #client: DynamoDBDocumentClient
  readonly #tables: TableNames

  constructor(client: DynamoDBDocumentClient, tables: TableNames) {
    this.#client = client
    this.#tables = tables
  }

  async document(documentId: string): Promise<DocumentRow | null> {
    const { Item } = await request(
      `read document ${documentId}`,
      this.#client.send(
        new GetCommand({ TableName: this.#tables.documents, Key: { documentId }, ConsistentRead: true }),
      ),
    )
    return (Item as DocumentRow | undefined) ?? null
  }

  /**
   * A document's figures in the order of its text; none unless it is COMPLETE. A newer run says PARSED before it touches
   * a row, so rows read between two equal looks at the document are all of its run.
   * @throws {StoreError} where the document was replaced each time it was read
   */
  async indicatorsOf(documentId: string): Promise<IndicatorRow[]> {
    let document = await this.document(documentId)
    for (let read = 0; read < MAX_READS; read += 1) {
      if (document?.status !== 'COMPLETE') return []
      const rows = await Array.fromAsync(
        this.#query<IndicatorRow>({
          TableName: this.#tables.indicators,
          KeyConditionExpression: 'documentId = :documentId',
          ExpressionAttributeValues: { ':documentId': documentId },
          ConsistentRead: true,
        }),
      )
      const { run } = document
      document = await this.document(documentId)
      if (document?.status === 'COMPLETE' && document.run === run) return rows.flat().filter((row) => row.run === run)
    }
    throw new StoreError(`read the figures of ${documentId}`, new Error('newer runs keep replacing them'))
  }

  /**
   * A code's figures in one year, by place.
   * @param regionPrefix first digits of a region code: 44 for a province, 4401 for a city; empty for all places
   */
  async *compare(code: string, year: number, regionPrefix = ''): AsyncGenerator<IndicatorRow> {
    const byPlace = regionPrefix === '' ? '' : ' AND begins_with(regionDocumentOrdinal, :region)'
    const pages = this.#query<IndicatorRow>({
      TableName: this.#tables.indicators,
      IndexName: BY_CODE,
      KeyConditionExpression: `codeYear = :codeYear${byPlace}`,
      ExpressionAttributeValues: {
        ':codeYear': codeYearOf(code, year),
        ...(regionPrefix === '' ? {} : { ':region': regionPrefix }),
      },
      Limit: PAGE_SIZE,
    })
    for await (const rows of pages) {
      const ids = new Set(rows.map(({ documentId }) => documentId))
      const runs = await completeRuns(this.#client, this.#tables.documents, ids)
      yield* rows.filter(({ documentId, run }) => runs.get(documentId) === run)
    }
  }

  /** Documents of a place, by year. */
  async *documentsOf(regionCode: string, year: number | null = null): AsyncGenerator<DocumentRow> {
    const inYear = year === null ? '' : ' AND begins_with(yearDocument, :year)'
    const pages = this.#query<DocumentRow>({
      TableName: this.#tables.documents,
      IndexName: BY_REGION_YEAR,
      KeyConditionExpression: `regionCode = :region${inYear}`,
      ExpressionAttributeValues: { ':region': regionCode, ...(year === null ? {} : { ':year': `${year}#` }) },
    })
    for await (const rows of pages) yield* rows
  }

  /** Documents of a status, the first received first. */
  async *documentsIn(status: Status): AsyncGenerator<DocumentRow> {
    const pages = this.#query<DocumentRow>({
      TableName: this.#tables.documents,
      IndexName: BY_STATUS,
      KeyConditionExpression: '#status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status },
    })
    for await (const rows of pages) yield* rows
  }

  async *#query<Row>(input: QueryCommandInput): AsyncGenerator<Row[]> {
    try {
      for await (const { Items = [] } of paginateQuery({ client: this.#client }, input)) yield Items as Row[]
    } catch (cause) {
      throw new StoreError(`query ${input.IndexName ?? input.TableName}`, cause)
    }
  }
}
