import { readFileSync } from 'node:fs'
import { readDocument } from '../../shared/formats/read-document.ts'

/** Prints how long a new process takes to read a file for the first time, including loading its reader, and after warm-up. */
const WARM_READINGS = 10

const bytes = readFileSync(process.argv[2]!)
const first = await timed()
const warm: number[] = []
for (let reading = 0; reading < WARM_READINGS; reading++) warm.push(await timed())
console.log(JSON.stringify({ first, warm: Math.min(...warm) }))

async function timed(): Promise<number> {
  const start = performance.now()
  await readDocument(bytes)
  return performance.now() - start
}
