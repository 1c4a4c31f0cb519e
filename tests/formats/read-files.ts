import { existsSync, readFileSync } from 'node:fs'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { RefusalError } from '../../shared/report/refusal.ts'
import { cpuTime } from '../cpu-time.ts'

/** A process that reads the given files one after the other, prints the result of each, and then its peak memory. */
for (const path of process.argv.slice(2)) {
  const start = cpuTime()
  const reason = await reasonOf(readFileSync(path))
  console.log(JSON.stringify({ reason, milliseconds: Math.round(cpuTime() - start) }))
}
console.log(JSON.stringify({ peakKilobytes: peakKilobytes() }))

async function reasonOf(bytes: Uint8Array): Promise<string | null> {
  try {
    await parseDocument(bytes)
    return null
  } catch (error) {
    if (error instanceof RefusalError) return error.reason
    throw error
  }
}

/** `maxRSS` includes the memory of the parent at the start of this process; the figure of Linux does not. */
function peakKilobytes(): number {
  const status = '/proc/self/status'
  const peak = existsSync(status) ? /VmHWM:\s+([0-9]+) kB/.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return peak === undefined ? process.resourceUsage().maxRSS : Number(peak)
}
