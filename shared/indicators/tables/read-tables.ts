import type { Section, Warning } from '../../report/report.ts'
import type { Table } from '../../tables/table.ts'
import type { Span } from '../../text/span.ts'
import type { Excluded } from '../measures/measure.ts'
import type { Measurement } from '../measures/measurement.ts'
import { captionAbove } from './caption.ts'
import type { Standing } from './parts.ts'
import { doubtful, type LeftOut } from './placed-cells.ts'
import { type CellsRead, readSegment, type TableNumber, type TableText } from './read-segment.ts'
import { segmentsOf } from './segments.ts'
import { withoutUnit } from './units.ts'
import { type Grid, gridOf } from './words.ts'

/** A figure of a table. No sentence of the report has the words of its row and column, so that one is composed of them. */
export interface TableFigure {
  readonly measurement: Measurement
  /** Caption, words of row and column, number and unit; without the words that make it a part. */
  readonly sentence: string
  /** Where the figure stands in the sentence. */
  readonly place: Span
  readonly row: Standing
  readonly column: Standing
  readonly cells: CellsRead
  /** Row and column; null if the cell is a text that says itself what it counts. */
  readonly subject: string | null
}

export interface ReadTables {
  readonly figures: readonly TableFigure[]
  /** The numbers that are no figures, and the tables that are not read, each with the reason. */
  readonly leftOut: readonly Excluded[]
  readonly warnings: readonly Warning[]
  /** The tables in the report's parts, in order: nothing else reads them. */
  readonly spans: readonly Span[]
}

/** What a document without report has. */
export const NO_TABLES: ReadTables = { figures: [], leftOut: [], warnings: [], spans: [] }

const TABLE_UNREAD = 'table_unread'
/** Of a file that is nothing but broken tables, the first ones say enough. */
const MAX_WARNINGS = 100
/** Explaining a figure of a table takes as long as a sentence; the longest tables of reports have some hundred cells. */
const MAX_PLACES = 20_000
/** Words that captions end in. */
const TABLE_WORDS =
  /(?:情况)?(?:统计|一览|汇总|明细)?表(?:\d{1,2})?$|^(?:附?表\d{0,2}[.::]?)|(?:具体)?(?:情况)?如下表?(?:所示)?$|(?:见下|如下)表$/g
const YEAR_IN_CAPTION = /(?:19|20)\d\d年度?/g

/**
 * The figures of the tables of a report, each cell read on its own.
 * @param year the year reported on
 */
export function readTables(
  text: string,
  tables: readonly Table[],
  sections: readonly Section[],
  year: number | null,
): ReadTables {
  const parts = sections.filter(({ level }) => level === 1)
  const figures: TableFigure[] = []
  const leftOut: Excluded[] = []
  const warnings: Warning[] = []
  const spans: Span[] = []
  let next = 0
  let places = 0
  for (const table of tables) {
    while (next < parts.length && parts[next]!.end < table.end) next++
    const part = parts[next]
    if (part === undefined || table.start < part.start) continue
    spans.push(table)
    places += table.height * table.width
    const read = places > MAX_PLACES ? unread(table, TOO_MANY) : readTable(text, table, part, year)
    figures.push(...read.figures)
    const doubts = read.leftOut.filter(({ isDoubtful }) => isDoubtful)
    leftOut.push(...read.leftOut.map(reasoned))
    if (doubts.length > 0 && warnings.length < MAX_WARNINGS) warnings.push(warningOf(table, doubts))
  }
  figures.sort((a, b) => a.measurement.start - b.measurement.start)
  return { figures, leftOut, warnings, spans }
}

function reasoned({ start, end, why, isDoubtful }: LeftOut): Excluded {
  return { start, end, why: isDoubtful ? `${why} (warning ${TABLE_UNREAD})` : why }
}

function warningOf({ start, end }: Table, doubts: readonly LeftOut[]): Warning {
  const others = doubts.length > 1 ? ` (${doubts.length} places)` : ''
  return { code: TABLE_UNREAD, start, end, message: `Numbers of a table are left unread: ${doubts[0]!.why}${others}.` }
}

interface ReadTable {
  readonly figures: readonly TableFigure[]
  readonly leftOut: readonly LeftOut[]
}

const TOO_MANY = `the tables up to here have more than ${MAX_PLACES} cells`

function unread(table: Table, why: string): ReadTable {
  return { figures: [], leftOut: [doubtful(table, why)] }
}

function readTable(text: string, table: Table, part: Section, year: number | null): ReadTable {
  if (table.problem !== null) {
    const holdsNumbers = /\d/.test(text.slice(table.start, table.end))
    return holdsNumbers ? unread(table, table.problem) : { figures: [], leftOut: [] }
  }
  const grid = gridOf(text, table, part.role, year)
  const rows = rowSpans(table)
  const caption = captionAbove(text, table.start, part.start)
  const lead = leadOf(caption)
  const context = { caption, inPlans: part.role === 'plans', year }
  const figures: TableFigure[] = []
  const leftOut = measuringNothing(grid)
  for (const segment of segmentsOf(grid)) {
    const reading = readSegment(grid, segment, context)
    leftOut.push(...reading.leftOut)
    figures.push(...reading.numbers.map((number) => figureOf(text, number, lead, rows[number.cell.row]!)))
    figures.push(...reading.texts.flatMap((words) => figuresIn(text, words, lead)))
  }
  return { figures, leftOut }
}

/** The numbers in cells of words that the rules on prose leave out: 三项制度. */
function measuringNothing(grid: Grid): LeftOut[] {
  const cells = [...new Set(grid.flat())]
  return cells.flatMap((cell) => cell?.excluded.map((one) => ({ ...one, isDoubtful: false })) ?? [])
}

/** From the first cell of each row to its last: what a reader looks at to check a figure. */
function rowSpans({ cells, height }: Table): (Span | undefined)[] {
  const spans: (Span | undefined)[] = new Array(height).fill(undefined)
  for (const { row, start, end } of cells) spans[row] = { start: spans[row]?.start ?? start, end }
  return spans
}

/** What the caption says of the figures, without its unit, its year and the word 表. */
function leadOf(caption: string): string {
  return withoutUnit(caption)
    .replace(YEAR_IN_CAPTION, '')
    .replace(TABLE_WORDS, '')
    .replace(/^,+|,+$/g, '')
}

/** 2023 as 2023年, so that no number stands before the words of a row. */
function yearWord(year: string): string {
  return /\d$/.test(year) ? `${year}年` : year
}

function figureOf(
  text: string,
  { cell, value, unit, role, counted, when, row, column, cells, stated }: TableNumber,
  lead: string,
  rowSpan: Span,
): TableFigure {
  const words = counted.join('')
  const sentence = `${lead === '' ? '' : `${lead},`}${when.map(yearWord).join('')}${words}${stated}`
  const { start, end } = cell
  return {
    measurement: {
      start,
      end,
      raw: text.slice(start, end),
      value,
      unit,
      bound: cell.value!.bound,
      role,
      sentence: rowSpan,
    },
    sentence,
    place: { start: sentence.length - stated.length, end: sentence.length },
    row,
    column,
    cells,
    subject: `${row.part ?? ''}${column.part ?? ''}${words}` || lead,
  }
}

/** A cell of so many characters says only how many or how much; a longer one says itself what it counts. */
const SHORT_CELL = 12

/** The figures of a cell of words: measured on their own, explained with the words of their row and column. */
function figuresIn(text: string, { cell, counted, role, row, column, cells }: TableText, lead: string): TableFigure[] {
  const said = text.slice(cell.start, cell.end)
  const isShort = said.length <= SHORT_CELL
  const words = counted.join('')
  const before = `${lead === '' ? '' : `${lead},`}${words}${isShort || words === '' ? '' : ','}`
  const shift = before.length - cell.start
  const named = `${row.part ?? ''}${column.part ?? ''}${words}`
  return cell.figures.map((measurement) => ({
    measurement: { ...measurement, role: measurement.role === 'level' ? (role ?? 'level') : measurement.role },
    sentence: before + said,
    place: { start: measurement.start + shift, end: measurement.end + shift },
    row,
    column,
    cells,
    subject: isShort && words !== '' ? named : null,
  }))
}
