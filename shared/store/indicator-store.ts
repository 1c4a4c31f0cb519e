import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import { inParallel, Limiter } from './in-parallel.ts'
import { type IndicatorRow, indicatorKeys, indicatorRows } from './indicator-row.ts'
import { itemsOf, readRow } from './read-rows.ts'
import { request } from './request.ts'
import { runPrefixOf } from './tables.ts'

/** Enough to hide the round trip. All that a function writes at a time, for however many documents, shares them. */
const PARALLEL_WRITES = 50

/**
 * The indicators table. A run's rows have keys of their own, so that they are written beside those that readers see.
 * @example
 * const indicators = new IndicatorStore(makeTableClient(), 'indicators')
 * await indicators.put(rowsOf(chunk))
 * await indicators.removeBefore(chunk.documentId, chunk.run)
 */
export class IndicatorStore {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #writes = new Limiter(PARALLEL_WRITES)

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client
    this.#table = table
  }

  /** The same rows of the same run may be written again. */
  async put(rows: readonly IndicatorRow[]): Promise<void> {
    await this.#inTurn(rows, (row) =>
      request(
        `write row ${row.ordinal} of document ${row.documentId}`,
        this.#client.send(new PutCommand({ TableName: this.#table, Item: row })),
      ),
    )
  }

  /** The rows of a run that are written, in the order of the text. */
  async ofRun(documentId: string, run: number): Promise<IndicatorRow[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'documentId = :documentId AND begins_with(runOrdinal, :run)',
        ExpressionAttributeValues: { ':documentId': documentId, ':run': runPrefixOf(run) },
        ConsistentRead: true,
      },
    )
    const items = await request(`read run ${run} of document ${documentId}`, itemsOf(pages))
    return items.map((item) => readRow(indicatorRows, item))
  }

  /** Removes the rows of a document's runs below a number. */
  async removeBefore(documentId: string, run: number): Promise<void> {
    const keys = await request(`find older rows of ${documentId}`, this.#keysBefore(documentId, run))
    await this.#inTurn(keys, (runOrdinal) =>
      request(
        `remove row ${runOrdinal} of document ${documentId}`,
        this.#client.send(new DeleteCommand({ TableName: this.#table, Key: { documentId, runOrdinal } })),
      ),
    )
  }

  async #inTurn<T>(items: readonly T[], write: (item: T) => Promise<unknown>): Promise<void> {
    await inParallel(PARALLEL_WRITES, items, async (item) => {
      await this.#writes.run(() => write(item))
    })
  }

  async #keysBefore(documentId: string, run: number): Promise<string[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'documentId = :documentId AND runOrdinal < :run',
        ExpressionAttributeValues: { ':documentId': documentId, ':run': runPrefixOf(run) },
        ProjectionExpression: 'runOrdinal',
        ConsistentRead: true,
      },
    )
    return (await itemsOf(pages)).map((item) => readRow(indicatorKeys, item).runOrdinal)
  }
}
