import { type DynamoDBDocumentClient, paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { inParallel } from './in-parallel.ts'
import { conditional } from './request.ts'

const PARALLEL_UPDATES = 25

/** Rows of the ledger as version 0.1 wrote them: what is known of a publisher and a year is in no index by year. */
export class FormerLedger {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client
    this.#table = table
  }

  /** Brings each of these rows into `byYear`. It may change meanwhile. */
  async index(): Promise<void> {
    const scan = {
      TableName: this.#table,
      FilterExpression: 'kind = :publisher AND attribute_not_exists(publisherYear)',
      ExpressionAttributeValues: { ':publisher': 'publisher' },
      ProjectionExpression: 'ownerKey, itemKey',
    }
    for await (const { Items = [] } of paginateScan({ client: this.#client }, scan))
      await inParallel(PARALLEL_UPDATES, Items, async ({ ownerKey, itemKey }) => {
        await conditional(
          `index ${ownerKey} ${itemKey}`,
          this.#client.send(
            new UpdateCommand({
              TableName: this.#table,
              Key: { ownerKey, itemKey },
              UpdateExpression: 'SET publisherYear = #year',
              ConditionExpression: 'attribute_exists(#year)',
              ExpressionAttributeNames: { '#year': 'year' },
            }),
          ),
        )
      })
  }
}
