import type { Span } from '../../shared/text/span.ts'
import type { Label } from './label.ts'

const BLANK = /[\s\u200b-\u200d\ufeff]/
const NUMERAL = /[0-9０-９〇零一二两兩三四五六七八九十百千半]/

/** A text with its blanks removed, and where each remaining code unit stood. */
export interface Squeezed {
  readonly text: string
  readonly offsets: readonly number[]
}

export function squeeze(text: string): Squeezed {
  const kept = [...text.split('').entries()].filter(([, unit]) => !BLANK.test(unit))
  return { text: kept.map(([, unit]) => unit).join(''), offsets: kept.map(([offset]) => offset) }
}

/** Where a label's `raw` stands in the text before squeezing, or null where `before + raw` does not occur `nth` times. */
export function locate(
  { text, offsets }: Squeezed,
  { before, raw, nth = 1 }: Pick<Label, 'before' | 'raw' | 'nth'>,
): Span | null {
  const figure = squeeze(raw).text
  let at = -1
  for (let occurrence = 0; occurrence < nth; occurrence++) {
    at = text.indexOf(before + figure, at + 1)
    if (at < 0) return null
  }
  const start = at + before.length
  return { start: offsets[start]!, end: offsets[start + figure.length - 1]! + 1 }
}

/** Offset of the figure's first digit: the same for whoever counts 超 or 共 into `raw` and whoever does not. */
export function firstNumeral(text: string, { start, end }: Span): number {
  const at = text.slice(start, end).search(NUMERAL)
  return start + Math.max(0, at)
}

/** Whether two values read alike: blanks and the width of characters do not matter, and nothing is as good as empty. */
export function sameText(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => squeeze(String(value ?? '').normalize('NFKC')).text
  return plain(a) === plain(b)
}
