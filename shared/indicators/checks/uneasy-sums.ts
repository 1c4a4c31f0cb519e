import type { Indicator, Warning } from '../../report/report.ts'
import { bySentence, isExact } from './same-sentence.ts'

/** Outcomes that exclude each other, by the code of what they are outcomes of. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  'reconsideration.received': ['reconsideration.accepted', 'reconsideration.rejected'],
  'reconsideration.concluded': ['reconsideration.corrected', 'reconsideration.upheld', 'reconsideration.mediated'],
}
/** Parts that make up this much of their total are meant as all of it; fewer may be examples. */
const MEANT_AS_WHOLE = 0.9

/**
 * Parts that do not add up to the total before them in the same sentence: more than it, or just short of it if 其中
 * opens a list of parts of one code.
 */
export function uneasySums(text: string, indicators: readonly Indicator[]): Warning[] {
  return bySentence(indicators.filter(isExact)).flatMap((sentence) =>
    sentence.flatMap((total, i) => {
      if (total.code === null || total.scope !== null) return []
      const after = sentence.slice(i + 1)
      return [...kinds(text, total, after), ...outcomes(total, after)]
    }),
  )
}

function kinds(text: string, total: Indicator, after: readonly Indicator[]): Warning[] {
  const parts = untilNextTotal(total, after).filter((part) => part.code === total.code && part.unit === total.unit)
  if (parts.length === 0 || !opensParts(text, total, parts[0]!)) return []
  const sum = sumOf(parts)
  const short = parts.length > 1 && sum < total.value && sum >= total.value * MEANT_AS_WHOLE
  return sum > total.value || short ? [warning(total, parts, sum)] : []
}

function opensParts(text: string, total: Indicator, first: Indicator): boolean {
  return text.slice(total.end, first.start).includes('其中')
}

/** A second figure for the whole begins anew. */
function untilNextTotal(total: Indicator, after: readonly Indicator[]): readonly Indicator[] {
  const next = after.findIndex(({ code, scope }) => code === total.code && scope === null)
  return next < 0 ? after : after.slice(0, next)
}

function outcomes(total: Indicator, after: readonly Indicator[]): Warning[] {
  const codes = OUTCOMES[total.code!]
  if (codes === undefined) return []
  const parts = after.filter(({ code, scope }) => scope === null && code !== null && codes.includes(code))
  const sum = sumOf(parts)
  return sum > total.value ? [warning(total, parts, sum)] : []
}

/** Decimals are summed in writing's precision: 0.1 and 0.2 make 0.3. */
function sumOf(parts: readonly Indicator[]): number {
  return Number(parts.reduce((sum, { value }) => sum + value, 0).toFixed(6))
}

function warning(total: Indicator, parts: readonly Indicator[], sum: number): Warning {
  return {
    code: 'parts_do_not_add_up',
    message: `The parts (${parts.map(({ raw }) => raw).join(' + ')}) add up to ${sum}, the total is ${total.raw}.`,
    start: total.start,
    end: parts.at(-1)!.end,
  }
}
