import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { documentRuns } from './document-row.ts'
import { type OnUnreadable, readRows } from './read-rows.ts'
import { request } from './request.ts'

/** DynamoDB's limit for one BatchGetItem. */
const MAX_KEYS = 100

/** Keys that DynamoDB did not come to, as it gives them back. */
const unprocessedKeys = v.optional(v.array(v.object({ documentId: v.string() })), [])

export interface ShownRun {
  readonly run: number
  /** ISO time since which the document shows it, or later. */
  readonly updatedAt: string
}

/** Of the given documents, those that are COMPLETE, each with the run that it shows. */
export async function shownRuns(
  client: DynamoDBDocumentClient,
  table: string,
  documentIds: ReadonlySet<string>,
  onUnreadable: OnUnreadable,
): Promise<Map<string, ShownRun>> {
  const runs = new Map<string, ShownRun>()
  let keys = [...documentIds].map((documentId) => ({ documentId }))
  while (keys.length > 0) {
    const { Responses, UnprocessedKeys } = await request(
      `look up ${keys.length} documents`,
      client.send(
        new BatchGetCommand({
          RequestItems: {
            [table]: {
              Keys: keys.slice(0, MAX_KEYS),
              ConsistentRead: true,
              ProjectionExpression: 'documentId, #run, #status, updatedAt',
              ExpressionAttributeNames: { '#run': 'run', '#status': 'status' },
            },
          },
        }),
      ),
    )
    for (const { documentId, run, status, updatedAt } of readRows(documentRuns, Responses?.[table] ?? [], onUnreadable))
      if (status === 'COMPLETE') runs.set(documentId, { run, updatedAt })
    keys = [...v.parse(unprocessedKeys, UnprocessedKeys?.[table]?.Keys), ...keys.slice(MAX_KEYS)]
  }
  return runs
}
