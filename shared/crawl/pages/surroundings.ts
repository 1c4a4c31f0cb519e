import { TablePlace } from './table-place.ts'

/** A heading or the name of a body is shorter. */
const MAX_WORDS = 80
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'caption', 'legend'])
const LINES = new Set(['p', 'li', 'div', 'dd', 'dt', 'tr', 'td', 'th', 'br', 'ul', 'table', 'section', 'article'])
const ONLY_YEAR = /^[(（【[]?(20[0-9]{2})\s?年?度?[)）】\]]?$/
/** A bare number over rows is a year; beside a row it is a part of its date. */
const OVER_ROWS = new Set([...HEADINGS, 'dt'])
/** A number of a row, a date or a mark is no name of the row. */
const NO_NAME = /^[\s0-9./年月日:：、—–√-]*$/

/** What stands around a link and says what the link itself may leave out. */
export interface Around {
  /** The last heading before it that is no year; empty without. */
  readonly heading: string
  /** The year that stands over it as a heading of its own: 2021年, 2021年度. Null without. */
  readonly year: string | null
  /** Words of its line between the link before it and itself. */
  readonly before: string
  /** Of a table: the longest words of the cells before its own, and the words over its column. Empty without. */
  readonly row: string
  readonly column: string
}

/** Keeps what stands around the place that a parser has come to, in one pass. */
export class Surroundings {
  #heading = ''
  #year: string | null = null
  #line = ''
  readonly #words: string[] = []
  readonly #tables: TablePlace[] = []

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (LINES.has(tag)) this.#line = ''
    this.#words.push('')
    if (tag === 'table') this.#tables.push(new TablePlace())
    if (tag === 'tr') this.#tables.at(-1)?.openRow()
    if (tag === 'td' || tag === 'th') this.#tables.at(-1)?.openCell(attributes)
  }

  text(text: string): void {
    const words = text.slice(0, MAX_WORDS)
    if (this.#line.length < MAX_WORDS) this.#line += words
    const own = this.#words.length - 1
    if (own >= 0 && this.#words[own]!.length < MAX_WORDS) this.#words[own] += words
    this.#tables.at(-1)?.text(words)
  }

  /** @param isLinked the element is a link, or in one */
  close(tag: string, isLinked: boolean): void {
    const words = (this.#words.pop() ?? '').trim()
    if (tag === 'a') this.#line = ''
    if (tag === 'tr') this.#tables.at(-1)?.closeRow()
    if (tag === 'table') this.#tables.pop()
    if (isLinked || words === '') return
    const isOver = this.#tables.length === 0 && (words.includes('年') || OVER_ROWS.has(tag))
    const year = isOver ? ONLY_YEAR.exec(words)?.[1] : undefined
    if (year !== undefined) this.#year = `${year}年`
    else if (HEADINGS.has(tag)) {
      this.#heading = words
      this.#year = null
    }
  }

  here(): Around {
    const { before, over } = this.#tables.at(-1)?.here() ?? { before: [], over: '' }
    const names = before.filter((words) => !NO_NAME.test(words) || ONLY_YEAR.test(words))
    return {
      heading: this.#heading,
      year: this.#year,
      before: this.#line.trim(),
      row: names.sort((a, b) => b.length - a.length)[0] ?? '',
      column: NO_NAME.test(over) && !ONLY_YEAR.test(over) ? '' : over,
    }
  }
}
