import { DuckDBInstance, type JS } from '@duckdb/node-api'

/** Runs statements of SQL in a database of its own. Returns the rows of the last one, lists as arrays and whole numbers as numbers. */
export async function query(sql: string): Promise<Record<string, unknown>[]> {
  const database = await DuckDBInstance.create(':memory:')
  const connection = await database.connect()
  try {
    const reader = await connection.runAndReadAll(sql)
    return reader.getRowObjectsJS().map(plain)
  } finally {
    connection.closeSync()
    database.closeSync()
  }
}

function plain(row: Record<string, JS>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  )
}
