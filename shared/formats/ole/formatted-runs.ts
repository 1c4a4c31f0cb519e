import type { WordFile } from './word-file.ts'

/** Properties of the bytes from one offset of the document stream to another. */
export interface FormattedRun {
  readonly start: number
  readonly end: number
  /** Where its properties are in the document stream; empty for those of its style. */
  readonly properties: { readonly start: number; readonly end: number }
}

const PAGE = 512
const COUNT = PAGE - 1
/** Of paragraphs, [MS-DOC] 2.9.23; of characters it is one byte. */
const PARAGRAPH_ENTRY = 13

/** The runs of a kind, in the order of their offsets ([MS-DOC] 2.8.5, 2.8.6): pages of 512 bytes that the table stream lists. */
export function runsOf(file: WordFile, kind: 'characterRuns' | 'paragraphRuns'): FormattedRun[] {
  const { document, table } = file
  const { start, end } = file.structure(kind)
  const pages = Math.floor((end - start - 4) / 8)
  const runs: FormattedRun[] = []
  for (let index = 0; index < pages; index++) {
    const page = (table.readUInt32LE(start + 4 * (pages + 1) + 4 * index) & 0x3fffff) * PAGE
    if (page + PAGE > document.length) continue
    const count = document[page + COUNT]!
    for (let run = 0; run < count; run++) {
      const properties =
        kind === 'characterRuns' ? ofCharacters(document, page, count, run) : ofParagraph(document, page, count, run)
      if (page + 4 * run + 8 > page + PAGE) break
      runs.push({
        start: document.readUInt32LE(page + 4 * run),
        end: document.readUInt32LE(page + 4 * run + 4),
        properties,
      })
    }
  }
  return runs.sort((a, b) => a.start - b.start)
}

const NONE = { start: 0, end: 0 }

function ofCharacters(document: Buffer, page: number, count: number, run: number) {
  const word = document[page + 4 * (count + 1) + run] ?? 0
  if (word === 0) return NONE
  const at = page + 2 * word
  return { start: at + 1, end: at + 1 + (document[at] ?? 0) }
}

function ofParagraph(document: Buffer, page: number, count: number, run: number) {
  const word = document[page + 4 * (count + 1) + PARAGRAPH_ENTRY * run] ?? 0
  if (word === 0) return NONE
  const at = page + 2 * word
  const length = document[at] ?? 0
  if (length !== 0) return { start: at + 1, end: at + 2 * length }
  return { start: at + 2, end: at + 2 + 2 * (document[at + 1] ?? 0) }
}

/** Finds the run that holds an offset; asked mostly for rising offsets, so it begins where it last was. */
export class RunFinder {
  readonly #runs: readonly FormattedRun[]
  #at = 0

  constructor(runs: readonly FormattedRun[]) {
    this.#runs = runs
  }

  at(offset: number): FormattedRun | undefined {
    const here = this.#runs[this.#at]
    if (here !== undefined && here.start <= offset && offset < here.end) return here
    let low = 0
    let high = this.#runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#runs[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    this.#at = low
    const found = this.#runs[low]
    return found !== undefined && found.start <= offset ? found : undefined
  }
}
