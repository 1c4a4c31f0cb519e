import { inColumns } from './columns.ts'
import { joinLine } from './join-line.ts'
import type { Line, Run } from './run.ts'

/** Runs whose base lines differ by less than this part of the type size stand in one line: rounding, and raised marks. */
const SAME_LINE = 0.4
/** The lines of one page in reading order: from top to bottom, column by column if the page has two. */
export function linesOfPage(runs: readonly Run[]): Line[] {
  const lines = joinRuns(runs.filter(isVisible))
  return inColumns(lines) ?? lines.map(joinLine)
}

/** Damaged files give text without a position. */
function isVisible({ text, x, y, width, size }: Run): boolean {
  return text.trim() !== '' && size > 0 && Number.isFinite(x + y + width + size)
}

/** Runs of one base line each, from top to bottom, in a line from left to right. */
function joinRuns(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = []
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const first = lines.at(-1)?.[0]
    if (first !== undefined && Math.abs(run.y - first.y) < SAME_LINE * Math.max(run.size, first.size))
      lines.at(-1)!.push(run)
    else lines.push([run])
  }
  for (const line of lines) line.sort((a, b) => a.x - b.x)
  return lines
}
