import type { Indicator } from '../../shared/report/report.ts'
import type { ParsedFigures } from '../corpus/parse-source.ts'
import { codesOf, type Label, periodOf, scopesOf, topicsOf } from '../labels/label.ts'
import { firstNumeral, locate, sameText, squeeze } from '../labels/squeezed.ts'
import { type Shares, share } from './share.ts'

/** Relative error under which two values are the same number. */
const VALUE_TOLERANCE = 1e-6

/** What is scored of the figures one by one. */
export const FIGURE_SHARES = [
  /** Figures extracted whose value and unit a label has, of those extracted. */
  'precision',
  /** The same, of the labels. */
  'recall',
  'bound',
  'role',
  'period',
  'topic',
  /** Codes given that are right, of those given. */
  'codePrecision',
  /** Labels that got a right code, of those that must have one. */
  'codeRecall',
  /** Part or whole as labelled, of the figures coded right. */
  'scope',
] as const
export type FigureShare = (typeof FIGURE_SHARES)[number]

type Pair = readonly [Label, Indicator | null]
type FoundPair = readonly [Label, Indicator]

/** Compares the figures that the parser found with the labels of the same text. */
export function scoreFigures(labels: readonly Label[], parsed: ParsedFigures): Shares<FigureShare> {
  const pairs = pair(labels, parsed)
  const found = pairs.filter((one): one is FoundPair => one[1] !== null)
  const right = found.filter(([label, figure]) => sameNumber(label, figure))
  const mustHaveCode = pairs.filter(([label]) => !codesOf(label).includes(null))
  const coded = found.filter(([, figure]) => figure.code !== null)
  const codedRight = right.filter((one) => one[1].code !== null && isCodeRight(one))
  return {
    precision: { of: parsed.indicators.length, hits: right.length },
    recall: { of: pairs.length, hits: right.length },
    bound: share(right, ([label, { bound }]) => label.bound === bound),
    role: share(right, ([label, { role }]) => label.role === role),
    period: share(right, ([label, { period }]) => periodOf(label) === period),
    topic: share(right, ([label, { topic }]) => topicsOf(label).includes(topic)),
    codePrecision: share(coded, isCodeRight),
    codeRecall: share(mustHaveCode, isCodeRight),
    scope: share(codedRight, ([label, { scope }]) => scopesOf(label).some((s) => (s === null) === (scope === null))),
  }
}

/** A label and an indicator are the same figure if their first digit is the same character of the text. */
function pair(labels: readonly Label[], { text, indicators }: ParsedFigures): Pair[] {
  const byPlace = new Map(indicators.map((figure) => [firstNumeral(text, figure), figure]))
  const squeezed = squeeze(text)
  return labels.map((label) => {
    const span = locate(squeezed, label)
    return [label, span === null ? null : (byPlace.get(firstNumeral(text, span)) ?? null)]
  })
}

function sameNumber(label: Label, figure: Indicator): boolean {
  const error = Math.abs(figure.value - label.value)
  return error <= VALUE_TOLERANCE * Math.max(1, Math.abs(label.value)) && sameText(label.unit, figure.unit)
}

const isCodeRight = ([label, figure]: Pair) => figure !== null && codesOf(label).includes(figure.code)
