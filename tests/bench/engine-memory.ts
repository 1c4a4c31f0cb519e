import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { readAssembly } from '../../infra/local/assembly.ts'
import { createClients } from '../../infra/local/clients.ts'
import { startEngine } from '../../infra/local/engine.ts'
import { synthesize } from '../../infra/local/synthesize.ts'
import { townReport } from '../pipeline/reports.ts'

/**
 * Prints how much memory the engine takes while it processes as many reports as told, and when it has had no work for a while, with the
 * heap of its main thread.
 * @example
 * node tests/bench/engine-memory.ts 200
 */
const REST_MS = 40_000
const LOOK_EVERY_MS = 500
const FIGURES_TIMES = 15

const [documents = 200] = process.argv.slice(2).map(Number)
const folder = await mkdtemp(join(tmpdir(), 'fazhi-memory-'))
const engine = await startEngine({ assembly: await readAssembly(await synthesize()), log: () => {}, dataDir: folder })
const { s3 } = createClients(engine.endpoint, 'bench')
const digits = '甲乙丙丁戊己庚辛壬癸'
const townOf = (n: number) => `青石${[...String(n)].map((digit) => digits[Number(digit)]).join('')}镇`
let peak = 0
const look = () => {
  peak = Math.max(peak, process.memoryUsage.rss())
}
for (let n = 0; n < documents; n += 1) {
  const Body = townReport({ town: townOf(n) }).repeat(FIGURES_TIMES)
  await s3.send(new PutObjectCommand({ Bucket: engine.resources.outputs.BucketName, Key: `incoming/${n}.txt`, Body }))
  look()
}
while (!(await engine.isIdle())) {
  look()
  await setTimeout(LOOK_EVERY_MS)
}
console.log(`${documents} documents: at most ${megabytes(peak)} MB`)
await setTimeout(REST_MS)
const { rss, heapTotal } = process.memoryUsage()
console.log(`without work: ${megabytes(rss)} MB, ${megabytes(heapTotal)} MB of it the heap of the main thread`)
await engine.stop()
await rm(folder, { recursive: true })

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 ** 2)
}
