import { type FoundCell, type FoundTable, TableRows } from '../found-tables.ts'
import { rowLines } from '../rows.ts'
import { fillOf, isGround } from './run-properties.ts'
import type { Styles } from './styles.ts'

type Attributes = Readonly<Record<string, string>>

/** Where lines go: the document, or a cell, which is to its paragraphs what the document is to those outside tables. */
export interface Target {
  readonly lines: string[]
  readonly tables: FoundTable[]
}

interface Cell extends Target {
  columns: number
  continues: boolean
  isShaded: boolean
  /** The one colour of its shading. */
  fill: string | undefined
  isDeleted: boolean
}

interface Row {
  readonly cells: FoundCell[]
  /** Tables in its cells. */
  readonly nested: FoundTable[]
  isDeleted: boolean
}

interface OpenTable {
  readonly rows: TableRows
  hasGround: boolean
}

const EMPTY_CELL: FoundCell = { lines: [] }

/** Writes the tables of a document while its XML goes by (ECMA-376 part 1, 17.4). */
export class TableWriter {
  readonly #body: Target
  readonly #styles: Styles
  /** Innermost last: a table may stand in a cell. */
  readonly #tables: OpenTable[] = []
  readonly #rows: Row[] = []
  readonly #cells: Cell[] = []
  #isInRowProperties = false

  /** @param body for what stands outside tables */
  constructor(body: Target, styles: Styles) {
    this.#body = body
    this.#styles = styles
  }

  get isOpen(): boolean {
    return this.#tables.length > 0
  }

  get target(): Target {
    return this.#cells.at(-1) ?? this.#body
  }

  /** Whether the text of the cell may stand on another ground than paper. */
  get hasGround(): boolean {
    return this.#tables.at(-1)?.hasGround === true || this.#cells.at(-1)?.isShaded === true
  }

  /** The one colour of the cell that is open; undefined if it says none. */
  get fill(): string | undefined {
    return this.#cells.at(-1)?.fill
  }

  /** @returns whether the element is one of a table */
  open(name: string, attributes: Attributes): boolean {
    if (name === 'w:tbl') this.#tables.push({ rows: new TableRows(this.target.tables), hasGround: false })
    else if (name === 'w:tr') this.#rows.push({ cells: [], nested: [], isDeleted: false })
    else if (name === 'w:trPr') this.#isInRowProperties = true
    else if (name === 'w:tc')
      this.#cells.push({
        lines: [],
        tables: [],
        columns: 1,
        continues: false,
        isShaded: false,
        fill: undefined,
        isDeleted: false,
      })
    else if (name === 'w:tblStyle') this.#setGround(attributes['w:val'])
    else if (name === 'w:gridBefore') this.#rows.at(-1)?.cells.push({ ...EMPTY_CELL, columns: countOf(attributes) })
    else return this.#cellProperty(name, attributes)
    return true
  }

  #setGround(style: string | undefined): void {
    const table = this.#tables.at(-1)
    if (table !== undefined) table.hasGround = this.#styles.hasGround(style)
  }

  #cellProperty(name: string, attributes: Attributes): boolean {
    const cell = this.#cells.at(-1)
    if (cell === undefined) return false
    if (name === 'w:gridSpan') cell.columns = countOf(attributes)
    else if (name === 'w:vMerge') cell.continues = attributes['w:val'] !== 'restart'
    else if (name === 'w:cellDel') cell.isDeleted = true
    else return false
    return true
  }

  /** The shading of the cell that is open. */
  shade(attributes: Attributes): void {
    const cell = this.#cells.at(-1)
    if (cell === undefined) return
    cell.isShaded = isGround(attributes)
    cell.fill = fillOf(attributes)
  }

  /** Within the properties of a row, a mark of deletion deletes the row. */
  noteDeletion(): void {
    const row = this.#rows.at(-1)
    if (this.#isInRowProperties && row !== undefined) row.isDeleted = true
  }

  close(name: string): void {
    if (name === 'w:trPr') this.#isInRowProperties = false
    else if (name === 'w:tc') this.#endCell()
    else if (name === 'w:tr') this.#endRow()
    else if (name === 'w:tbl') this.#tables.pop()?.rows.close()
  }

  #endCell(): void {
    const cell = this.#cells.pop()
    const row = this.#rows.at(-1)
    if (cell === undefined || row === undefined || cell.isDeleted) return
    const { lines, tables, columns, continues } = cell
    row.cells.push({ lines, columns, continues: continues && lines.length === 0 })
    row.nested.push(...tables)
  }

  #endRow(): void {
    const row = this.#rows.pop()
    if (row === undefined || row.isDeleted) return
    this.target.lines.push(...rowLines(row.cells.map(({ lines }) => lines)))
    this.#tables.at(-1)?.rows.add(row.cells, row.nested)
  }
}

function countOf(attributes: Attributes): number {
  return Math.max(1, Number(attributes['w:val']) || 1)
}
