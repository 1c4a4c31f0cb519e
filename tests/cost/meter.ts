import { DescribeTableCommand, type DescribeTableCommandOutput, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { S3Client } from '@aws-sdk/client-s3'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { bytesOf, type Item, readUnits, writeUnits } from './dynamo-units.ts'

/** Bytes of a message that one request may have. */
const SQS_REQUEST_BYTES = 65_536

/** What a pipeline has used: units and requests by what they are for, and how often each client waited for an answer. */
export interface Usage {
  readonly writeUnits: Map<string, number>
  readUnits: number
  s3Writes: number
  s3Reads: number
  sqsRequests: number
  readonly waits: Map<string, number>
}

export function newUsage(): Usage {
  return { writeUnits: new Map(), readUnits: 0, s3Writes: 0, s3Reads: 0, sqsRequests: 0, waits: new Map() }
}

interface Command {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: every command has its own input and output
  readonly input: any
}

/** The meter's own reads, which it does not count, say so by this. Nobody else asks for it. */
const UNCOUNTED = { ReturnConsumedCapacity: 'NONE' } as const

/** Counts what three clients ask for. Before and after each write it reads the item. */
export class Meter {
  usage = newUsage()
  readonly #dynamo: DynamoDBClient
  readonly #documents: DynamoDBDocumentClient
  readonly #tables = new Map<string, NonNullable<DescribeTableCommandOutput['Table']>>()

  constructor(clients: { dynamo: DynamoDBClient; tables: DynamoDBDocumentClient; s3: S3Client; sqs: SQSClient }) {
    this.#dynamo = clients.dynamo
    this.#documents = clients.tables
    this.#around(clients.tables, (command, next) => this.#table(command, next))
    this.#around(clients.s3, async ({ name }, next) => {
      if (/^(Get|Head)/.test(name)) this.usage.s3Reads += 1
      else this.usage.s3Writes += 1
      return next()
    })
    this.#around(clients.sqs, async ({ input }, next) => {
      this.usage.sqsRequests += Math.ceil(Buffer.byteLength(input.MessageBody ?? '') / SQS_REQUEST_BYTES) || 1
      return next()
    })
  }

  // biome-ignore lint/suspicious/noExplicitAny: the stacks of three clients have three types
  #around(client: any, count: (command: Command, next: () => Promise<any>) => Promise<any>): void {
    client.middlewareStack.add(
      // biome-ignore lint/suspicious/noExplicitAny: as above
      (next: any, context: any) => (args: any) =>
        count({ name: context.commandName, input: args.input }, () => next(args)),
      { step: 'initialize', name: 'meter', priority: 'low' },
    )
  }

  async #table({ name, input }: Command, next: () => Promise<{ output: { Item?: Item; Items?: Item[] } }>) {
    if (name === 'DescribeTableCommand' || input.ReturnConsumedCapacity !== undefined) return next()
    const { TableName, Key, Item: put, ConsistentRead = false } = input
    const { KeySchema = [], GlobalSecondaryIndexes = [] } = await this.#described(TableName)
    const nameOfTable = TableName.replace(/-\d+$/, '')
    const wait = `${nameOfTable} ${name.replace(/(?:Item)?Command$/, '')}`
    this.usage.waits.set(wait, (this.usage.waits.get(wait) ?? 0) + 1)
    if (/^(Get|Query|Scan|BatchGet)/.test(name)) {
      const result = await next()
      const { Item, Items = Item === undefined ? [] : [Item] } = result.output
      const bytes = Items.reduce((sum, item) => sum + bytesOf(item), 0)
      this.usage.readUnits += readUnits(bytes, ConsistentRead)
      return result
    }
    const key = Key ?? Object.fromEntries(KeySchema.map(({ AttributeName }) => [AttributeName, put[AttributeName!]]))
    const read = async () =>
      (await this.#documents.send(new GetCommand({ TableName, Key: key, ConsistentRead: true, ...UNCOUNTED }))).Item ??
      null
    const before = await read()
    const charge = async () => {
      const { table, byIndex } = writeUnits(before, await read(), KeySchema, GlobalSecondaryIndexes)
      for (const [place, units] of [['', table] as const, ...Object.entries(byIndex)]) {
        const name = place === '' ? nameOfTable : `${nameOfTable} ${place}`
        this.usage.writeUnits.set(name, (this.usage.writeUnits.get(name) ?? 0) + units)
      }
    }
    try {
      return await next()
    } finally {
      // A write whose condition does not hold is charged, too.
      await charge()
    }
  }

  async #described(TableName: string) {
    const known = this.#tables.get(TableName)
    if (known !== undefined) return known
    const { Table } = await this.#dynamo.send(new DescribeTableCommand({ TableName }))
    this.#tables.set(TableName, Table!)
    return Table!
  }
}
