import { MILLIMETRE, makeOfd, makePdf, ofdText, PAGE_HEIGHT, pdfText, SIZE, widthOf } from './paged.ts'

/** A cell by its lines; `columns` and `rows` are how many it spans. */
export interface RuledCell {
  readonly lines: readonly string[]
  readonly columns?: number
  readonly rows?: number
}

/** A line from one point to another, in points from the top left corner. */
type Rule = readonly [x: number, y: number, toX: number, toY: number]

const LEFT = 70
const LEADING = 1.3 * SIZE
const PADDING = 0.3 * SIZE

/** What a ruled table draws: its texts with their places, and its rules. */
export interface DrawnTable {
  readonly texts: readonly { readonly text: string; readonly x: number; readonly y: number }[]
  readonly rules: readonly Rule[]
  readonly bottom: number
}

/**
 * Draws a table, its cells centred.
 * @param widths of its columns, in characters
 * @param rows without the cells that others cover
 */
export function drawTable(
  widths: readonly number[],
  rows: readonly (readonly (RuledCell | string)[])[],
  top: number,
): DrawnTable {
  const xs = widths.reduce<number[]>((all, width) => all.concat(all.at(-1)! + width * SIZE), [LEFT])
  const all = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { lines: [cell] } : cell)))
  const ys = all.reduce<number[]>(
    (places, row) => {
      const lines = Math.max(...row.map(({ lines, rows: span = 1 }) => Math.ceil(lines.length / span)))
      return places.concat(places.at(-1)! + lines * LEADING + 2 * PADDING)
    },
    [top],
  )
  const texts: { text: string; x: number; y: number }[] = []
  const rules: Rule[] = []
  const taken = new Set<string>()
  for (const [row, cells] of all.entries()) {
    let column = 0
    for (const { lines, columns = 1, rows: height = 1 } of cells) {
      while (taken.has(`${row} ${column}`)) column++
      for (let y = row; y < row + height; y++) for (let x = column; x < column + columns; x++) taken.add(`${y} ${x}`)
      const [left, right, above, below] = [xs[column]!, xs[column + columns]!, ys[row]!, ys[row + height]!]
      rules.push([left, above, right, above], [left, below, right, below])
      rules.push([left, above, left, below], [right, above, right, below])
      const first = (above + below - lines.length * LEADING) / 2 + SIZE
      for (const [line, text] of lines.entries())
        texts.push({ text, x: (left + right - (widthOf(text) / 2) * SIZE) / 2, y: first + line * LEADING })
      column += columns
    }
  }
  return { texts, rules, bottom: ys.at(-1)! }
}

/** The operators of a table, with its rules drawn in one of the ways in which programs do. */
function pdfTable({ texts, rules }: DrawnTable, way: keyof typeof WAYS): string {
  return [...texts.map(({ text, x, y }) => pdfText(text, x, y)), WAYS[way](rules)].join('\n')
}

const upright = (y: number) => PAGE_HEIGHT - y
const WAYS = {
  strokes: (rules: readonly Rule[]) =>
    rules.map(([x, y, toX, toY]) => `${x} ${upright(y)} m ${toX} ${upright(toY)} l S`).join('\n'),
  'strokes in one path': (rules: readonly Rule[]) =>
    `${rules.map(([x, y, toX, toY]) => `${x} ${upright(y)} m ${toX} ${upright(toY)} l`).join('\n')} S`,
  boxes: (rules: readonly Rule[]) =>
    rules.map(([x, y, toX, toY]) => `${x} ${upright(toY)} ${toX - x || 0.5} ${toY - y || 0.5} re f*`).join('\n'),
  'boxes in one path': (rules: readonly Rule[]) =>
    `${rules.map(([x, y, toX, toY]) => `${x} ${upright(toY)} ${toX - x || 0.5} ${toY - y || 0.5} re`).join('\n')} f`,
  nothing: () => '',
}

export const WAYS_TO_RULE = (Object.keys(WAYS) as (keyof typeof WAYS)[]).filter((way) => way !== 'nothing')

/** A PDF file of tables, one on each page under a line of text. */
export function ruledPdf(tables: readonly DrawnTable[], way: keyof typeof WAYS = 'strokes'): Buffer {
  return makePdf(tables.map((table) => pdfTable(table, way)))
}

/** An OFD file with a table, its rules as paths. */
export function ruledOfd({ texts, rules }: DrawnTable): Buffer {
  const path = ([x, y, toX, toY]: Rule) => {
    const [left, top, right, bottom] = [x, y, toX, toY].map((length) => length * MILLIMETRE)
    return `<ofd:PathObject Boundary="${left} ${top} ${right! - left!} ${bottom! - top!}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${right! - left!} ${bottom! - top!}</ofd:AbbreviatedData></ofd:PathObject>`
  }
  return makeOfd([
    [...texts.map(({ text, x, y }) => ofdText(text, x * MILLIMETRE, y * MILLIMETRE)), ...rules.map(path)],
  ])
}
