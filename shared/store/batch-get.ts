import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { Item } from './read-rows.ts'
import { request } from './request.ts'

/** DynamoDB's limit for one BatchGetItem. */
const MAX_KEYS = 100

/** Keys that DynamoDB did not come to, as it gives them back. */
const unprocessedKeys = v.optional(v.array(v.object({ documentId: v.string() })), [])

/** Some attributes of the rows of many documents, as they are now. */
export async function batchGet(
  client: DynamoDBDocumentClient,
  table: string,
  documentIds: Iterable<string>,
  attributes: readonly string[],
): Promise<Item[]> {
  const items: Item[] = []
  let keys = [...documentIds].map((documentId) => ({ documentId }))
  while (keys.length > 0) {
    const { Responses, UnprocessedKeys } = await request(
      `look up ${keys.length} documents`,
      client.send(
        new BatchGetCommand({
          RequestItems: {
            [table]: { Keys: keys.slice(0, MAX_KEYS), ConsistentRead: true, ...projectionOf(attributes) },
          },
        }),
      ),
    )
    items.push(...(Responses?.[table] ?? []))
    keys = [...v.parse(unprocessedKeys, UnprocessedKeys?.[table]?.Keys), ...keys.slice(MAX_KEYS)]
  }
  return items
}

/** A projection to attributes of any name. */
export function projectionOf(attributes: readonly string[]) {
  return {
    ProjectionExpression: attributes.map((name) => `#${name}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
  }
}
