import type { GlobalSecondaryIndexDescription, KeySchemaElement } from '@aws-sdk/client-dynamodb'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { CreateQueueCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import type { Clients } from './clients.ts'
import { describeTable, ensureTable, isRebuilding, rebuildTable, type TableDefinition } from './rebuild-table.ts'
import type { Bucket, Queue, Table } from './resource-schemas.ts'
import type { Resources } from './resources.ts'

/** A table that an earlier version kept under another key. */
class TableOfOldShapeError extends Error {
  override readonly name = 'TableOfOldShapeError'

  constructor(table: string, kept: string, wanted: string) {
    super(
      `Table ${table} of the data folder has the key ${kept}, and this version needs ${wanted}: name another folder.`,
    )
  }
}

/**
 * Creates the queues, tables and buckets of the template that do not exist yet, and gives tables its indexes.
 * @throws {TableOfOldShapeError}
 */
export async function provision(clients: Clients, { queues, tables, buckets }: Resources): Promise<void> {
  await Promise.all([
    ...queues.map((queue) => createQueue(clients, queue)),
    ...tables.map((table) => createTable(clients, table)),
    ...buckets.map((bucket) => createBucket(clients, bucket)),
  ])
}

async function createQueue({ sqs }: Clients, queue: Queue): Promise<void> {
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({ QueueName: queue.name, ...(queue.FifoQueue && { Attributes: { FifoQueue: 'true' } }) }),
  )
  // Not part of the creation: a queue from an earlier start gets the current attributes of the template.
  const Attributes = {
    VisibilityTimeout: String(queue.VisibilityTimeout),
    MessageRetentionPeriod: String(queue.MessageRetentionPeriod),
    DelaySeconds: String(queue.DelaySeconds),
    ...(queue.RedrivePolicy && { RedrivePolicy: JSON.stringify(queue.RedrivePolicy) }),
  }
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }))
}

async function createTable({ dynamodb }: Clients, table: Table): Promise<void> {
  const { name: TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = table
  const definition: TableDefinition = {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions,
    KeySchema,
    ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
  }
  const kept = await describeTable(dynamodb, TableName)
  const keptKey = keyOf(kept?.KeySchema ?? [])
  if (kept && keptKey !== keyOf(KeySchema)) throw new TableOfOldShapeError(TableName, keptKey, keyOf(KeySchema))
  const isFormer =
    kept?.TableStatus === 'ACTIVE' &&
    indexesOf(kept.GlobalSecondaryIndexes ?? []) !== indexesOf(GlobalSecondaryIndexes ?? [])
  if (isFormer || (await isRebuilding(dynamodb, TableName)))
    await rebuildTable(dynamodb, definition, isFormer ? kept : null)
  else await ensureTable(dynamodb, definition)
}

function keyOf(schema: readonly KeySchemaElement[]): string {
  return schema.map(({ AttributeName }) => AttributeName).join(', ')
}

/** Indexes with the same keys and the same attributes are alike. */
function indexesOf(
  indexes: readonly Pick<GlobalSecondaryIndexDescription, 'IndexName' | 'KeySchema' | 'Projection'>[],
) {
  const described = indexes.map(
    ({ IndexName, KeySchema = [], Projection }) =>
      `${IndexName}: ${keyOf(KeySchema)}: ${(Projection?.NonKeyAttributes ?? []).toSorted().join(', ')}`,
  )
  return described.toSorted().join('; ')
}

async function createBucket({ s3 }: Clients, { name }: Bucket): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket: name }))
}
