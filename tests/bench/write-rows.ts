import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { tableClientOver } from '../../shared/aws/table-client.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { PARSER_VERSION } from '../../shared/report/parser-version.ts'
import { rowFactsOf } from '../../shared/store/document-facts.ts'
import { chunksOf } from '../../shared/store/indicator-chunk.ts'
import { rowsOf } from '../../shared/store/indicator-row.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { reportOf } from './corpus.ts'

/**
 * Prints how many rows a second of processor time the store writes: what one vCPU of `write-indicators` can do at most. The table
 * is a server in another thread that answers at once.
 */
const ROUNDS = 3
const REPORT_BYTES = 200_000

const TABLE = `
  const { createServer } = require('node:http')
  const { parentPort } = require('node:worker_threads')
  const headers = { 'content-type': 'application/x-amz-json-1.0' }
  const server = createServer((request, response) => request.resume().on('end', () => response.writeHead(200, headers).end('{}')))
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

const worker = new Worker(TABLE, { eval: true })
const [port] = await once(worker, 'message')
const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
const client = new DynamoDBClient({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials })
const { report, indicators } = await parseDocument(reportOf(REPORT_BYTES))
const run = { documentId: report.documentId, run: PARSER_VERSION, facts: rowFactsOf(report) }
const rows = chunksOf(run, indicators).flatMap(rowsOf)
const store = new IndicatorStore(tableClientOver(client), 'indicators')
await store.put(rows)

const before = process.threadCpuUsage()
for (let round = 0; round < ROUNDS; round += 1) await store.put(rows)
const { user, system } = process.threadCpuUsage(before)
const perSecond = (ROUNDS * rows.length) / ((user + system) / 1e6)
console.log(`${rows.length} rows; ${Math.round(perSecond)} rows a second of processor time`)
await worker.terminate()
