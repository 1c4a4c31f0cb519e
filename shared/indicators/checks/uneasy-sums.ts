import type { Indicator } from '../../report/report.ts'
import { addUp, sumOf } from './add-up.ts'
import type { Contradiction } from './contradiction.ts'
import { bySentence, isExact } from './same-sentence.ts'
import { statedParts } from './stated-parts.ts'

/** Outcomes that exclude each other, by the code of what they are outcomes of. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  'reconsideration.received': ['reconsideration.accepted', 'reconsideration.rejected'],
  'reconsideration.concluded': ['reconsideration.corrected', 'reconsideration.upheld', 'reconsideration.mediated'],
}

/**
 * Parts that do not add up to the total before them in the same sentence: more than it, or just short of it if 其中
 * opens a list of parts of one code.
 */
export function uneasySums(text: string, indicators: readonly Indicator[]): Contradiction[] {
  const exact = indicators.filter(isExact)
  const kinds = statedParts(text, exact)
    .filter(({ total, parts }) => addUp(total, parts) === false)
    .map(({ total, parts }) => contradiction(total, parts))
  return [...kinds, ...bySentence(exact).flatMap(outcomes)]
}

function outcomes(sentence: readonly Indicator[]): Contradiction[] {
  return sentence.flatMap((total, at) => {
    const codes = total.scope === null && total.code !== null ? OUTCOMES[total.code] : undefined
    if (codes === undefined) return []
    const parts = sentence
      .slice(at + 1)
      .filter(({ code, scope }) => scope === null && code !== null && codes.includes(code))
    return sumOf(parts) > total.value ? [contradiction(total, parts)] : []
  })
}

function contradiction(total: Indicator, parts: readonly Indicator[]): Contradiction {
  return {
    code: 'parts_do_not_add_up',
    message: `The parts (${parts.map(({ raw }) => raw).join(' + ')}) add up to ${sumOf(parts)}, the total is ${total.raw}.`,
    start: total.start,
    end: parts.at(-1)!.end,
    figures: [total, ...parts],
  }
}
