/** Cells of one table row stand in one line, parted by this: blank to a reader, no part of a number or a word. */
export const CELL_SEPARATOR = '\t'

/** A cell of figures holds a few words; one with more lines than this lays out a page. */
const MAX_CELL_LINES = 3

/** The lines of a table row: one with all its cells, or, if the table only lays out text, the lines of the cells. */
export function rowLines(cells: readonly (readonly string[])[]): string[] {
  const filled = cells.filter(({ length }) => length > 0)
  if (filled.length < 2 || laysOutText(cells)) return filled.flat()
  return [filled.map((lines) => lines.join(' ')).join(CELL_SEPARATOR)]
}

/** Whether the cells of a row hold paragraphs rather than words and figures. */
export function laysOutText(cells: readonly (readonly string[])[]): boolean {
  return cells.some(({ length }) => length > MAX_CELL_LINES)
}
