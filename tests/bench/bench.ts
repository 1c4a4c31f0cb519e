import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { cpuTime } from '../cpu-time.ts'
import { reportTexts } from './corpus.ts'
import { recognize } from './recognizers.ts'

/** How long everything runs before it is measured: the compiler makes the parse faster for about five seconds. */
const WARM_UP_MS = 6000
const MEASURED_MS = 3000
const MEGABYTE = 1e6
const DIGIT = /[0-9]/g

interface Growth {
  readonly milliseconds: number
  readonly kilobytes: number
  readonly indicators: number
}

/** Bytes per second of processor time, over the texts one after the other. */
async function speed(texts: readonly string[], work: (text: string) => unknown): Promise<number> {
  await rounds(texts, work, WARM_UP_MS)
  const { bytes, milliseconds } = await rounds(texts, work, MEASURED_MS)
  return (bytes / milliseconds) * 1000
}

async function rounds(texts: readonly string[], work: (text: string) => unknown, atLeast: number) {
  const started = cpuTime()
  let bytes = 0
  do {
    for (const text of texts) {
      await work(text)
      bytes += Buffer.byteLength(text)
    }
  } while (cpuTime() - started < atLeast)
  return { bytes, milliseconds: cpuTime() - started }
}

/** Parses a document of this size in a new process, so that no other document's memory is measured. */
function growth(bytes: number): Growth {
  return JSON.parse(
    execFileSync(process.execPath, [join(import.meta.dirname, 'grow.ts'), String(bytes)], { encoding: 'utf8' }),
  )
}

function digits(text: string): number {
  let found = 0
  for (const _ of text.matchAll(DIGIT)) found++
  return found
}

const perSecond = (bytes: number) => `${(bytes / MEGABYTE).toFixed(3)} MB/s`
const times = (ratio: number) => `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)} times`

const texts = reportTexts()
const parse = await speed(texts, (text) => parseDocument(Buffer.from(text)))
const scan = await speed(texts, digits)
const general = await speed(texts, recognize)
const paragraphs = texts.flatMap((text) => text.split('\n'))
const generalByParagraph = await speed(paragraphs, recognize)
const small = growth(MEGABYTE)
const large = growth(10 * MEGABYTE)

console.log(`whole parse of a report's text      ${perSecond(parse)}`)
console.log(
  `Recognizers-Text, a report at once  ${perSecond(general)}   the parse is ${times(parse / general)} as fast`,
)
console.log(
  `Recognizers-Text, by paragraphs     ${perSecond(generalByParagraph)}   the parse is ${times(parse / generalByParagraph)} as fast`,
)
console.log(
  `bare scan for digits                ${perSecond(scan)}   it is ${times(scan / parse)} as fast as the parse`,
)
console.log(
  `from 1 MB to 10 MB, one document    time ${times(large.milliseconds / small.milliseconds)}   memory ${times(large.kilobytes / small.kilobytes)}   figures ${times(large.indicators / small.indicators)}`,
)
