import { readFileSync } from 'node:fs'
import { readDocument } from '../../shared/formats/read-document.ts'

/** Prints how long a fresh process takes for a file's first reading, its reader still to be loaded, and for a warm one. */
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
