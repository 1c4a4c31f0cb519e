import type { Indicator } from '../../report/report.ts'
import type { Contradiction } from './contradiction.ts'
import { bySentence, isExact } from './same-sentence.ts'

interface Relation {
  readonly rate: string
  readonly part: string
  readonly whole: string
}

/** Rates whose numerator and denominator have codes of their own. */
const RELATIONS: readonly Relation[] = [
  { rate: 'mediation.success_rate', part: 'mediation.succeeded', whole: 'mediation.accepted' },
  { rate: 'petition.conclusion_rate', part: 'petition.concluded', whole: 'petition.received' },
  { rate: 'hotline.conclusion_rate', part: 'hotline.concluded', whole: 'hotline.received' },
]
/** Rates of punctuality are of the concluded, not of the received: 按时办结率 says nothing of how many are open. */
const PUNCTUALITY = /按时|按期|及时|限时|如期/
/** Percentage points by which a rate may miss its fraction: reports round, and carry cases over. */
const TOLERANCE = 1

/** A rate that its own numerator and denominator, in the same sentence, contradict: 125 of 135 called 80%. */
export function contradictedRates(indicators: readonly Indicator[]): Contradiction[] {
  return bySentence(indicators).flatMap((sentence) => sentence.flatMap((rate, at) => contradiction(rate, sentence, at)))
}

function contradiction(rate: Indicator, sentence: readonly Indicator[], at: number): Contradiction[] {
  const relation = RELATIONS.find((one) => one.rate === rate.code)
  if (relation === undefined || PUNCTUALITY.test(rate.subject)) return []
  const before = sentence.slice(0, at)
  const last = (code: string) =>
    before.findLast((figure) => figure.code === code && figure.scope === rate.scope && isExact(figure))
  const part = last(relation.part)
  const whole = last(relation.whole)
  if (part === undefined || whole === undefined || whole.value === 0) return []
  const fraction = (part.value / whole.value) * 100
  const misses =
    rate.bound === 'atLeast' ? rate.value - fraction : rate.bound === 'exact' ? Math.abs(rate.value - fraction) : 0
  if (misses <= TOLERANCE) return []
  return [
    {
      code: 'rate_contradicted',
      message: `${part.raw} of ${whole.raw} is ${fraction.toFixed(1)}%, the report says ${rate.raw}.`,
      start: rate.start,
      end: rate.end,
      figures: [rate],
    },
  ]
}
