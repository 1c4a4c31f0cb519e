import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { buildApp } from 'fauxqs'
import type { StoredObject } from './bucket-events.ts'
import type { QueueServer } from './queues.ts'
import { isTooLong, KEY_TOO_LONG, type S3Refusal } from './s3-requests.ts'
import { createTableServer } from './table-server.ts'

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
 */
export async function startServers(dataDir?: string): Promise<Servers> {
  const dynamo = createTableServer(dataDir === undefined ? undefined : join(dataDir, 'tables'))
  // dynalite closes its store only when its server closes, so the server must listen. Nothing uses this port.
  await new Promise<void>((resolve, reject) => dynamo.once('error', reject).listen(0, '127.0.0.1', resolve))

  const { app, queueServer, onStored, close } = await createFauxqs(dataDir)
  await app.ready()
  return {
    dispatch: (request, response) => (isDynamo(request) ? dynamo : app.server).emit('request', request, response),
    queueServer,
    onStored,
    close: async () => {
      await close()
      await closeServer(dynamo)
    },
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
  const stores = { sqsStore, snsStore, s3Store }
  const persistence = dataDir === undefined ? null : new PersistenceManager(dataDir)
  // Its journal survives the end of the process as it is. To wait for the disk at each message would hold up all other requests.
  persistence?.db.exec('PRAGMA synchronous = NORMAL')
  if (persistence !== null) keepIn(persistence, stores)
  const app = buildApp({ logger: false, stores })
  const queueServer: QueueServer = {
    store: sqsStore,
    send: (request) => sendMessage(request, sqsStore),
    receive: (request) => receiveMessage(request, sqsStore),
  }
  const close = async () => {
    await app.close()
    persistence?.close()
  }
  return { app, queueServer, onStored: watch(s3Store), close }
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

/** Refuses keys that only the store sees: those of forms are in their bodies. */
function limitKeys(store: Stores['s3Store'], errorOf: (refusal: S3Refusal) => Error): void {
  const put = store.putObject.bind(store)
  store.putObject = (bucket, key, ...rest) => {
    if (isTooLong(key)) throw errorOf(KEY_TOO_LONG)
    return put(bucket, key, ...rest)
  }
}

/** Looks at the store itself: only it knows what each kind of request stores, and under which key. */
function watch(store: Stores['s3Store']): Servers['onStored'] {
  let heard: (object: StoredObject) => void = () => {}
  const put = store.putObject.bind(store)
  const complete = store.completeMultipartUpload.bind(store)
  // Private in its types, and nothing else tells the bucket of an upload that an earlier start began.
  const uploads = (store as unknown as { multipartUploads: ReadonlyMap<string, { bucket: string }> }).multipartUploads
  store.putObject = (bucket, ...rest) => {
    const object = put(bucket, ...rest)
    heard({ bucket, key: object.key, etag: object.etag, size: object.contentLength, reason: 'PutObject' })
    return object
  }
  store.completeMultipartUpload = (uploadId, parts) => {
    const bucket = uploads.get(uploadId)?.bucket ?? ''
    const object = complete(uploadId, parts)
    heard({ bucket, key: object.key, etag: object.etag, size: object.contentLength, reason: 'CompleteMultipartUpload' })
    return object
  }
  return (listener) => {
    heard = listener
  }
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
