import { sentences } from '../indicators/meaning/sentences.ts'
import { read } from '../text/reading.ts'

/** Shorter sentences are headings and phrases that every report has. */
const MIN_LENGTH = 12
/** Figures change where the sentence about them does not. */
const DIGITS = /\d+/g

/**
 * The share of a text that another one has too: of its characters in sentences of 12 or more, those in sentences that stand in the
 * other text, whatever their figures. Linear in both.
 * @returns 0 to 1, in steps of 0.001; null if the text has no such sentence
 * @example repeatedShare('全年共办理行政复议案件12件。', '全年共办理行政复议案件9件。') // 1
 */
export function repeatedShare(text: string, other: string): number | null {
  const others = new Set(longSentences(other))
  let [all, repeated] = [0, 0]
  for (const sentence of longSentences(text)) {
    all += sentence.length
    if (others.has(sentence)) repeated += sentence.length
  }
  return all === 0 ? null : Math.round((repeated / all) * 1000) / 1000
}

function longSentences(text: string): string[] {
  const { text: folded } = read(text, { start: 0, end: text.length })
  return [...sentences(folded)]
    .map(({ start, end }) => folded.slice(start, end).trim().replaceAll(DIGITS, '0'))
    .filter(({ length }) => length >= MIN_LENGTH)
}
