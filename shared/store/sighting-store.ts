import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb'
import type { Provenance } from '../crawl/ports.ts'
import { conditional, request } from './request.ts'
import { BY_DOCUMENT } from './tables.ts'

/** One key that a document was seen under; a document has as many as it was uploaded or crawled under names. */
export interface Sighting {
  readonly objectKey: string
  readonly documentId: string
  /** ISO time of the newest event that brought these bytes under this key. */
  readonly seenAt: string
  readonly etag: string
  readonly size: number
  /** Which version of the object holds the bytes; null in a bucket without versions. */
  readonly versionId: string | null
  /** Where the crawl found it; null for an upload. */
  readonly provenance: Provenance | null
}

export class SightingStore {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client
    this.#table = table
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
    const sightings: Sighting[] = []
    for await (const { Items = [] } of pages) sightings.push(...(Items as Sighting[]))
    return sightings
  }

  /** Everything ever seen under a key: one entry a version of its bytes. */
  async underKey(objectKey: string): Promise<Sighting[]> {
    const { Items } = await request(
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
    return (Items ?? []) as Sighting[]
  }
}
