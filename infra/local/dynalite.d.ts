declare module 'dynalite' {
  import type { Server } from 'node:http'

  /** A server with the DynamoDB API. It keeps its tables in LevelDB under `path`, or in memory. */
  export default function dynalite(options?: { path?: string; createTableMs?: number; deleteTableMs?: number }): Server
}

/** The stores of dynalite, which its server makes by `create`. */
declare module 'dynalite/db/index.js' {
  import type { Readable } from 'node:stream'

  export interface LevelIterator {
    next(): Promise<unknown>
    close(): Promise<void>
  }

  export interface Database {
    readonly status: string
    open(options: { maxOpenFiles: number }): Promise<void>
    keys(options: object): LevelIterator
    values(options: object): LevelIterator
    get(key: string, done: (error: Error | null, value?: unknown) => void): void
    getSync(key: string): unknown
    put(...args: readonly unknown[]): Promise<void>
    del(...args: readonly unknown[]): Promise<void>
    batch(...args: readonly unknown[]): Promise<void>
    createValueStream(options: object): Readable
  }

  const stores: { create(options: object): { readonly db: Database } }
  export default stores
}
