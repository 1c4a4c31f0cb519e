import { mostFrequent } from './most-frequent.ts'
import type { DrawnRun } from './run.ts'

/** Characters of the text below that a watermark must lie across; a mark beside a title may touch one. */
const MIN_ACROSS = 3
/** So much of the watermark's own characters do; of a line only those that a mark of a note touches. */
const MOST = 0.5
/** Type is touched by a mark whose base line is so much higher or lower, of the mark's size. */
const TOUCHED = 0.2
/** Type so much larger than what it lies across is the watermark. */
const LARGER = 1.4
/** Type of the same size is the watermark if it is paler by this much, of 255. */
const PALER = 48

/** A page has some thousand characters, each with a few others near; beyond this a page is made to take long. */
const MAX_COMPARED = 2_000_000

/** A text drawn with one type on one base line. */
interface Stroke {
  readonly runs: DrawnRun[]
  readonly size: number
  readonly ink: number
}

/**
 * Runs without the watermarks among them: text that lies across other text, and is larger or paler than it. Slanted ones are left out
 * before.
 */
export function withoutWatermarks(runs: readonly DrawnRun[]): readonly DrawnRun[] {
  if (!varies(runs)) return runs
  const strokes = strokesOf(runs)
  const smallest = strokes.reduce((least, { size }) => Math.min(least, size), Number.POSITIVE_INFINITY)
  const darkest = strokes.reduce((most, { ink }) => Math.max(most, ink), 0)
  const suspects = strokes.filter(({ size, ink }) => size > LARGER * smallest || darkest - ink > PALER)
  if (suspects.length === 0) return runs
  const middles = new Middles(strokes)
  const marks = suspects.filter((stroke) => middles.isAcross(stroke))
  if (marks.length === 0) return runs
  // Of a mark that is repeated over the page, some copies lie beside the text.
  const pale = new Set(marks.filter(({ ink }) => darkest - ink > PALER).map(typeOf))
  const left = new Set([...marks, ...suspects.filter((one) => pale.has(typeOf(one)))].flatMap((mark) => mark.runs))
  return runs.filter((run) => !left.has(run))
}

/** Whether some of the type is so much larger or paler than other type that it may be a watermark; on most pages none is. */
function varies(runs: readonly DrawnRun[]): boolean {
  let [smallest, largest] = [Number.POSITIVE_INFINITY, 0]
  let [palest, darkest] = [Number.POSITIVE_INFINITY, 0]
  for (const run of runs) {
    const ink = inkOf(run)
    smallest = Math.min(smallest, run.size)
    largest = Math.max(largest, run.size)
    palest = Math.min(palest, ink)
    darkest = Math.max(darkest, ink)
  }
  return largest > LARGER * smallest || darkest - palest > PALER
}

function typeOf({ size, ink }: Stroke): string {
  return `${size.toFixed(1)} ${ink}`
}

function strokesOf(runs: readonly DrawnRun[]): Stroke[] {
  const strokes = new Map<string, Stroke>()
  for (const run of runs) {
    const ink = inkOf(run)
    const key = `${Math.round(run.y)} ${run.size.toFixed(1)} ${ink}`
    const stroke = strokes.get(key)
    if (stroke === undefined) strokes.set(key, { runs: [run], size: run.size, ink })
    else stroke.runs.push(run)
  }
  return [...strokes.values()]
}

/** How dark a run stands on white paper, of 255. */
function inkOf({ colour, opacity }: DrawnRun): number {
  if (colour === null) return 255 * opacity
  const brightness = 0.299 * ((colour >> 16) & 0xff) + 0.587 * ((colour >> 8) & 0xff) + 0.114 * (colour & 0xff)
  return (255 - brightness) * opacity
}

/** The middles of all runs, by cells of the page about as large as most of its type. */
class Middles {
  readonly #cells = new Map<number, { x: number; y: number; stroke: Stroke }[]>()
  readonly #cell: number
  #compared = 0

  constructor(strokes: readonly Stroke[]) {
    this.#cell = Math.max(1, mostFrequent(strokes.flatMap(({ runs }) => runs.map(({ size }) => size))))
    for (const stroke of strokes) {
      for (const { x, y, width, size } of stroke.runs) {
        const middle = { x: x + width / 2, y: y - 0.35 * size, stroke }
        const key = this.#keyOf(this.#cellOf(middle.x), this.#cellOf(middle.y))
        const others = this.#cells.get(key)
        if (others === undefined) this.#cells.set(key, [middle])
        else others.push(middle)
      }
    }
  }

  /** Whether most of a stroke lies across characters of smaller or darker type. */
  isAcross(stroke: Stroke): boolean {
    let across = 0
    let below = 0
    for (const run of stroke.runs) {
      const count = this.#below(run, stroke)
      below += count
      if (count > 0) across++
    }
    return below >= MIN_ACROSS && across >= MOST * stroke.runs.length
  }

  #below({ x, y, width, size }: DrawnRun, stroke: Stroke): number {
    let count = 0
    const top = y - (0.75 + TOUCHED) * size
    const bottom = y + TOUCHED * size
    for (let row = this.#cellOf(top); row <= this.#cellOf(bottom); row++)
      for (let column = this.#cellOf(x); column <= this.#cellOf(x + width); column++) {
        if (++this.#compared > MAX_COMPARED) return count
        for (const middle of this.#cells.get(this.#keyOf(column, row)) ?? []) {
          this.#compared++
          const isIn = middle.x >= x && middle.x < x + width && middle.y > top && middle.y < bottom
          if (isIn && isBelow(middle.stroke, stroke)) count++
        }
      }
    return count
  }

  #cellOf(place: number): number {
    return Math.floor(place / this.#cell)
  }

  #keyOf(column: number, row: number): number {
    return column * MAX_ROWS + row
  }
}
/** More than a page has cells from top to bottom. */
const MAX_ROWS = 2 ** 26

function isBelow(text: Stroke, mark: Stroke): boolean {
  if (text === mark) return false
  return mark.size > LARGER * text.size || (mark.size * LARGER > text.size && text.ink - mark.ink > PALER)
}
