import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import { inParallel } from './in-parallel.ts'
import { type IndicatorRow, indicatorOrdinals } from './indicator-row.ts'
import { itemsOf, readRow } from './read-rows.ts'
import { conditional, request } from './request.ts'

/** Enough to hide the round trip, few enough that ten functions at once stay far below a new table's capacity. */
const PARALLEL_WRITES = 25

/**
 * The indicators table. A row of a higher run is never overwritten by a lower one.
 * @example
 * const indicators = new IndicatorStore(makeTableClient(), 'indicators')
 * await indicators.put(rowsOf(chunk))
 * await indicators.removeLeftovers(chunk.documentId, chunk.run, chunk.indicatorCount)
 */
export class IndicatorStore {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client
    this.#table = table
  }

  async put(rows: readonly IndicatorRow[]): Promise<void> {
    await inParallel(PARALLEL_WRITES, rows, async (row) => {
      await conditional(
        `write row ${row.ordinal} of document ${row.documentId}`,
        this.#client.send(
          new PutCommand({
            TableName: this.#table,
            Item: row,
            ConditionExpression: 'attribute_not_exists(documentId) OR #run <= :run',
            ExpressionAttributeNames: { '#run': 'run' },
            ExpressionAttributeValues: { ':run': row.run },
          }),
        ),
      )
    })
  }

  /** Removes what longer, older runs left beyond the last row of this one. */
  async removeLeftovers(documentId: string, run: number, indicatorCount: number): Promise<void> {
    const ordinals = await request(`find older rows of ${documentId}`, this.#ordinalsBeyond(documentId, indicatorCount))
    await inParallel(PARALLEL_WRITES, ordinals, async (ordinal) => {
      await conditional(
        `remove row ${ordinal} of document ${documentId}`,
        this.#client.send(
          new DeleteCommand({
            TableName: this.#table,
            Key: { documentId, ordinal },
            ConditionExpression: '#run < :run',
            ExpressionAttributeNames: { '#run': 'run' },
            ExpressionAttributeValues: { ':run': run },
          }),
        ),
      )
    })
  }

  async #ordinalsBeyond(documentId: string, indicatorCount: number): Promise<number[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'documentId = :documentId AND ordinal > :count',
        ExpressionAttributeValues: { ':documentId': documentId, ':count': indicatorCount },
        ProjectionExpression: 'ordinal',
        ConsistentRead: true,
      },
    )
    return (await itemsOf(pages)).map((item) => readRow(indicatorOrdinals, item).ordinal)
  }
}
