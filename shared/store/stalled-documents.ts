import { type DynamoDBDocumentClient, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { count, documentId, isoTime } from '../report/attributes.ts'
import { batchGet } from './batch-get.ts'
import { documentRows } from './document-row.ts'
import { type Item, type OnUnreadable, readRows, refuseUnreadable } from './read-rows.ts'
import { conditional } from './request.ts'
import { BY_STATUS } from './tables.ts'

/** Statuses of documents that wait for something. */
const unended = v.picklist(['RECEIVED', 'PARSED'])

export type UnendedStatus = v.InferOutput<typeof unended>

/** What tells whether a document stands still: no other part of its row has to be in order. */
const stalledDocuments = {
  ...documentRows,
  schema: v.pipe(
    v.object({ documentId, status: unended, run: count, updatedAt: isoTime, requeues: v.optional(count) }),
    v.readonly(),
  ),
}

const ATTRIBUTES = Object.keys(stalledDocuments.schema.pipe[0].entries)

export type StalledDocument = v.InferOutput<typeof stalledDocuments.schema>

/**
 * The documents table as the reconciler sees it: what stands still, and how often it was sent on.
 * @example
 * const stalled = new StalledDocuments(makeTableClient(), 'documents')
 * for (const row of await stalled.unchangedSince(anHourAgo, 'PARSED', 500)) await stalled.noteRequeue(row)
 */
export class StalledDocuments {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #onUnreadable: OnUnreadable
  readonly #now: () => Date

  /** @param onUnreadable hears of each row that a list leaves out; by default it ends the reading */
  constructor(
    client: DynamoDBDocumentClient,
    table: string,
    onUnreadable: OnUnreadable = refuseUnreadable,
    now: () => Date = () => new Date(),
  ) {
    this.#client = client
    this.#table = table
    this.#onUnreadable = onUnreadable
    this.#now = now
  }

  /** Up to `limit` documents of a status whose rows have not changed since `cutoff`, the longest known first. */
  async unchangedSince(cutoff: Date, status: UnendedStatus, limit: number): Promise<StalledDocument[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: BY_STATUS,
        KeyConditionExpression: '#status = :status AND receivedAt < :cutoff',
        FilterExpression: 'updatedAt < :cutoff',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status, ':cutoff': cutoff.toISOString() },
      },
    )
    const rows: StalledDocument[] = []
    for await (const { Items = [] } of pages) {
      // The index does not have all of this, and may be late.
      const keys = Items.map(({ documentId }) => ({ documentId }))
      const items = await batchGet(this.#client, this.#table, keys.slice(0, limit - rows.length), ATTRIBUTES)
      const byId = new Map(items.map((item) => [item.documentId, item]))
      const still = keys
        .flatMap(({ documentId }): Item[] => {
          const item = byId.get(documentId)
          return item === undefined ? [] : [item]
        })
        .filter((item) => item.status === status && String(item.updatedAt) < cutoff.toISOString())
      rows.push(...readRows(stalledDocuments, still, this.#onUnreadable))
      if (rows.length >= limit) break
    }
    return rows
  }

  /** Counts a further way through the intake. False if the row has changed since it was read. */
  async noteRequeue({ documentId, updatedAt }: StalledDocument): Promise<boolean> {
    const changed = await conditional(
      `note requeue of document ${documentId}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { documentId },
          UpdateExpression: 'SET updatedAt = :now ADD requeues :one',
          ConditionExpression: 'updatedAt = :seen',
          ExpressionAttributeValues: { ':now': this.#now().toISOString(), ':one': 1, ':seen': updatedAt },
        }),
      ),
    )
    return changed !== null
  }
}
