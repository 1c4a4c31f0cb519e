import type { Indicator, ParsedDocument } from '../../shared/report/report.ts'
import type { Label, LabelledFacts, LabelledReport } from './labelled-report.ts'
import { firstNumeral, locate, squeeze } from './squeezed.ts'

/** Relative error under which two values are the same number. */
const VALUE_TOLERANCE = 1e-6
/** How much of a part's beginning is compared. */
const PART_BEGINS = 10

type Pair = readonly [Label, Indicator | null]

/** A share with what it was counted from. */
export interface Share {
  readonly of: number
  readonly hits: number
}

export interface Score {
  /** Labels found with value and unit right, of all labels. */
  readonly recall: Share
  /** The same, of all indicators extracted. */
  readonly precision: Share
  readonly bound: Share
  readonly role: Share
  readonly topic: Share
  /** Codes given that are right, of those given. */
  readonly codePrecision: Share
  /** Codes given that are right, of the labels that must have one. */
  readonly codeRecall: Share
  /** Scope given or absent as labelled, of the figures coded right. */
  readonly scope: Share
  /** Facts of the document: who, when, where, which parts. */
  readonly document: Share
}

/** Compares what the parser made of a report with its labels. */
export function score(report: LabelledReport, parsed: ParsedDocument): Score {
  const pairs = pair(report.labels, parsed)
  const found = pairs.filter((p): p is [Label, Indicator] => p[1] !== null)
  const right = found.filter(([label, figure]) => sameNumber(label, figure))
  const must = pairs.filter(([label]) => !codesOf(label).includes(null))
  const coded = found.filter(([, figure]) => figure.code !== null)
  const codedRight = right.filter((p) => p[1].code !== null && codeRight(p))
  return {
    recall: { of: pairs.length, hits: right.length },
    precision: { of: parsed.indicators.length, hits: right.length },
    bound: share(right, ([label, figure]) => label.bound === figure.bound),
    role: share(right, ([label, figure]) => label.role === figure.role),
    topic: share(right, ([label, figure]) => [label.topic, ...(label.topicAlt ?? [])].includes(figure.topic)),
    codePrecision: share(coded, codeRight),
    codeRecall: share(must, codeRight),
    scope: share(codedRight, ([label, figure]) => (label.scope === null) === (figure.scope === null)),
    document: share(factsOf(report.facts, parsed), (same) => same),
  }
}

/** The same shares over several reports together. */
export function total(scores: readonly Score[]): Score {
  const names = Object.keys(scores[0]!) as (keyof Score)[]
  const add = (name: keyof Score): Share => ({
    of: scores.reduce((sum, one) => sum + one[name].of, 0),
    hits: scores.reduce((sum, one) => sum + one[name].hits, 0),
  })
  return Object.fromEntries(names.map((name) => [name, add(name)])) as unknown as Score
}

export const ratio = ({ of, hits }: Share): number => (of === 0 ? 1 : hits / of)

/** A label and an indicator are the same figure where their first digit is the same character of the text. */
function pair(labels: readonly Label[], { text, indicators }: ParsedDocument): Pair[] {
  const byPlace = new Map(indicators.map((figure) => [firstNumeral(text, figure), figure]))
  const squeezed = squeeze(text)
  return labels.map((label) => {
    const span = locate(squeezed, label)
    return [label, span === null ? null : (byPlace.get(firstNumeral(text, span)) ?? null)]
  })
}

function sameNumber(label: Label, figure: Indicator): boolean {
  const error = Math.abs(figure.value - label.value)
  return error <= VALUE_TOLERANCE * Math.max(1, Math.abs(label.value)) && same(label.unit, figure.unit)
}

const codesOf = (label: Label) => [label.code, ...(label.codeAlt ?? [])]
const codeRight = ([label, figure]: Pair) => figure !== null && codesOf(label).includes(figure.code)

function share<T>(of: readonly T[], hit: (one: T) => boolean): Share {
  return { of: of.length, hits: of.filter(hit).length }
}

function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => squeeze(String(value ?? '').normalize('NFKC')).text
  return plain(a) === plain(b)
}

function factsOf(wanted: LabelledFacts, { report, text }: ParsedDocument): boolean[] {
  const fields = [
    ...(['kind', 'level', 'departmentLevel', 'year', 'publishedOn'] as const),
    ...(['documentDate', 'indexNumber', 'script'] as const),
  ].map((field) => same(wanted[field], report[field]))
  const names = [
    [wanted.title, ...(wanted.titleAlt ?? [])].some((title) => same(title, report.title)),
    [wanted.issuer, ...(wanted.issuerAlt ?? [])].some((issuer) => same(issuer, report.issuer)),
    [wanted.source, ...(wanted.sourceAlt ?? [])].some((source) => same(source, report.source)),
  ]
  const region = (['province', 'prefecture', 'county', 'township', 'code'] as const).map((unit) =>
    same(wanted.region[unit], report.region[unit]),
  )
  const completeness = (['achievements', 'problems', 'responsibility', 'plans', 'publishedByApril1'] as const).map(
    (part) => wanted.completeness[part] === report.completeness[part],
  )
  const parts = report.sections
    .filter(({ level }) => level === 1)
    .map(({ role, start, end }) => ({ role, begins: squeeze(text.slice(start, end)).text.slice(0, PART_BEGINS) }))
  const sections = wanted.sections.map(({ role, begins }) =>
    parts.some((part) => part.role === role && same(part.begins, begins.slice(0, PART_BEGINS))),
  )
  return [...fields, ...names, ...region, ...completeness, ...sections]
}
