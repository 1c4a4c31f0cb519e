import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { textTable } from '../../infra/cli/text-table.ts'
import type { Length } from './reports.ts'
import { percentile } from './send-reports.ts'
import { runStage, type Stage, type StageResult } from './stage.ts'

/**
 * Prints how fast the engine is and how much memory it takes, with more and more documents as fast as it takes them, and with some at
 * half of that rate.
 */
const STAGES = [100, 500, 1000, 5000]
/** Enough for a 95th percentile: at half the rate, each takes twice the time. */
const MOST_AT_HALF_RATE = 500
/** After as many, the compiler has done what it will do. */
const MOST_BARE_CALLS = 500
const SEED = 1

const { values } = parseArgs({ options: { documents: { type: 'string' }, short: { type: 'boolean' } } })
const length: Length = values.short === true ? 'short' : 'long'
const stages = values.documents === undefined ? STAGES : [Number(values.documents)]
const largest = Math.max(...stages)

const bareMs = await bareCalls(Math.min(largest, MOST_BARE_CALLS))
console.log(`${bareMs.toFixed(0)} ms of a processor for a document in bare calls of the functions`)
const results: StageResult[] = []
for (const documents of stages) results.push(await ended({ documents, rate: null }))
const highest = Math.max(...results.map(speedOf))
const half = await ended({ documents: Math.min(largest, MOST_AT_HALF_RATE), rate: highest / 2 })

const header = [
  ...['documents', 'sent', 'failed', 'documents/s', 'figures/s', 'ms of a processor', '× bare', 'MB at most'],
  ...['MB at rest', 'p50', 'p95'],
]
for (const line of textTable(header, [...results, half].map(cellsOf))) console.log(line)
console.log(
  `At half of the highest rate, p95 is ${(percentile(half.waits, 0.95) / percentile(half.waits, 0.5)).toFixed(2)} times p50.`,
)
const last = results.at(-1)!
for (const { documents, processorMs, mostKilobytes, seconds } of results.slice(0, -1))
  console.log(
    `${last.documents} documents beside ${documents}: ${(last.seconds / last.documents / (seconds / documents)).toFixed(2)} times ` +
      `the time for each, ${(last.processorMs / processorMs).toFixed(2)} times the processor's, ` +
      `${(last.mostKilobytes / mostKilobytes).toFixed(2)} times the memory`,
  )
if ([...results, half].some(({ failed }) => failed > 0)) process.exitCode = 1

async function ended(stage: Omit<Stage, 'length'>): Promise<StageResult> {
  const result = await runStage({ ...stage, length }, SEED)
  console.log(`${result.documents} documents in ${result.seconds.toFixed(0)} s`)
  return result
}

async function bareCalls(documents: number): Promise<number> {
  const child = fork(join(import.meta.dirname, 'bare.ts'), [length, String(documents), String(SEED)], {
    // What the functions log is not asked for here.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error(`The bare calls ended with exit code ${child.exitCode}.`)
  await once(child, 'exit')
  return answer as number
}

function speedOf({ documents, seconds }: StageResult): number {
  return documents / seconds
}

function cellsOf(result: StageResult): string[] {
  const { documents, rate, failed, figures, seconds, processorMs, mostKilobytes, restingKilobytes } = result
  return [
    String(documents),
    rate === null ? 'at once' : `${rate.toFixed(1)}/s`,
    String(failed),
    speedOf(result).toFixed(1),
    (figures / seconds).toFixed(0),
    processorMs.toFixed(0),
    (processorMs / bareMs).toFixed(2),
    (mostKilobytes / 1024).toFixed(0),
    (restingKilobytes / 1024).toFixed(0),
    `${(percentile(result.waits, 0.5) / 1000).toFixed(1)} s`,
    `${(percentile(result.waits, 0.95) / 1000).toFixed(1)} s`,
  ]
}
