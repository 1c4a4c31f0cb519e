import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { PUBLISHER_STATES } from '../crawl/ledger/rows.ts'
import { projectionOf } from './batch-get.ts'
import { coverageRows, publisherOwner } from './coverage-key.ts'
import { type OnUnreadable, readRows } from './read-rows.ts'
import { request } from './request.ts'
import { BY_YEAR } from './tables.ts'

const ledgerState = v.pipe(v.object({ publisherId: v.string(), state: v.picklist(PUBLISHER_STATES) }), v.readonly())

/** What the ledger says of a publisher's report on a year, in a word. */
export type LedgerState = v.InferOutput<typeof ledgerState>

/** The state of each publisher of a year, by publisher, through the index of the ledger. A page at a time is in memory. */
export async function* ledgerStates(
  client: DynamoDBDocumentClient,
  table: string,
  { year, prefix }: { readonly year: number; readonly prefix: string },
  onUnreadable: OnUnreadable,
): AsyncGenerator<LedgerState, void, undefined> {
  const { ProjectionExpression, ExpressionAttributeNames } = projectionOf([
    'ownerKey',
    'itemKey',
    'publisherId',
    'state',
  ])
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      IndexName: BY_YEAR,
      KeyConditionExpression: 'publisherYear = :year AND begins_with(#ownerKey, :owner)',
      ProjectionExpression,
      ExpressionAttributeNames,
      ExpressionAttributeValues: { ':year': year, ':owner': publisherOwner(prefix) },
    },
  )
  for (;;) {
    const { value, done } = await request(`list states of ${year}`, pages.next())
    if (done) return
    yield* readRows({ ...coverageRows, schema: ledgerState }, value.Items ?? [], onUnreadable)
  }
}
