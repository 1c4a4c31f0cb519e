import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { Dispatches } from '../crawl/ports.ts'
import { batchGet } from './batch-get.ts'
import { coverageItemOf, coverageRows, DISPATCH_OWNER, walkKey } from './coverage-key.ts'
import { type Item, itemsOf, type OnUnreadable, readRows, refuseUnreadable } from './read-rows.ts'
import { conditional, request } from './request.ts'

/**
 * Which walks were sent. Their rows are on the ledger under one key, so that those of thousands of portals are read by one
 * query.
 * @example
 * const dispatches = new DispatchStore(makeTableClient(), 'coverage')
 * await dispatches.recordSent({ portalId: 'huadu', dueAt: '2026-11-26T08:00:00.000Z' })
 */
export class DispatchStore implements Dispatches {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #onUnreadable: OnUnreadable

  /** @param onUnreadable hears of each row that is passed over; by default it ends the reading */
  constructor(client: DynamoDBDocumentClient, table: string, onUnreadable: OnUnreadable = refuseUnreadable) {
    this.#client = client
    this.#table = table
    this.#onUnreadable = onUnreadable
  }

  async lastSent(): Promise<Map<string, string>> {
    const query = {
      TableName: this.#table,
      KeyConditionExpression: 'ownerKey = :owner',
      ExpressionAttributeValues: { ':owner': DISPATCH_OWNER },
      ConsistentRead: true,
    }
    const items = await request('list the walks sent', itemsOf(paginateQuery({ client: this.#client }, query)))
    return new Map(
      this.#rows(items).flatMap((row) => (row.kind === 'dispatch' ? [[row.portalId, row.dueAt] as const] : [])),
    )
  }

  async lastWalked(portalIds: readonly string[]): Promise<Map<string, string>> {
    const items = await batchGet(this.#client, this.#table, portalIds.map(walkKey))
    return new Map(
      this.#rows(items).flatMap((row) => (row.kind === 'walk' ? [[row.portalId, row.startedAt] as const] : [])),
    )
  }

  async recordSent({ portalId, dueAt }: { readonly portalId: string; readonly dueAt: string }): Promise<void> {
    const put = new PutCommand({
      TableName: this.#table,
      Item: coverageItemOf({ kind: 'dispatch', portalId, dueAt }),
      ConditionExpression: 'attribute_not_exists(dueAt) OR dueAt < :dueAt',
      ExpressionAttributeValues: { ':dueAt': dueAt },
    })
    await conditional(`record the walk of ${portalId}`, this.#client.send(put))
  }

  #rows(items: readonly Item[]) {
    return readRows(coverageRows, items, this.#onUnreadable)
  }
}
