import { UNKNOWN_CHARACTER } from './drawing.ts'
import { joinLine } from './join-line.ts'
import { SMALLER, withHighMarks, withoutNoteMarks } from './note-marks.ts'
import type { Line, Run } from './run.ts'

/** Runs whose base lines differ by less than this part of the type size stand in one line: rounding. */
const SAME_LINE = 0.4
/** Of smaller type the difference may be larger: raised and lowered marks. */
const RAISED = 0.65

/** The lines of text that stands in one column, from top to bottom. */
export function textLines(runs: readonly Run[]): Line[] {
  return linesOfRows(joinRuns(runs))
}

/** The same of runs that are joined already. */
export function linesOfRows(rows: readonly Run[][]): Line[] {
  const lines = withHighMarks(rows).map(withoutNoteMarks)
  const filled = lines.filter(({ length }) => length > 0)
  return filled.map((line) => withoutHoles(joinLine(line))).filter(({ text }) => !NOTHING_KNOWN.test(text))
}

/** Nobody knows a number of which a figure is unknown. */
const HOLE = new RegExp(`[\\d.,%％‰]*${UNKNOWN_CHARACTER}[\\d.,%％‰ ${UNKNOWN_CHARACTER}]*`, 'g')
const NOTHING_KNOWN = new RegExp(`^[${UNKNOWN_CHARACTER}\\s、，。；：]*$`)

function withoutHoles(line: Line): Line {
  return line.text.includes(UNKNOWN_CHARACTER) ? { ...line, text: line.text.replace(HOLE, UNKNOWN_CHARACTER) } : line
}

/** Runs of one base line each, from top to bottom, in a line from left to right. */
export function joinRuns(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = []
  let line: Run[] = []
  let largest: Run | undefined
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    if (largest !== undefined && isOneLine(run, largest)) {
      line.push(run)
      if (run.size > largest.size) largest = run
    } else {
      line = [run]
      lines.push(line)
      largest = run
    }
  }
  for (const line of lines) line.sort((a, b) => a.x - b.x)
  return lines
}

function isOneLine(a: Run, b: Run): boolean {
  const larger = Math.max(a.size, b.size)
  const isRaised = Math.min(a.size, b.size) < SMALLER * larger
  return Math.abs(a.y - b.y) < (isRaised ? RAISED : SAME_LINE) * larger
}
