import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb'
import { itemsOf, type OnUnreadable, readRows, refuseUnreadable } from './read-rows.ts'
import { conditional, request } from './request.ts'
import { type Sighting, sightingRows } from './sighting-row.ts'
import { BY_DOCUMENT } from './tables.ts'

/**
 * The sightings table: which keys of the bucket hold, or held, which document.
 * @example
 * const sightings = new SightingStore(makeTableClient(), 'sightings')
 * const names = (await sightings.ofDocument(documentId)).map(({ objectKey }) => objectKey)
 */
export class SightingStore {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #onUnreadable: OnUnreadable

  /** @param onUnreadable hears of each row that a list leaves out; by default it ends the reading */
  constructor(client: DynamoDBDocumentClient, table: string, onUnreadable: OnUnreadable = refuseUnreadable) {
    this.#client = client
    this.#table = table
    this.#onUnreadable = onUnreadable
  }

  /** Keeps the newest sighting of these bytes under this key, whatever the order in which events come. */
  async record(sighting: Sighting): Promise<void> {
    await conditional(
      `record sighting ${sighting.objectKey}`,
      this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: sighting,
          ConditionExpression: 'attribute_not_exists(objectKey) OR seenAt < :seenAt',
          ExpressionAttributeValues: { ':seenAt': sighting.seenAt },
        }),
      ),
    )
  }

  async remove(objectKey: string, documentId: string): Promise<void> {
    await request(
      `remove sighting ${objectKey}`,
      this.#client.send(new DeleteCommand({ TableName: this.#table, Key: { objectKey, documentId } })),
    )
  }

  /** Every key that a document was seen under. */
  async ofDocument(documentId: string): Promise<Sighting[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: BY_DOCUMENT,
        KeyConditionExpression: 'documentId = :documentId',
        ExpressionAttributeValues: { ':documentId': documentId },
      },
    )
    return readRows(sightingRows, await itemsOf(pages), this.#onUnreadable)
  }

  /** Everything ever seen under a key: one entry a version of its bytes. */
  async underKey(objectKey: string): Promise<Sighting[]> {
    const { Items = [] } = await request(
      `find sightings of ${objectKey}`,
      this.#client.send(
        new QueryCommand({
          TableName: this.#table,
          KeyConditionExpression: 'objectKey = :objectKey',
          ExpressionAttributeValues: { ':objectKey': objectKey },
          ConsistentRead: true,
        }),
      ),
    )
    return readRows(sightingRows, Items, this.#onUnreadable)
  }
}
