import type { Entry } from '../../catalogue/entry.ts'
import type { Matter } from '../../catalogue/matters.ts'
import { isOfKind } from '../../catalogue/units.ts'
import type { Role, Span, Topic } from '../../report/report.ts'
import type { Hit } from './keywords.ts'
import { type CompiledRule, RULES_BY_GROUP } from './vocabulary.ts'

/** How surely a rule's matter is what the figure is about. */
const MATTER_WEIGHT = { left: 4, sentence: 3, right: 2, counted: 1.5, faint: 1, before: 1 } as const
/** What the heading announces settles between rules that fit alike. */
const OF_HEADING = 2
/** A word after the figure counts for less where words before it already say something. */
const AFTERTHOUGHT = 3

export interface Evidence {
  /** Hits in the words before the figure. */
  readonly left: readonly Hit[]
  /** Hits in the words after it. */
  readonly right: readonly Hit[]
  /** Hits in the titles of documents before it. */
  readonly titles: readonly Hit[]
  /** The topic of the heading above. */
  readonly heading: Topic | null
  /** Matters by where they were named; `counted` is that of the last figure before the sentence. */
  readonly matters: Readonly<Record<keyof typeof MATTER_WEIGHT, ReadonlySet<Matter>>>
}

export interface Coding {
  readonly entry: Entry
  /** The matter under which it was counted, or that it leaves the sentence speaking of; null where there is none. */
  readonly matter: Matter | null
}

interface Found {
  readonly matter: Matter | null
  readonly weight: number
  readonly distance: number
  readonly rule: CompiledRule
}

/** The entry that the figure measures, or null: what is counted, its stage and its unit must all fit. */
export function codeOf(role: Role, figure: Span, unit: string, evidence: Evidence): Coding | null {
  let best: Found | null = null
  const tried = new Set<CompiledRule>()
  for (const side of [evidence.left, evidence.right, evidence.titles])
    for (const { group } of side)
      for (const rule of RULES_BY_GROUP.get(group) ?? []) {
        if (tried.has(rule)) continue
        tried.add(rule)
        if (!unitFits(rule.entry, unit) || (role === 'change' && !rule.entry.change)) continue
        const found = match(rule, figure, evidence)
        if (found !== null && (best === null || isBetter(found, best))) best = found
      }
  return best === null ? null : { entry: best.rule.entry, matter: best.rule.entry.leads ?? best.matter }
}

function isBetter(a: Found, b: Found): boolean {
  if (a.weight !== b.weight) return a.weight > b.weight
  if (a.distance !== b.distance) return a.distance < b.distance
  return a.rule.order < b.rule.order
}

const also = new Map<string, ReadonlySet<string>>()

function unitFits(entry: Entry, unit: string): boolean {
  if (entry.notUnits !== undefined && listed(entry.notUnits).has(unit)) return false
  return isOfKind(unit, entry.unit) || (entry.alsoUnits !== undefined && listed(entry.alsoUnits).has(unit))
}

function listed(words: string): ReadonlySet<string> {
  let set = also.get(words)
  if (set === undefined) {
    set = new Set(words.split('|'))
    also.set(words, set)
  }
  return set
}

function match(rule: CompiledRule, figure: Span, { left, right, titles, matters, heading }: Evidence): Found | null {
  const about = matterOf(rule, matters)
  if (about === null) return null
  let weight = about.weight + (rule.entry.topic === heading ? OF_HEADING : 0)
  let distance = Number.POSITIVE_INFINITY
  let looksRight = about.where === 'right'
  for (const group of rule.says) {
    const before =
      nearestLongest(left, group, figure.start) ?? (rule.titles ? nearestLongest(titles, group, figure.start) : null)
    const word = before ?? nearestLongest(right, group, figure.end)
    if (word === null) return null
    if (before === null) {
      looksRight = true
      if (left.length > 0) weight -= AFTERTHOUGHT
    }
    weight += word.end - word.start
    distance = Math.min(distance, before === null ? word.start - figure.end : figure.start - word.end)
  }
  if (rule.unless !== null && (has(left, rule.unless) || (looksRight && has(right, rule.unless)))) return null
  return { matter: about.matter, weight, distance, rule }
}

function matterOf(
  rule: CompiledRule,
  matters: Evidence['matters'],
): { matter: Matter | null; where: string; weight: number } | null {
  if (rule.about === null) return { matter: null, where: '', weight: 0 }
  for (const [where, weight] of Object.entries(MATTER_WEIGHT) as [keyof typeof MATTER_WEIGHT, number][]) {
    if (rule.named && where !== 'left' && where !== 'right') continue
    for (const matter of matters[where]) if (rule.about.has(matter)) return { matter, where, weight }
  }
  return null
}

function nearestLongest(hits: readonly Hit[], group: number, to: number): Hit | null {
  let best: Hit | null = null
  for (const hit of hits) {
    if (hit.group !== group) continue
    if (best === null || isNearer(hit, best, to)) best = hit
  }
  return best
}

/** Of two words that overlap the longer, else the one nearer to the figure. */
function isNearer(a: Span, b: Span, to: number): boolean {
  if (a.start < b.end && b.start < a.end) return a.end - a.start > b.end - b.start
  return Math.min(Math.abs(a.start - to), Math.abs(a.end - to)) < Math.min(Math.abs(b.start - to), Math.abs(b.end - to))
}

function has(hits: readonly Hit[], group: number): boolean {
  return hits.some((hit) => hit.group === group)
}
