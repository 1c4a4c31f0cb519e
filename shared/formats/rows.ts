/** Cells of one table row stand in one line, parted by this: blank to a reader, no part of a number or a word. */
export const CELL_SEPARATOR = '\t'

/** A cell of figures holds a few words; one with more lines than this lays out a page. */
const MAX_CELL_LINES = 3

/** The lines of a table row: one with its cells together, or, where the table only lays out text, the cells' own. */
export function rowLines(cells: readonly (readonly string[])[]): string[] {
  if (cells.some((lines) => lines.length > MAX_CELL_LINES)) return cells.flat()
  const line = cells
    .map((lines) => lines.join(' '))
    .filter((cell) => cell !== '')
    .join(CELL_SEPARATOR)
  return line === '' ? [] : [line]
}
