import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { textTable } from '../../infra/cli/text-table.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { reportTexts } from '../bench/corpus.ts'
import { cpuTime } from '../cpu-time.ts'
import { startEngines } from '../engines/engines.ts'
import { measure } from './measure.ts'
import type { Usage } from './meter.ts'
import { PRICES } from './prices.ts'

/**
 * Prints the price of a million reports of 100 figures: from what the functions ask for on the sample reports, which have about 100
 * figures each, and a table of prices. Measured: units, requests, sizes, time of the processor. Assumed: what is below.
 */
const FIGURES_PER_REPORT = 100
const MILLION = 1e6
const GOAL_USD = 150

/** How long a function waits for an answer: usual values within a region. */
const WAIT_MS = { dynamo: 5, s3: 30, sqs: 10 }
/** Rows of figures that are written at the same time. */
const PARALLEL_ROWS = 25
/** Messages of figures that one invocation takes: a million reports come as a bulk. */
const BATCH = 10
const MEMORY_GIGABYTES = 1769 / 1024
/** Lambda's own lines of an invocation: START, END and REPORT. */
const PLATFORM_LOG_BYTES = 330
/** Requests of Lambda and EventBridge to a queue: one to send (an event), one to receive and one to delete. */
const QUEUE_REQUESTS = { intake: 3, figures: 2 }

const ROUNDS = 20

const texts = reportTexts()
const engines = await startEngines()
const measured = await measure(engines, texts).finally(() => engines.stop())
const { reports, figures, parse, write, messages } = measured
/** Of a total over the sample reports: for a million reports of 100 figures. */
const scaled = (total: number) => (total / figures) * FIGURES_PER_REPORT * MILLION

const parseMs = await millisecondsOfParsing()
const rowsPerSecond = Number(/(\d+) rows a second/.exec(bench('write-rows.ts'))?.[1])
const writeMs = (figures / rowsPerSecond) * 1000
const parseSeconds = (parseMs + waitsOf(parse)) / 1000
const writeSeconds = (writeMs + waitsOf(write)) / 1000
const invocations = reports + messages / BATCH

const { perMillion } = PRICES
const each = (count: number, price: number) => (scaled(count) / MILLION) * price
const rows = [
  ...[parse, write].flatMap(({ writeUnits }) => [...writeUnits]).reduce(addUp, new Map<string, number>()),
].map(([place, units]) => row('DynamoDB', `writes: ${place}`, units, each(units, perMillion.dynamoWriteUnits)))
const reads = parse.readUnits + write.readUnits
const requests =
  parse.sqsRequests + reports * QUEUE_REQUESTS.intake + messages + (messages * QUEUE_REQUESTS.figures) / BATCH
const seconds = (parseSeconds + writeSeconds) * MEMORY_GIGABYTES
const logs = measured.logBytes + invocations * PLATFORM_LOG_BYTES
rows.push(
  row('DynamoDB', 'reads', reads, each(reads, perMillion.dynamoReadUnits)),
  row('Lambda', 'GB-seconds', seconds, scaled(seconds) * PRICES.lambdaGigabyteSecond),
  row('Lambda', 'invocations', invocations, each(invocations, perMillion.lambdaRequests)),
  row('S3', 'writes, with the upload', parse.s3Writes + reports, each(parse.s3Writes + reports, perMillion.s3Writes)),
  row('S3', 'reads', parse.s3Reads, each(parse.s3Reads, perMillion.s3Reads)),
  row('SQS', 'requests', requests, each(requests, perMillion.sqsRequests)),
  row('EventBridge', 'events', reports, each(reports, perMillion.eventBridgeEvents)),
  row('CloudWatch', 'kB of logs', logs / 1000, (scaled(logs) / 1e9) * PRICES.logGigabyte),
)
rows.sort((a, b) => b.usd - a.usd)
const total = rows.reduce((sum, { usd }) => sum + usd, 0)
const [lever] = rows

const header = ['service', 'what', 'a report', 'USD']
const cells = rows.map(({ service, what, perReport, usd }) => [service, what, perReport.toFixed(2), usd.toFixed(2)])
for (const line of textTable(header, cells)) console.log(line)
console.log(
  `\nA million reports of ${FIGURES_PER_REPORT} figures: ${total.toFixed(0)} USD in ${PRICES.region} at the prices of ${PRICES.asOf} (goal: ${GOAL_USD} USD).`,
)
console.log(`The largest lever: ${lever!.service}, ${lever!.what}, ${((100 * lever!.usd) / total).toFixed(0)}%.`)
const stored = PRICES.stored
const month =
  (scaled(measured.tableBytes) / 1e9) * stored.dynamoGigabyte + (scaled(measured.objectBytes) / 1e9) * stored.s3Gigabyte
console.log(`To keep them: ${month.toFixed(0)} USD a month, without indexes and backups.`)
console.log(
  `Measured over ${reports} reports with ${figures} figures: ${(parseMs / reports).toFixed(0)} ms to parse one, ${rowsPerSecond} rows a second.`,
)

function row(service: string, what: string, total: number, usd: number) {
  return { service, what, perReport: scaled(total) / MILLION, usd }
}

function addUp(sums: Map<string, number>, [name, units]: readonly [string, number]): Map<string, number> {
  return sums.set(name, (sums.get(name) ?? 0) + units)
}

/** Milliseconds of the processor for all texts once, after the compiler has warmed up. */
async function millisecondsOfParsing(): Promise<number> {
  const round = async () => {
    for (const text of texts) await parseDocument(Buffer.from(text))
  }
  for (let n = 0; n < ROUNDS; n += 1) await round()
  const before = cpuTime()
  for (let n = 0; n < ROUNDS; n += 1) await round()
  return (cpuTime() - before) / ROUNDS
}

/** Rows of figures are written many at a time; everything else waits for what is before it. */
function waitsOf({ waits, s3Reads, s3Writes, sqsRequests }: Usage): number {
  const requests = [...waits].reduce(
    (sum, [name, count]) => sum + (name.startsWith('indicators Put') ? count / PARALLEL_ROWS : count),
    0,
  )
  return requests * WAIT_MS.dynamo + (s3Reads + s3Writes) * WAIT_MS.s3 + sqsRequests * WAIT_MS.sqs
}

function bench(file: string): string {
  return execFileSync(process.execPath, [join(import.meta.dirname, '../bench', file)], { encoding: 'utf8' })
}
