import { setTimeout as sleep } from 'node:timers/promises'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  PutItemCommand,
  paginateScan,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb'

export type TableDefinition = CreateTableCommandInput & { readonly TableName: string }

/** How often a table is asked whether it is made or gone. */
const POLL_MS = 20
/** Of the table that holds the rows meanwhile. */
const COPY_SUFFIX = '.copy'

/**
 * Gives a table the indexes of its definition. The local server cannot add one, so the rows go to a copy and back. Stopped
 * anywhere, the next start goes on: while the former table is whole it has all rows, and from then on the copy has.
 * @param former the table as it is, with other indexes; null if a rebuilding has come further
 */
export async function rebuildTable(
  client: DynamoDBClient,
  definition: TableDefinition,
  former: TableDescription | null,
): Promise<void> {
  const { TableName, AttributeDefinitions = [], KeySchema = [] } = definition
  const copy = copyOf(TableName)
  if (former !== null) {
    await removeTable(client, copy)
    const isKey = (name: string | undefined) => KeySchema.some(({ AttributeName }) => AttributeName === name)
    await ensureTable(client, {
      TableName: copy,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: AttributeDefinitions.filter(({ AttributeName }) => isKey(AttributeName)),
      KeySchema,
    })
    await copyRows(client, TableName, { ...definition, TableName: copy })
  }
  const now = await describeTable(client, TableName)
  if (former !== null || now?.TableStatus === 'DELETING') await removeTable(client, TableName)
  await ensureTable(client, definition)
  await copyRows(client, copy, definition)
  await removeTable(client, copy)
}

/** Whether a rebuilding of the table was stopped. */
export async function isRebuilding(client: DynamoDBClient, tableName: string): Promise<boolean> {
  return (await describeTable(client, copyOf(tableName))) !== null
}

/** Creates a table that is not there, and returns when it takes rows: a busy server answers before it does. */
export async function ensureTable(client: DynamoDBClient, definition: TableDefinition): Promise<void> {
  const { TableName } = definition
  if ((await describeTable(client, TableName)) === null) await client.send(new CreateTableCommand(definition))
  while ((await describeTable(client, TableName))?.TableStatus !== 'ACTIVE') await sleep(POLL_MS)
}

/** Null if there is no such table. */
export async function describeTable(client: DynamoDBClient, TableName: string): Promise<TableDescription | null> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }))
    return Table ?? null
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null
    throw error
  }
}

function copyOf(tableName: string): string {
  return `${tableName}${COPY_SUFFIX}`
}

async function copyRows(
  client: DynamoDBClient,
  from: string,
  { TableName, AttributeDefinitions = [] }: TableDefinition,
) {
  const keys = new Set(AttributeDefinitions.map(({ AttributeName }) => AttributeName))
  for await (const { Items = [] } of paginateScan({ client }, { TableName: from }))
    for (const item of Items) {
      // A key of an index has its type or is absent.
      const Item = Object.fromEntries(Object.entries(item).filter(([name, { NULL }]) => !(NULL && keys.has(name))))
      await client.send(new PutItemCommand({ TableName, Item }))
    }
}

async function removeTable(client: DynamoDBClient, TableName: string): Promise<void> {
  if ((await describeTable(client, TableName)) === null) return
  await client.send(new DeleteTableCommand({ TableName }))
  while ((await describeTable(client, TableName)) !== null) await sleep(POLL_MS)
}
