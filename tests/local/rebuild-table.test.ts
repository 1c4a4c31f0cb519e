import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provision } from '../../infra/local/provision.ts'
import { describeTable, ensureTable, isRebuilding } from '../../infra/local/rebuild-table.ts'
import type { Table } from '../../infra/local/resource-schemas.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { type Fuse, fuseIn } from '../engines/fuse.ts'

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const })
const index = (IndexName: string) => ({
  IndexName,
  KeySchema: [{ AttributeName: IndexName, KeyType: 'HASH' as const }],
  Projection: { ProjectionType: 'ALL' as const },
})

function tableOf(name: string, ...indexes: readonly string[]): Table {
  return {
    name,
    arn: name,
    AttributeDefinitions: [text('id'), ...indexes.map(text)],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: indexes.map(index),
  }
}

describe('a table that gets another index', () => {
  let engines: Engines
  let fuse: Fuse
  beforeAll(async () => {
    engines = await startEngines()
    fuse = fuseIn(engines)
  })
  afterAll(() => engines.stop())

  const start = (table: Table) =>
    provision(
      { s3: engines.s3, sqs: engines.sqs, dynamodb: engines.dynamo },
      {
        tables: [table],
        queues: [],
        buckets: [],
        functions: [],
        mappings: [],
        rules: [],
        schedules: [],
        outputs: {},
      },
    )

  let made = 0
  async function prepare() {
    made += 1
    const name = `table-${made}`
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = tableOf(name, 'old')
    const BillingMode = 'PAY_PER_REQUEST' as const
    const definition = { TableName: name, BillingMode, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes }
    await ensureTable(engines.dynamo, definition)
    for (const id of ['1', '2', '3'])
      await engines.dynamo.send(
        new PutItemCommand({ TableName: name, Item: { id: { S: id }, old: { S: id }, added: { NULL: true } } }),
      )
    return { name, table: tableOf(name, 'old', 'added') }
  }

  const rowsOf = async (TableName: string) => {
    const rows: unknown[] = []
    for await (const { Items = [] } of paginateScan({ client: engines.tables }, { TableName })) rows.push(...Items)
    return rows.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
  }

  it('keeps its rows, wherever it is stopped, without what the index cannot hold', async () => {
    const undisturbed = await prepare()
    const calls = await fuse.count(() => start(undisturbed.table))
    for (let call = 1; call <= calls; call += 1) {
      const { name, table } = await prepare()
      await fuse.blowBefore(call, () => start(table).catch(() => {}))
      await start(table)
      expect([call, await rowsOf(name)]).toEqual([call, ['1', '2', '3'].map((id) => ({ id, old: id }))])
      expect((await describeTable(engines.dynamo, name))?.GlobalSecondaryIndexes).toHaveLength(2)
      expect(await isRebuilding(engines.dynamo, name)).toBe(false)
    }
  })
})
