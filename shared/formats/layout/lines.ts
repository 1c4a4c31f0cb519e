import { inColumns } from './columns.ts'
import type { Box } from './drawing.ts'
import { partTables } from './ruled-tables.ts'
import type { Line, Run } from './run.ts'
import { joinRuns, linesOfRows, textLines } from './text-lines.ts'
import { withWrappedCells } from './wrapped-cells.ts'

/**
 * The lines of one page in reading order: from top to bottom, column by column if the page has two; the tables that rules draw row by row, in
 * pages of one column.
 */
export function linesOfPage(runs: readonly Run[], rules: readonly Box[]): Line[] {
  const { tables, others } = partTables(runs, rules)
  const rows = joinRuns(others)
  const columns = inColumns(rows)
  if (columns !== null) {
    const all = tables.length === 0 ? columns : (inColumns(joinRuns(runs)) ?? [runs])
    return all.flatMap(textLines)
  }
  const lines = withWrappedCells(linesOfRows(rows))
  for (const { top, lines: rows } of tables) {
    const below = lines.findIndex(({ y }) => y > top)
    lines.splice(below < 0 ? lines.length : below, 0, ...rows)
  }
  return lines
}
