import { layOut, type RowCell, type Table, unreadTable } from '../tables/table.ts'
import { mend } from './mend.ts'
import { CELL_SEPARATOR, laysOutText } from './rows.ts'

/** A cell as a reader finds it. */
export interface FoundCell {
  /** Trimmed, empty ones left out. */
  readonly lines: readonly string[]
  /** How many columns and rows it spans; 1 if left out. */
  readonly columns?: number
  readonly rows?: number
  /** Whether it belongs to the cell above it, as a merged cell of Word does. */
  readonly continues?: boolean
}

/** A table as a reader finds it, row by row. Its rows are lines of the reader's text, as `rowLines` writes them. */
export interface FoundTable {
  readonly rows: readonly (readonly FoundCell[])[]
  /** Why nobody knows which cells are of one column; left out if it is known. */
  readonly problem?: string
}

/** What readers of formats without page facts find. */
export interface TextWithTables {
  readonly text: string
  readonly tables: readonly FoundTable[]
  /** As `FileContent` has it. */
  readonly unread?: readonly string[]
  readonly isMostlyUnread?: boolean
}

/** Collects the rows of one table while its document is read; rows that lay out text part it. */
export class TableRows {
  #rows: (readonly FoundCell[])[] = []
  readonly #tables: FoundTable[]

  /** @param tables where the tables go */
  constructor(tables: FoundTable[]) {
    this.#tables = tables
  }

  /** @param nested tables in the cells of the row: they are tables if the row only lays out text, else text of their cells */
  add(cells: readonly FoundCell[], nested: readonly FoundTable[]): void {
    const texts = cells.map(({ lines }) => lines)
    const isText = laysOutText(texts) || (nested.length > 0 && texts.filter(({ length }) => length > 0).length < 2)
    if (!isText) this.#rows.push(cells)
    else {
      this.close()
      this.#tables.push(...nested)
    }
  }

  close(): void {
    const rows = this.#rows
    this.#rows = []
    // A table of one column is a frame around text.
    if (rows.some((cells) => cells.length > 1)) this.#tables.push({ rows })
  }
}

/** A first row may stand in the text before its table does, as words of a list; it is looked for at so many places. */
const MAX_TRIES = 4

/**
 * The tables that a reader found, by the offsets of the canonical text. Each is looked for behind the one before it, line by line; one
 * of which lines were left out as page boilerplate is dropped.
 */
export function placeTables(text: string, found: readonly FoundTable[]): Table[] {
  if (found.length === 0) return []
  const all = new PlacedLines(text)
  const tables: Table[] = []
  let from = 0
  for (const { rows, problem } of found) {
    const written = rows.map((cells) => cells.map(({ lines }) => mend(lines.join(' ')).text))
    const lines = rows.map((cells, row) => linesOf(cells, written[row]!))
    const flat = lines.flat()
    const first = flat.length === 0 ? -1 : all.find(flat, from)
    if (first === -1) continue
    from = first + flat.length
    let line = first
    const placed = rows.map((cells, row) => {
      const placedCells = cellsAt(cells, written[row]!, all, line)
      line += lines[row]!.length
      return placedCells
    })
    const span = { start: all.startOf(first), end: all.endOf(from - 1) }
    tables.push(problem === undefined ? layOut(placed, span) : unreadTable(span, rows.length, problem))
  }
  return tables
}

function linesOf(cells: readonly FoundCell[], written: readonly string[]): string[] {
  const filled = written.filter((text) => text !== '')
  if (filled.length > 1) return [filled.join(CELL_SEPARATOR)]
  return cells.flatMap(({ lines }) => lines).map((line) => mend(line).text)
}

function cellsAt(cells: readonly FoundCell[], written: readonly string[], all: PlacedLines, line: number): RowCell[] {
  let at = all.startOf(line)
  const filled = written.filter((text) => text !== '').length
  return cells.map(({ lines, columns = 1, rows = 1, continues = false }, index) => {
    const start = at
    const length = written[index]!.length
    if (length === 0) return { start, end: start, columns, rows, continues }
    const end = filled > 1 ? start + length : all.endOf(line + lines.length - 1)
    at = end + CELL_SEPARATOR.length
    return { start, end, columns, rows, continues: false }
  })
}

/** The lines of a text by their words, asked for in the order of the text. */
class PlacedLines {
  readonly #lines: readonly string[]
  readonly #starts: number[] = []
  readonly #places = new Map<string, number[]>()

  constructor(text: string) {
    this.#lines = text.split('\n')
    let start = 0
    for (const [index, line] of this.#lines.entries()) {
      this.#starts.push(start)
      start += line.length + 1
      const places = this.#places.get(line)
      if (places === undefined) this.#places.set(line, [index])
      else places.push(index)
    }
  }

  startOf(line: number): number {
    return this.#starts[line] ?? this.#starts.at(-1)!
  }

  endOf(line: number): number {
    return this.startOf(line) + (this.#lines[line]?.length ?? 0)
  }

  /** The first line of these that stand together at or behind `from`; -1 if they do not. */
  find(wanted: readonly string[], from: number): number {
    const places = this.#places.get(wanted[0]!) ?? []
    let tries = 0
    for (let at = firstFrom(places, from); at < places.length && tries < MAX_TRIES; at++, tries++) {
      const place = places[at]!
      if (wanted.every((line, index) => this.#lines[place + index] === line)) return place
    }
    return -1
  }
}

/** Index of the first of rising numbers that is not below another one. */
function firstFrom(rising: readonly number[], least: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
