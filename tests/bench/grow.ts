import { parseDocument } from '../../shared/parse/parse-document.ts'
import { cpuTime } from '../cpu-time.ts'
import { reportOf } from './corpus.ts'

/**
 * Parses one document of the given size in its own process: the first time for the peak of memory, the second for
 * the milliseconds, after warm-up.
 */
const [bytes = 0] = process.argv.slice(2).map(Number)
const document = reportOf(bytes)
await parseDocument(reportOf(1))
const before = process.resourceUsage().maxRSS
const { indicators } = await parseDocument(document)
const kilobytes = process.resourceUsage().maxRSS - before
const started = cpuTime()
await parseDocument(document)
const milliseconds = cpuTime() - started
console.log(JSON.stringify({ milliseconds, kilobytes, indicators: indicators.length }))
