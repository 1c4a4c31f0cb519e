import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { buildApp } from 'fauxqs'
import type { StoredObject } from './bucket-events.ts'
import { DataFolderError } from './data-folder.ts'
import { guardRequests, limitKeys, listInOrder, watchObjects } from './object-server.ts'
import type { QueueServer } from './queues.ts'
import { startTableServer } from './table-server.ts'

/** The local servers for S3, SQS and DynamoDB. */
export interface Servers {
  /** Passes a request to the server for its service. */
  dispatch(request: IncomingMessage, response: ServerResponse): void
  readonly queueServer: QueueServer
  /** Calls `listener` with each object as soon as it is stored, before the request is answered. */
  onStored(listener: (object: StoredObject) => void): void
  close(): Promise<void>
}

/**
 * Starts fauxqs (S3 and SQS) and dynalite (DynamoDB) behind one front door.
 * @param dataDir folder for their data; without one the data is in memory
 * @throws {DataFolderError} if its data cannot be read
 */
export async function startServers(dataDir?: string): Promise<Servers> {
  await using started = new AsyncDisposableStack()
  const tables = await startTableServer(dataDir === undefined ? undefined : join(dataDir, 'tables'))
  started.defer(tables.close)
  const { app, queueServer, onStored, close } = await createFauxqs(dataDir)
  started.defer(close)
  await app.ready()
  const running = started.move()
  return {
    dispatch: (request, response) => {
      if (isDynamo(request)) tables.serve(request, response)
      else app.server.emit('request', request, response)
    },
    queueServer,
    onStored,
    close: () => running.disposeAsync(),
  }
}

const isDynamo = ({ headers }: IncomingMessage) => String(headers['x-amz-target']).startsWith('DynamoDB')

/**
 * `startFauxqs` keeps data on disk but listens on all interfaces. `buildApp` does not listen by itself but needs its stores.
 * This creates the stores from modules that the package does not export by name.
 */
async function createFauxqs(dataDir?: string) {
  const load = (module: string) => import(new URL(`${module}.js`, import.meta.resolve('fauxqs')).href)
  const [{ SqsStore }, { SnsStore }, { S3Store }, { PersistenceManager }, { S3Error }] = await Promise.all(
    ['sqs/sqsStore', 'sns/snsStore', 's3/s3Store', 'persistence', 'common/errors'].map(load),
  )
  const [{ sendMessage }, { receiveMessage }] = await Promise.all(
    ['sqs/actions/sendMessage', 'sqs/actions/receiveMessage'].map(load),
  )
  const sqsStore = new SqsStore()
  // With a host name the store would use subdomains for its queues, which not every resolver finds.
  sqsStore.host = ''
  const s3Store = new S3Store()
  const snsStore = new SnsStore()
  limitKeys(s3Store, ({ status, code, message }) => new S3Error(code, message, status))
  listInOrder(s3Store)
  const stores = { sqsStore, snsStore, s3Store }
  const persistence =
    dataDir === undefined
      ? null
      : opened(dataDir, () => {
          const opening = new PersistenceManager(dataDir)
          // Its journal survives the end of the process as it is. To wait for the disk at each message would hold up all other requests.
          opening.db.exec('PRAGMA synchronous = NORMAL')
          keepIn(opening, stores)
          return opening
        })
  const app = buildApp({ logger: false, stores })
  guardRequests(app)
  const queueServer: QueueServer = {
    store: sqsStore,
    send: (request) => sendMessage(request, sqsStore),
    receive: (request) => receiveMessage(request, sqsStore),
  }
  const close = async () => {
    await app.close()
    persistence?.close()
  }
  return { app, queueServer, onStored: watchObjects(s3Store), close }
}

type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>

type Persistence = NonNullable<Stores['sqsStore']['persistence']>

function keepIn(persistence: Persistence, { sqsStore, snsStore, s3Store }: Stores): void {
  // In this order: a store with persistence would delete the messages of each queue that it loads.
  persistence.load(sqsStore, snsStore, s3Store)
  // Functions that had received a message no longer run.
  for (const queue of sqsStore.allQueues())
    for (const handle of [...queue.inflightMessages.keys()]) queue.changeVisibility(handle, 0)
  for (const store of [sqsStore, snsStore, s3Store, ...sqsStore.allQueues()]) store.persistence = persistence
}

/** @throws {DataFolderError} if the folder's data cannot be read */
function opened<T>(folder: string, open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw new DataFolderError(folder, error)
  }
}
