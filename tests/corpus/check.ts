import { readFileSync } from 'node:fs'
import { CATALOGUE } from '../../shared/catalogue/catalogue.ts'
import { wholesOf } from '../../shared/catalogue/cells.ts'
import { findPlaces } from '../../shared/regions/find-places.ts'
import { fold } from '../../shared/text/fold.ts'
import { faultsOf } from '../labels/faults.ts'
import { periodOf } from '../labels/label.ts'
import { locate, squeeze } from '../labels/squeezed.ts'
import { readBatch, type Source } from './batch.ts'

/**
 * Checks a batch while it is labelled: `node tests/corpus/check.ts FILE`. Faults must be mended; the rest is to be looked at, line by
 * line, and may well be right.
 */

const COUNTED =
  /[0-9０-９]+(?:\.[0-9]+)?|[一二三四五六七八九十百千万两零〇]+[余多]?(?=[个件次人名场份项家条起宗户期部所支处])/g
const CONTEXT = 8

/** Numbers that no label marks. */
function unmarked({ text, labels }: Source): string[] {
  const squeezed = squeeze(text)
  const spans = labels.map((label) => locate(squeezed, label)!)
  return [...text.matchAll(COUNTED)]
    .filter(({ index }) => !spans.some(({ start, end }) => start <= index && index < end))
    .map(({ 0: number, index }) => {
      const [before, after] = [text.slice(Math.max(0, index - CONTEXT), index), text.slice(index + number.length)]
      return `not marked: ${before}|${number}|${after.slice(0, CONTEXT)}`.replaceAll('\n', ' / ')
    })
}

/** Codes for which the report would state several wholes: sometimes true, mostly a wrong scope. */
function differingWholes({ labels }: Source): string[] {
  const wholes = wholesOf(labels.map((label) => ({ ...label, period: periodOf(label) })))
  return [...wholes]
    .filter(([, values]) => values.size > 1)
    .map(([code, values]) => `several wholes: ${code} ${[...values].join(' ')}`)
}

/** Places of the gazetteer in the title. An invented figure must not stand under the name of a body that exists. */
function realPlaces({ text }: Source): string[] {
  const [title = ''] = text.split('\n', 1)
  return findPlaces(fold(title), { townships: true }).map(({ name }) => `real place in the title: ${name}`)
}

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Name a batch: node tests/corpus/check.ts tests/corpus/batch-3.txt')
  process.exitCode = 1
} else {
  const codes: ReadonlySet<string> = new Set(CATALOGUE.map(({ code }) => code))
  const { sources, faults: broken } = readBatch(readFileSync(file, 'utf8'))
  const wrong = sources.flatMap((source) =>
    source.labels.flatMap((label) => faultsOf(label, source.text, codes).map((fault) => `${source.id}: ${fault}`)),
  )
  const faults = [...broken, ...wrong]
  for (const source of sources)
    for (const note of [...unmarked(source), ...differingWholes(source), ...realPlaces(source)])
      console.log(`${source.id} ${note}`)
  for (const fault of faults) console.log(`FAULT ${fault}`)
  const figures = sources.flatMap(({ labels }) => labels)
  const coded = figures.filter(({ code }) => code !== null)
  console.log(
    `${sources.length} sources, ${figures.length} figures, ${coded.length} with a code, ${faults.length} faults`,
  )
  if (faults.length > 0) process.exitCode = 1
}
