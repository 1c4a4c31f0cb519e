import type { Indicator } from '../../report/report.ts'
import { bySentence } from './same-sentence.ts'

/** A figure for the whole, with the parts that 其中 opens after it in its sentence. */
export interface StatedParts {
  readonly total: Indicator
  /** Of the total's code and unit, in the order of the text. */
  readonly parts: readonly Indicator[]
}

/** Every total of which the report states parts. */
export function statedParts(text: string, indicators: readonly Indicator[]): StatedParts[] {
  return bySentence(indicators).flatMap((sentence) =>
    sentence.flatMap((total, at) => {
      if (total.code === null || total.scope !== null) return []
      const parts = untilNextTotal(total, sentence.slice(at + 1)).filter(
        (part) => part.code === total.code && part.unit === total.unit,
      )
      return parts.length > 0 && opensParts(text, total, parts[0]!) ? [{ total, parts }] : []
    }),
  )
}

/** A second figure for the whole begins anew. */
function untilNextTotal(total: Indicator, after: readonly Indicator[]): readonly Indicator[] {
  const next = after.findIndex(({ code, scope }) => code === total.code && scope === null)
  return next < 0 ? after : after.slice(0, next)
}

function opensParts(text: string, total: Indicator, first: Indicator): boolean {
  return text.slice(total.end, first.start).includes('其中')
}
