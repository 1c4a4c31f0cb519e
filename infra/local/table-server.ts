import type { Server } from 'node:http'
import dynalite from 'dynalite'
import stores, { type Database, type LevelIterator } from 'dynalite/db/index.js'

/**
 * Files of LevelDB that are open at a time, the fewest that it takes. Each is mapped into memory with up to 2 MB; by default a thousand
 * are.
 */
const MAX_OPEN_FILES = 74

const { create } = stores
stores.create = (options) => {
  const store = create(options)
  const { db } = store
  db.keys = closedByReturn(db.keys.bind(db))
  db.values = closedByReturn(db.values.bind(db))
  db.get = readAtOnce(db)
  // Before it opens by itself, with defaults. Whoever waits for it hears of an error.
  db.open({ maxOpenFiles: MAX_OPEN_FILES }).catch(() => {})
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
 * A server with the DynamoDB API.
 * @param path folder for its tables; without one they are in memory
 */
export function createTableServer(path: string | undefined): Server {
  return dynalite({ createTableMs: 0, deleteTableMs: 0, ...(path !== undefined && { path }) })
}
