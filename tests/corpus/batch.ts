import type { Label } from '../labels/label.ts'
import { locate, squeeze } from '../labels/squeezed.ts'
import { readLine } from './label-line.ts'

/** One restated report of a batch, with its labels in the order of the text. */
export interface Source {
  readonly id: string
  /** Who reports and after what kind of text it is restated. */
  readonly about: string
  readonly text: string
  readonly labels: readonly Label[]
}

export interface Batch {
  readonly sources: readonly Source[]
  /** What breaks the notation, in words with the source and the line; empty if nothing does. */
  readonly faults: readonly string[]
}

const SOURCE_START = /^=== /m
const LABELS_LINE = '\n--- labels\n'
const MARK = /【([^】]*)】/g
const BEFORE = 8

/** Reads the notation of `README.md`. A source with a fault is left out, so a batch is whole only without faults. */
export function readBatch(batch: string): Batch {
  const sources: Source[] = []
  const faults: string[] = []
  for (const block of batch.split(SOURCE_START).slice(1)) {
    const { source, faults: own } = readSource(block)
    const all = sources.some(({ id }) => id === source.id) ? [...own, 'its name occurs twice'] : own
    if (all.length === 0) sources.push(source)
    faults.push(...all.map((fault) => `${source.id}: ${fault}`))
  }
  return { sources, faults }
}

function readSource(block: string): { readonly source: Source; readonly faults: readonly string[] } {
  const [head = ''] = block.split('\n', 1)
  const [id = '', ...about] = head.split('|').map((part) => part.trim())
  const [marked = '', table] = block.slice(head.length + 1).split(LABELS_LINE)
  const { text, marks } = unmark(marked.trim())
  const unlabelled = { id, about: about.join(', '), text, labels: [] }
  if (table === undefined) return { source: unlabelled, faults: ['it has no line "--- labels"'] }

  const lines = table.split('\n').filter((line) => line.trim() !== '')
  if (lines.length !== marks.length)
    return { source: unlabelled, faults: [`${marks.length} marks, but ${lines.length} lines of labels`] }

  const place = placer(text)
  const read = lines.map((line, index) => readLine(line, marks[index]!.raw))
  const labels = read.map(({ figure }, index) => ({ ...place(marks[index]!), ...figure }))
  return {
    source: { ...unlabelled, labels },
    faults: read.flatMap(({ faults }, index) => faults.map((fault) => `"${lines[index]}" ${fault}`)),
  }
}

interface Mark {
  readonly start: number
  readonly raw: string
}

function unmark(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = []
  let removed = 0
  for (const { index, 0: whole, 1: raw = '' } of marked.matchAll(MARK)) {
    marks.push({ start: index - removed, raw })
    removed += whole.length - raw.length
  }
  return { text: marked.replace(MARK, '$1'), marks }
}

/** How labels of this text say where their figure is. */
function placer(text: string): (mark: Mark) => Pick<Label, 'before' | 'raw' | 'nth'> {
  const squeezed = squeeze(text)
  return ({ start, raw }) => {
    const before = squeeze(text.slice(0, start)).text.slice(-BEFORE)
    let nth = 1
    while ((locate(squeezed, { before, raw, nth })?.start ?? start) < start) nth++
    return locate(squeezed, { before, raw, nth: 2 }) === null ? { before, raw } : { before, raw, nth }
  }
}
