import type { AddressInfo } from 'node:net'
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import dynalite from 'dynalite'
import { startFauxqs } from 'fauxqs'
import { Tables } from '../../infra/tables.ts'
import { tableClientOver } from '../../shared/aws/clients.ts'

const REGION = 'us-east-1'
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

/** Buckets, queues and tables on loopback, with SDK clients for them. Call `stop` when done. */
export async function startEngines() {
  const faux = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false })
  const dynamo = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  await new Promise<void>((resolve) => dynamo.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${faux.port}`
  const base = { region: REGION, credentials }
  const dynamoEndpoint = `http://127.0.0.1:${(dynamo.address() as AddressInfo).port}`
  const dynamoClient = new DynamoDBClient({ ...base, endpoint: dynamoEndpoint })
  const s3 = new S3Client({ ...base, endpoint, forcePathStyle: true })
  const sqs = new SQSClient({ ...base, endpoint })
  const tables = tableClientOver(dynamoClient)
  return {
    faux,
    s3,
    sqs,
    tables,
    /** The client under `tables`. */
    dynamo: dynamoClient,
    /** Makes a fresh copy of the stack's tables. Returns their names. */
    createTables: () => createTables(dynamoClient),
    stop: async () => {
      for (const client of [s3, sqs, dynamoClient]) client.destroy()
      await faux.stop()
      await new Promise((resolve) => dynamo.close(resolve))
    },
  }
}

export type Engines = Awaited<ReturnType<typeof startEngines>>

let made = 0

/** Tables as the stack defines them, so that keys and indexes are written down once. */
async function createTables(client: DynamoDBClient) {
  made += 1
  const names: Record<string, string> = {}
  for (const [logicalId, { Properties }] of Object.entries(tableResources())) {
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode } = Properties
    const TableName = `${logicalId.replace(/^Tables|[0-9A-F]{8}$/g, '').toLowerCase()}-${made}`
    await client.send(
      new CreateTableCommand({ TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode }),
    )
    names[TableName.split('-')[0]!] = TableName
  }
  return names as Record<'documents' | 'indicators' | 'sightings' | 'coverage' | 'hosts', string>
}

type TableResources = Record<string, { Properties: CreateTableCommandInput }>

let synthesized: TableResources | null = null

function tableResources(): TableResources {
  if (synthesized === null) {
    const stack = new Stack()
    new Tables(stack, 'Tables')
    synthesized = Template.fromStack(stack).findResources('AWS::DynamoDB::Table') as TableResources
  }
  return synthesized
}
