import { locate, squeeze } from '../labels/squeezed.ts'
import type { LabelledReport } from './labelled-report.ts'

const DIGITS = /[0-9]+(?:[.,][0-9]+)*/g

/** Labels that their `before`, `raw` and `nth` do not find, or that stand before their predecessor. */
export function misplaced({ text, labels }: LabelledReport): string[] {
  const squeezed = squeeze(text)
  let last = -1
  return labels
    .filter((label) => {
      const start = locate(squeezed, label)?.start ?? -1
      const inOrder = start > last
      last = Math.max(last, start)
      return !inOrder
    })
    .map(({ before, raw }) => `${before}|${raw}`)
}

/** Labels whose place is ambiguous: `before + raw` occurs more than once and no `nth` says which is meant. */
export function ambiguous({ text, labels }: LabelledReport): string[] {
  const squeezed = squeeze(text)
  return labels
    .filter((label) => label.nth === undefined && locate(squeezed, { ...label, nth: 2 }) !== null)
    .map(({ before, raw }) => `${before}|${raw}`)
}

/** Every run of digits outside the labels, as `six before|digits|four after`, blanks removed. */
export function unlabelledNumbers({ text, labels }: LabelledReport): string[] {
  const squeezed = squeeze(text)
  const spans = labels.map((label) => locate(squeezed, label)).filter((span) => span !== null)
  return [...text.matchAll(DIGITS)]
    .filter(({ index }) => !spans.some(({ start, end }) => start <= index && index < end))
    .map(({ 0: digits, index }) => {
      const before = squeeze(text.slice(0, index)).text.slice(-6)
      const after = squeeze(text.slice(index + digits.length, index + digits.length + 30)).text.slice(0, 4)
      return `${before}|${digits}|${after}`
    })
}
