import type { Indicator } from '../../report/report.ts'
import type { Contradiction } from './contradiction.ts'
import { isExact } from './same-sentence.ts'

/**
 * Codes of which a year has one value for the whole jurisdiction. Others are counted campaign by campaign, so that two
 * values of them are no contradiction.
 */
const ONE_VALUE = new Set([
  'reconsideration.received',
  'reconsideration.rejected',
  'litigation.new',
  'litigation.lost',
  'litigation.head_appearance_rate',
  'mediation.committees',
  'mediation.mediators',
  'mediation.success_rate',
  'petition.conclusion_rate',
  'hotline.received',
  'hotline.concluded',
  'legal_aid.cases',
  'legal_aid.criminal_cases',
  'correction.admitted',
  'correction.released',
  'correction.current',
  'market.entities',
  'service.items',
  'rules.issued',
  'rules.filed',
  'decision.catalogued',
  'enforcement.bodies',
  'grid.cells',
  'publicity.law_literate',
  'publicity.law_vice_principals',
  'publicity.demo_villages_national',
  'publicity.demo_villages_provincial',
  'publicity.demo_villages_municipal',
  'disclosure.on_request',
])

/** Values further apart than this count different things, which the words around them did not say. */
const FURTHEST_APART = 2

/** Two different values for one code and the whole jurisdiction; the warning stands at the later one. */
export function differingTotals(indicators: readonly Indicator[]): Contradiction[] {
  const first = new Map<string, Indicator>()
  const found: Contradiction[] = []
  for (const figure of indicators) {
    if (figure.code === null || !ONE_VALUE.has(figure.code) || figure.scope !== null || !isExact(figure)) continue
    const earlier = first.get(figure.code)
    if (earlier === undefined) first.set(figure.code, figure)
    else if (contradicts(earlier, figure))
      found.push({
        code: 'two_values',
        message: `${figure.code} is ${figure.raw} here and ${earlier.raw} at offset ${earlier.start}.`,
        start: figure.start,
        end: figure.end,
        figures: [earlier, figure],
      })
  }
  return found
}

function contradicts(a: Indicator, b: Indicator): boolean {
  const [less, more] = a.value < b.value ? [a.value, b.value] : [b.value, a.value]
  return a.unit === b.unit && a.sentence.start !== b.sentence.start && less < more && more <= less * FURTHEST_APART
}
