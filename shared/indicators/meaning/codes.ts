import type { Entry } from '../../catalogue/entry.ts'
import type { Matter } from '../../catalogue/matters.ts'
import { isOfKind } from '../../catalogue/units.ts'
import type { Role, Topic } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import { type CompiledRule, type Hit, RULES, type WordList } from './vocabulary.ts'

/** Where a rule's matter can be named, the surest first, and how much each place weighs. */
const PLACES = [
  { place: 'left', weight: 4 },
  { place: 'sentence', weight: 3 },
  { place: 'right', weight: 2 },
  { place: 'counted', weight: 1.5 },
  { place: 'faint', weight: 1 },
  { place: 'before', weight: 1 },
] as const
type Place = (typeof PLACES)[number]['place']
/** What the heading announces settles between rules that fit alike. */
const OF_HEADING = 2
/** A rule for the figures after another's knows more than one for any figure. */
const OF_FIGURE_BEFORE = 1
/** A word after the figure counts for less where words before it already say something. */
const AFTERTHOUGHT = 3

export interface Evidence {
  /** The words before the figure. */
  readonly left: readonly Hit[]
  /** The words after it. */
  readonly right: readonly Hit[]
  /** The words in the titles of documents before it. */
  readonly titles: readonly Hit[]
  /** The code of the figure before in the sentence. */
  readonly after: string | null
  /** The topic of the heading above. */
  readonly heading: Topic | null
  /** Matters by where they were named; `counted` is that of the last figure before the sentence. */
  readonly matters: Readonly<Record<Place, readonly Matter[]>>
}

export interface Coding {
  readonly entry: Entry
  /** The matter under which it was counted, or that it leaves the sentence speaking of; null where there is none. */
  readonly matter: Matter | null
}

interface Match {
  readonly rule: CompiledRule
  readonly matter: Matter | null
  readonly weight: number
  /** From the figure to the nearest of the rule's words. */
  readonly distance: number
}

/** The entry that the figure measures, or null: what is counted, its stage and its unit must all fit. */
export function codeOf(role: Role, figure: Span, unit: string, evidence: Evidence): Coding | null {
  const fitting = rulesOfUnit(unit)
  let best: Match | null = null
  for (const side of [evidence.left, evidence.right, evidence.titles])
    for (const { word } of side)
      for (const rule of word.rules) {
        if (fitting[rule.order] === 0 || (role === 'change' && !rule.entry.change)) continue
        const found = match(rule, figure, evidence)
        if (found !== null && (best === null || isBetter(found, best))) best = found
      }
  return best === null ? null : { entry: best.rule.entry, matter: best.rule.entry.leads ?? best.matter }
}

function isBetter(a: Match, b: Match): boolean {
  if (a.weight !== b.weight) return a.weight > b.weight
  if (a.distance !== b.distance) return a.distance < b.distance
  return a.rule.order < b.rule.order
}

/** By unit and a rule's place in the catalogue 1 where the rule's entry can be counted in the unit. */
const fittingUnit = new Map<string, Uint8Array>()
/** Units are a few dozen words; a text that invents more must not fill the memory. */
const MAX_UNITS = 1000

function rulesOfUnit(unit: string): Uint8Array {
  const known = fittingUnit.get(unit)
  if (known !== undefined) return known
  const fitting = Uint8Array.from(RULES, ({ entry }) => (unitFits(entry, unit) ? 1 : 0))
  if (fittingUnit.size < MAX_UNITS) fittingUnit.set(unit, fitting)
  return fitting
}

function unitFits({ unit: kind, alsoUnits = '', notUnits = '' }: Entry, unit: string): boolean {
  if (unit === '' || notUnits.split('|').includes(unit)) return false
  return isOfKind(unit, kind) || alsoUnits.split('|').includes(unit)
}

/** Of the words in a list the one nearest to the figure; of two that overlap the longer. */
function nearest(list: WordList, hits: readonly Hit[], to: number): Hit | undefined {
  let found: Hit | undefined
  for (const hit of hits) if (list.has(hit.word) && (found === undefined || isNearer(hit, found, to))) found = hit
  return found
}

function isNearer(a: Span, b: Span, to: number): boolean {
  if (a.start < b.end && b.start < a.end) return a.end - a.start > b.end - b.start
  return Math.min(Math.abs(a.start - to), Math.abs(a.end - to)) < Math.min(Math.abs(b.start - to), Math.abs(b.end - to))
}

function match(
  rule: CompiledRule,
  figure: Span,
  { left, right, titles, matters, heading, after }: Evidence,
): Match | null {
  if (rule.after !== null && rule.after !== after) return null
  const about = matterOf(rule, matters)
  if (about === null) return null
  let weight =
    about.weight + (rule.after === null ? 0 : OF_FIGURE_BEFORE) + (rule.entry.topic === heading ? OF_HEADING : 0)
  let distance = Number.POSITIVE_INFINITY
  let looksRight = about.place === 'right'
  for (const list of rule.says) {
    const before = nearest(list, left, figure.start) ?? (rule.titles ? nearest(list, titles, figure.start) : undefined)
    const word = before ?? nearest(list, right, figure.end)
    if (word === undefined) return null
    if (before === undefined) {
      looksRight = true
      if (left.length > 0) weight -= AFTERTHOUGHT
    }
    weight += word.end - word.start
    distance = Math.min(distance, before === undefined ? word.start - figure.end : figure.start - word.end)
  }
  if (rule.unless !== null && (isSaid(rule.unless, left) || (looksRight && isSaid(rule.unless, right)))) return null
  return { matter: about.matter, weight, distance, rule }
}

function isSaid(list: WordList, hits: readonly Hit[]): boolean {
  for (const { word } of hits) if (list.has(word)) return true
  return false
}

interface About {
  readonly matter: Matter | null
  readonly place: Place | null
  readonly weight: number
}

const ABOUT_NOTHING: About = { matter: null, place: null, weight: 0 }

function matterOf({ about, named }: CompiledRule, matters: Evidence['matters']): About | null {
  if (about === null) return ABOUT_NOTHING
  for (const { place, weight } of PLACES) {
    if (named && place !== 'left' && place !== 'right') continue
    for (const matter of matters[place]) if (about.includes(matter)) return { matter, place, weight }
  }
  return null
}
