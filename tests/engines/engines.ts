import { randomBytes } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createClients } from '../../infra/local/clients.ts'
import { openFrontDoor } from '../../infra/local/front-door.ts'
import { ensureTable } from '../../infra/local/rebuild-table.ts'
import { startServers } from '../../infra/local/servers.ts'
import { tableClientOver } from '../../shared/aws/table-client.ts'
import type { TableName } from '../../shared/store/read-rows.ts'
import { ENDPOINT_VARIABLE } from './dynamodb-local.ts'
import { type TableDefinitions, tableDefinitions } from './table-definitions.ts'

/**
 * Buckets, queues and tables on loopback, with SDK clients for them. Call `stop` when done. The tables are in dynalite, or in
 * DynamoDB Local under `npm run test:dynamodb`.
 */
export async function startEngines() {
  const servers = await startServers()
  const door = await openFrontDoor(0, servers)
  const { s3, sqs, dynamodb: own } = createClients(door.endpoint, 'test')
  const other = process.env[ENDPOINT_VARIABLE]
  // DynamoDB Local gives each access key tables of its own, so files of tests do not meet.
  const dynamodb = other === undefined ? own : createClients(other, `test${randomBytes(8).toString('hex')}`).dynamodb
  const definitions = await tableDefinitions()
  return {
    s3,
    sqs,
    tables: tableClientOver(dynamodb),
    /** The client that `tables` uses. */
    dynamo: dynamodb,
    /** Makes a new copy of the stack's tables. Returns their names. */
    createTables: () => createTables(dynamodb, definitions),
    stop: async () => {
      for (const client of [s3, sqs, dynamodb]) client.destroy()
      await door.close()
      await servers.close()
    },
  }
}

export type Engines = Awaited<ReturnType<typeof startEngines>>

let made = 0

/** Tables as the stack defines them, so that keys and indexes are defined once. */
async function createTables(client: DynamoDBClient, definitions: TableDefinitions) {
  made += 1
  const names: Record<string, string> = {}
  for (const [name, { Properties }] of Object.entries(definitions)) {
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode } = Properties
    const TableName = `${name}-${made}`
    await ensureTable(client, { TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode })
    names[name] = TableName
  }
  return names as Record<TableName | 'formerIndicators', string>
}
