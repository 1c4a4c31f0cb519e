declare module 'dynalite' {
  import type { Server } from 'node:http'

  /** A server with the DynamoDB API. It keeps its tables in LevelDB under `path`, or in memory. */
  export default function dynalite(options?: { path?: string; createTableMs?: number; deleteTableMs?: number }): Server
}
