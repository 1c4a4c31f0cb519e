import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { getRequestListener } from '@hono/node-server'
import { makeApi } from '../../shared/api/app.ts'
import { BY_CODE, codeYearOf } from '../../shared/store/tables.ts'
import { startEngines } from '../engines/engines.ts'
import { CODE, stockTables } from '../readers/stocked-tables.ts'

/**
 * How long readers wait for the API, as a ratio to the engine's own answer to the query that the answer rests on: a page of figures, for
 * as many readers at once. Both go through one process, which is as busy with either; so the ratio is of the work, and not of the machine.
 */
const READERS = 50
const REQUESTS = 5
const DOCUMENTS = 20
const FIGURES = 10
const LIMIT = DOCUMENTS * FIGURES
const YEAR = 2023

const engines = await startEngines()
const { source, drop, names } = await stockTables(engines)
for (let n = 0; n < DOCUMENTS; n += 1) {
  const figures = Array.from({ length: FIGURES }, (_, value) => ({ value }))
  await drop({ id: `${100 + n}`, publisherId: `430223/第${n}镇人民政府`, figures })
}
const onError = (error: Error) => {
  throw error
}
const { fetch: answer } = makeApi({ source, fileOf: async () => null, onError })
const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }))
// A busy process must not take a connection for an idle one.
server.keepAliveTimeout = 60_000
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`

const throughApi = async () => {
  const response = await fetch(`${api}/indicators?code=${CODE}&year=${YEAR}&limit=${LIMIT}`)
  const { items } = (await response.json()) as { items: unknown[] }
  return items.length
}
const bare = async () => {
  const query = new QueryCommand({
    TableName: names.indicators,
    IndexName: BY_CODE,
    KeyConditionExpression: 'codeYear = :codeYear',
    ExpressionAttributeValues: { ':codeYear': codeYearOf(CODE, YEAR) },
    Limit: LIMIT,
  })
  const { Items = [] } = await engines.tables.send(query)
  return Items.length
}

/** Waiting times of so many readers, each of whom asks again as soon as it has an answer; in order. */
async function waits(ask: () => Promise<number>): Promise<number[]> {
  const all: number[] = []
  const reader = async () => {
    for (let request = 0; request < REQUESTS; request += 1) {
      const started = performance.now()
      const rows = await ask()
      if (rows !== LIMIT) throw new Error(`${rows} rows came in place of ${LIMIT}.`)
      all.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: READERS }, reader))
  return all.sort((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1]!

await waits(throughApi)
await waits(bare)
const [ofApi, ofEngine] = [await waits(throughApi), await waits(bare)]
for (const share of [0.5, 0.99]) {
  const ratio = at(ofApi, share) / at(ofEngine, share)
  console.log(
    `p${share * 100} of the API, ${READERS} readers     ${at(ofApi, share).toFixed(0)} ms, ${ratio.toFixed(2)} times the engine's query (${at(ofEngine, share).toFixed(0)} ms)`,
  )
}
server.close()
server.closeAllConnections()
await engines.stop()
