import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { DocumentRow } from './document-row.ts'
import { request } from './request.ts'

/** DynamoDB's limit for one BatchGetItem. */
const MAX_KEYS = 100

/** Of the given documents, those that are COMPLETE, each with its run. */
export async function completeRuns(
  client: DynamoDBDocumentClient,
  table: string,
  documentIds: ReadonlySet<string>,
): Promise<Map<string, number>> {
  const runs = new Map<string, number>()
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
              ProjectionExpression: 'documentId, #run, #status',
              ExpressionAttributeNames: { '#run': 'run', '#status': 'status' },
            },
          },
        }),
      ),
    )
    for (const { documentId, run, status } of (Responses?.[table] ?? []) as DocumentRow[])
      if (status === 'COMPLETE') runs.set(documentId, run)
    const unprocessed = (UnprocessedKeys?.[table]?.Keys ?? []) as typeof keys
    keys = [...unprocessed, ...keys.slice(MAX_KEYS)]
  }
  return runs
}
