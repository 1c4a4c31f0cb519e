import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Item } from './read-rows.ts'
import { request } from './request.ts'

/** DynamoDB's limit for one BatchGetItem. */
const MAX_KEYS = 100

/**
 * Reads items by their keys, consistently, a hundred at once, until DynamoDB has come to each.
 * @param attributes which ones are wanted; all if none are named
 */
export async function batchGet(
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Item[],
  attributes: readonly string[] = [],
): Promise<Item[]> {
  const items: Item[] = []
  let rest = keys
  while (rest.length > 0) {
    const { Responses, UnprocessedKeys } = await request(
      `look up ${rest.length} rows`,
      client.send(
        new BatchGetCommand({
          RequestItems: {
            [table]: {
              Keys: rest.slice(0, MAX_KEYS) as Record<string, unknown>[],
              ConsistentRead: true,
              ...(attributes.length > 0 && projectionOf(attributes)),
            },
          },
        }),
      ),
    )
    items.push(...(Responses?.[table] ?? []))
    rest = [...(UnprocessedKeys?.[table]?.Keys ?? []), ...rest.slice(MAX_KEYS)]
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
