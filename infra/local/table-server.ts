import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import dynalite from 'dynalite'
import stores, { type Database, type LevelIterator } from 'dynalite/db/index.js'
import { closeServer } from './close-server.ts'
import { DataFolderError } from './data-folder.ts'

/**
 * Files of LevelDB that are open at a time, the fewest that it takes. Each is mapped into memory with up to 2 MB; by default a thousand
 * are.
 */
const MAX_OPEN_FILES = 74

/** DynamoDB takes no more in a request. */
const MAX_REQUEST_BYTES = 16 * 1024 * 1024

const MAX_BLANKS = 100
const OBJECT = /^\s*\{/

let opening: Promise<void> = Promise.resolve()

const { create } = stores
stores.create = (options) => {
  const store = create(options)
  const { db } = store
  db.keys = closedByReturn(db.keys.bind(db))
  db.values = closedByReturn(db.values.bind(db))
  db.get = readAtOnce(db)
  for (const write of ['put', 'del', 'batch'] as const) db[write] = told(db[write].bind(db))
  // Before it opens by itself, with defaults.
  opening = db.open({ maxOpenFiles: MAX_OPEN_FILES })
  return store
}

/**
 * dynalite ends each iteration with `return`, which the iterators of its LevelDB no longer have: they stayed open, and with them the
 * part of the database that was current when they began.
 */
function closedByReturn<Args extends unknown[]>(iterate: (...args: Args) => LevelIterator) {
  return (...args: Args) => {
    const iterator = iterate(...args)
    return Object.assign(iterator, { return: () => iterator.close() })
  }
}

/**
 * LevelDB has a value in microseconds. By the other threads that dynalite goes over, a read takes a millisecond of a busy machine, and each
 * request reads its table's definition too.
 */
function readAtOnce(db: Database): Database['get'] {
  const readLater = db.get.bind(db)
  return (key, done) => {
    // A read from before it was open comes again, without a callback.
    if (db.status !== 'open' || typeof done !== 'function') return readLater(key, done)
    try {
      const value = db.getSync(key)
      queueMicrotask(() => done(null, value))
    } catch (error) {
      queueMicrotask(() => done(error as Error))
    }
  }
}

/**
 * After a write that failed, LevelDB may lose what is written next. dynalite throws the error, which ends the process: the next start has
 * everything that was answered for.
 */
function told(write: Database['put']): Database['put'] {
  return (...args) => {
    const done = args.at(-1)
    if (typeof done !== 'function') return write(...args)
    return write(...args.slice(0, -1), (error: unknown) => done(error ? new DataFolderError('tables', error) : null))
  }
}

/** A server with the DynamoDB API. */
export interface TableServer {
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>
  close(): Promise<void>
}

/**
 * @param path folder for its tables; without one they are in memory
 * @throws {DataFolderError} if the folder is damaged
 */
export async function startTableServer(path: string | undefined): Promise<TableServer> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, ...(path !== undefined && { path }) })
  try {
    await opening
  } catch (error) {
    throw new DataFolderError(path ?? 'memory', (error as Error).cause ?? error)
  }
  // dynalite closes its store only when its server closes, so the server must listen. Nothing uses this port.
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    serve: async (request, response) => {
      const body = await bodyOf(request)
      // Half a request, whose sender has gone: dynalite would throw.
      if (body === null) return void response.destroy()
      // Nor does it look whether it was sent an object, and reads attributes of `null`.
      if (body.length > 0 && !OBJECT.test(body.toString('latin1', 0, MAX_BLANKS))) return void refuse(response)
      const { method, url, headers } = request
      server.emit('request', Object.assign(Readable.from([body]), { method, url, headers }), response)
    },
    close: () => closeServer(server),
  }
}

function refuse(response: ServerResponse): void {
  const answer = JSON.stringify({ __type: 'com.amazon.coral.service#SerializationException' })
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(answer)
}

/** Null if it is cut off, or more than DynamoDB takes. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of request) {
      size += part.length
      if (size > MAX_REQUEST_BYTES) return null
      parts.push(part)
    }
  } catch {
    return null
  }
  return Buffer.concat(parts)
}
