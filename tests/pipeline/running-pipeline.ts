import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb'
import { onTestFinished } from 'vitest'
import { engineDeployment } from '../../infra/cli/deployment.ts'
import { listFiles } from '../../infra/cli/files.ts'
import { readResults } from '../../infra/cli/results.ts'
import { type Uploaded, uploadFiles } from '../../infra/cli/upload.ts'
import { readAssembly } from '../../infra/local/assembly.ts'
import { createClients } from '../../infra/local/clients.ts'
import { type EngineOptions, startEngine } from '../../infra/local/engine.ts'
import { synthesize } from '../../infra/local/synthesize.ts'
import { tableClientOver } from '../../shared/aws/table-client.ts'
import type { Status } from '../../shared/store/document-row.ts'
import { eventually } from '../eventually.ts'
import { type Files, temporaryFolder } from '../temporary-folder.ts'

export type Item = Record<string, unknown>

/**
 * The real app on the engine, with methods that upload files and read the tables.
 * @param atEnd is told how to stop it: by default when the test ends
 */
export async function startPipeline(
  options: Partial<EngineOptions> = {},
  atEnd: (stop: () => Promise<void>) => void = onTestFinished,
) {
  const assembly = options.assembly ?? (await readAssembly(await synthesize()))
  const logged: string[] = []
  const log = (name: string, line: string) => logged.push(`${name}: ${line}`)
  const engine = await startEngine({ assembly, log, retryDelaySeconds: 0, ...options })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= engine.stop())
  atEnd(stop)
  const deployment = engineDeployment(engine.endpoint, engine.resources.outputs)
  const clients = createClients(engine.endpoint, 'test')
  const tables = tableClientOver(clients.dynamodb)
  const settle = () => eventually(engine.isIdle)
  /** Uploads files of these names and contents as the command line does. */
  const upload = async (files: Files) => uploadFiles(await listFiles([await temporaryFolder(files)]), deployment)
  const uploadAgain = (uploaded: readonly Uploaded[]) =>
    uploadFiles(
      uploaded.map(({ file }) => file),
      deployment,
    )

  return {
    engine,
    deployment,
    clients,
    logged,
    stop,
    settle,
    upload,
    uploadAgain,
    /** Uploads files and waits until each has ended. */
    drop: async (files: Files) => {
      const uploaded = await upload(files)
      await settle()
      return readResults(uploaded, deployment)
    },
    /** All items of all tables, in the order of their keys. */
    tables: async () =>
      Object.fromEntries(
        await Promise.all(engine.resources.tables.map(async ({ name }) => [name, await itemsOf(tables, name)])),
      ) as Record<string, Item[]>,
    clear: () => Promise.all(engine.resources.tables.map(({ name, KeySchema }) => clearTable(tables, name, KeySchema))),
    restore: async (all: Readonly<Record<string, readonly Item[]>>) => {
      for (const [TableName, items] of Object.entries(all))
        for (const Item of items) await tables.send(new PutCommand({ TableName, Item }))
    },
    waitFor: (uploaded: readonly Uploaded[], status: Status) =>
      eventually(async () => (await readResults(uploaded, deployment)).every((result) => result.status === status)),
    /** Messages in every queue, dead letters included. */
    messages: () => Object.fromEntries(engine.resources.queues.map(({ name }) => [name, engine.countMessages(name)])),
  }
}

/** Times differ from run to run, and nothing else may. */
const TIMES: ReadonlySet<string> = new Set(['receivedAt', 'updatedAt', 'seenAt', 'changedAt'])

export function withoutTimes(tables: Record<string, Item[]>): unknown {
  return JSON.parse(JSON.stringify(tables, (name, value) => (TIMES.has(name) ? undefined : value)))
}

export type Pipeline = Awaited<ReturnType<typeof startPipeline>>

async function itemsOf(client: DynamoDBDocumentClient, TableName: string): Promise<Item[]> {
  const items: Item[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) items.push(...Items)
  return items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({ objectKey = '', documentId, run = 0, ordinal = 0 }: Item) =>
  `${objectKey} ${documentId} ${String(run).padStart(8, '0')} ${String(ordinal).padStart(6, '0')}`

async function clearTable(
  client: DynamoDBDocumentClient,
  TableName: string,
  schema: readonly { AttributeName: string }[],
) {
  for (const item of await itemsOf(client, TableName)) {
    const Key = Object.fromEntries(schema.map(({ AttributeName }) => [AttributeName, item[AttributeName]]))
    await client.send(new DeleteCommand({ TableName, Key }))
  }
}
