import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { buildApp } from 'fauxqs'
import type { StoredObject } from './bucket-events.ts'
import type { QueueAges } from './queue-ages.ts'
import { isTooLong, KEY_TOO_LONG, type S3Refusal } from './s3-requests.ts'
import { createTableServer } from './table-server.ts'

/** The local servers for S3, SQS and DynamoDB. */
export interface Servers {
  /** Passes a request to the server for its service. */
  dispatch(request: IncomingMessage, response: ServerResponse): void
  readonly queueAges: QueueAges
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

  const { app, queueAges, onStored, close } = await createFauxqs(dataDir)
  await app.ready()
  return {
    dispatch: (request, response) => (isDynamo(request) ? dynamo : app.server).emit('request', request, response),
    queueAges,
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
  const [{ SqsStore }, { SnsStore }, { S3Store }, { PersistenceManager }, { S3Error }] = await Promise.all(
    ['sqs/sqsStore.js', 'sns/snsStore.js', 's3/s3Store.js', 'persistence.js', 'common/errors.js'].map(
      (module) => import(new URL(module, import.meta.resolve('fauxqs')).href),
    ),
  )
  const sqsStore = new SqsStore()
  // With a host name the store would use subdomains for its queues, which not every resolver finds.
  sqsStore.host = ''
  const s3Store = new S3Store()
  const snsStore = new SnsStore()
  limitKeys(s3Store, ({ status, code, message }) => new S3Error(code, message, status))
  if (dataDir === undefined) return fauxqs({ sqsStore, snsStore, s3Store }, () => {})

  const persistence = new PersistenceManager(dataDir)
  // Its journal survives the end of the process as it is. To wait for the disk at each message would hold up all other requests.
  persistence.db.exec('PRAGMA synchronous = NORMAL')
  // In this order: a store with persistence would delete the messages of each queue that it loads.
  persistence.load(sqsStore, snsStore, s3Store)
  // Functions that had received a message no longer run.
  for (const queue of sqsStore.allQueues())
    for (const handle of [...queue.inflightMessages.keys()]) queue.changeVisibility(handle, 0)
  for (const store of [sqsStore, snsStore, s3Store, ...sqsStore.allQueues()]) store.persistence = persistence
  return fauxqs({ sqsStore, snsStore, s3Store }, () => persistence.close())
}

type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>

function fauxqs(stores: Stores, closeStores: () => void) {
  const app = buildApp({ logger: false, stores })
  const close = async () => {
    await app.close()
    closeStores()
  }
  return { app, queueAges: () => queueAgesOf(stores.sqsStore), onStored: watch(stores.s3Store), close }
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

function queueAgesOf(store: Stores['sqsStore']): Record<string, number> {
  const now = Date.now()
  const ages: Record<string, number> = {}
  for (const { name, messages, delayedMessages, fifoMessages, inflightMessages } of store.allQueues()) {
    const waiting = [...messages, ...delayedMessages, ...[...fifoMessages.values()].flat()]
    const held = [...waiting, ...[...inflightMessages.values()].map(({ message }) => message)]
    // Not by spreading them into `Math.min`: a queue may have more messages than a call can have arguments.
    const oldest = held.reduce((first, { sentTimestamp }) => Math.min(first, sentTimestamp), now)
    if (held.length > 0) ages[name] = Math.round((now - oldest) / 1000)
  }
  return ages
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
