import { type Division, type DivisionRank, holds, RANKS } from '../regions/division.ts'
import { findPlaces, type PlaceMention } from '../regions/find-places.ts'
import { divisionOf, unitsNamed } from '../regions/gazetteer.ts'
import { placesOfLocalWords } from '../regions/local-words.ts'
import type { Region } from '../report/report.ts'
import type { Standing } from './level.ts'
import { documentNames, SAMPLE } from './own-place.ts'
import { namesPlace } from './unit-letters.ts'

/** Where places are looked for. All folded, without pinyin. */
export interface RegionClues {
  readonly title: string | null
  readonly issuer: string | null
  /** Publisher and source, site name, addressee, signature: what stands around the text and belongs to it. */
  readonly around: readonly string[]
  /** Six digits of GB/T 2260 that the site carries; copied templates carry wrong ones. */
  readonly siteCode: string | null
  readonly body: string
  readonly isTraditional: boolean
}

export const NOWHERE: Region = { province: null, prefecture: null, county: null, township: null, code: null }

/** Whom one visits, learns from or helps is not oneself. */
const ELSEWHERE = /(?:赴|到|前往|学习|考察|借鉴|对口|帮扶|援助|协作|毗邻|来自|联合).{0,12}$/
/** One place must be named this much more often than the next to be the text's own. */
const DOMINANCE = 2
const DOCUMENT_WEIGHT = 3
const AROUND_WEIGHT = 6

/** A division with how strongly the text points at it. */
type Weights = Map<Division, number>

/**
 * The region that the report is of, as far as the document settles it; never a guess. A name that several places bear
 * counts only if the words around it name one of their parents; if the text never names its own place, the
 * place that its documents, its platforms and its sentences name above all others does.
 */
export function regionOf(clues: RegionClues, own: PlaceMention | null, { level, departmentLevel }: Standing): Region {
  const of = level === 'department' ? departmentLevel : level
  /** A zone has a place by what its name or its text says, never by what the text names most. */
  const rank = of === 'zone' ? null : of
  if (rank === null && own === null) return NOWHERE
  const strong = strongPlaces(clues)
  const candidates = (own?.candidates ?? []).filter(
    (place) => rank === null || place.rank === rank || level === 'department' || rank === 'county',
  )
  if (candidates.length > 0) {
    const settled = settledOwn(candidates, strong, clues)
    return settled === null ? unsettled(own!) : regionAt(settled)
  }
  /** An issuer that names a place which the gazetteer does not hold: no other place of the text is its own. */
  if (rank === null || (rank !== 'township' && clues.issuer !== null && namesPlace(clues.issuer))) return NOWHERE
  const found = mostNamed(clues, strong, rank)
  return found === null ? NOWHERE : regionAt(found)
}

function settledOwn(candidates: readonly Division[], strong: Weights, clues: RegionClues): Division | null {
  const parents = [...strong.keys()].filter(({ rank }) => rank !== 'township')
  const supported = bestSupported(candidates, parents)
  if (candidates.length === 1) {
    const [only] = candidates
    if (only!.rank !== 'township') return only!
    if (supported.length === 1) return only!
    const isDoubted = parents.some(({ rank }) => rank === 'county') || contradicts(clues.body, only!)
    return clues.isTraditional || isDoubted ? null : only!
  }
  if (supported.length === 1) return supported[0]!
  const mentioned = [...mentions(clues.body)]
  const named = bestSupported(candidates, mentioned)
  return supported.length === 0 && named.length === 1 ? named[0]! : null
}

/** Those with the nearest parent named: if the county is named, a place of the same name elsewhere in the province does not count. */
function bestSupported(candidates: readonly Division[], parents: readonly Division[]): Division[] {
  for (const rank of RANKS) {
    const near = parents.filter((parent) => parent.rank === rank)
    const held = candidates.filter((place) => near.some((parent) => holds(parent, place)))
    if (held.length > 0) return held
  }
  return []
}

/** Places that stand around the text or in the names of its documents, and those of its platforms, when unmistakable. */
function strongPlaces({ title, issuer, around, body, siteCode }: RegionClues): Weights {
  const weights: Weights = new Map()
  const add = (place: Division, weight: number) => weights.set(place, (weights.get(place) ?? 0) + weight)
  const addNamed = (text: string, weight: number) => {
    for (const { candidates } of findPlaces(text, { townships: false }))
      if (candidates.length === 1) add(candidates[0]!, weight)
  }
  const sample = body.slice(0, SAMPLE)
  for (const text of [title, issuer, ...around]) if (text !== null) addNamed(text, AROUND_WEIGHT)
  for (const name of documentNames(sample)) addNamed(name, DOCUMENT_WEIGHT)
  for (const place of placesOfLocalWords(sample)) add(place, DOCUMENT_WEIGHT)
  const site = siteCode === null ? undefined : divisionOf(siteCode.slice(0, 6))
  if (site !== undefined) add(site, 1)
  return weights
}

/**
 * The place that a text without a name of its own speaks of: at the rank of the body that reports by all it names,
 * further out only by what belongs to it. Nothing if two places are equally likely.
 */
function mostNamed({ body }: RegionClues, strong: Weights, rank: DivisionRank): Division | null {
  const finest = rank === 'township' ? 'county' : rank
  const weights: Weights = new Map(strong)
  for (const place of mentions(body)) if (place.rank === finest) weights.set(place, (weights.get(place) ?? 0) + 1)
  for (const at of RANKS.slice(RANKS.indexOf(finest))) {
    const [first, second] = [...weights].filter(([place]) => place.rank === at).sort((a, b) => b[1] - a[1])
    if (first === undefined) continue
    return second === undefined || first[1] >= DOMINANCE * second[1] ? first[0] : null
  }
  return null
}

/** The unmistakable places that the text speaks of as its own. */
function* mentions(body: string): Generator<Division> {
  const sample = body.slice(0, SAMPLE)
  for (const { start, candidates } of findPlaces(sample, { townships: false }))
    if (candidates.length === 1 && !ELSEWHERE.test(sample.slice(Math.max(0, start - 14), start))) yield candidates[0]!
}

/** Whether the text speaks of 县委 although the township's county is a district or city and never was a 县; and so on. */
function contradicts(body: string, township: Division): boolean {
  const county = divisionOf(township.code)?.name ?? ''
  const said = /(?<!自治)([县区])(?:委|政府)/.exec(body.slice(0, SAMPLE))?.[1]
  if (said === undefined || county.endsWith(said)) return false
  const former = unitsNamed(county.slice(0, -1) + said)
  return !former.some(({ code }) => code === township.code)
}

function unsettled({ name, candidates }: PlaceMention): Region {
  return candidates.every(({ rank }) => rank === 'township') ? { ...NOWHERE, township: name } : NOWHERE
}

function regionAt({ code, name, rank }: Division): Region {
  const nameOf = (of: string) => divisionOf(of)?.name ?? null
  return {
    province: nameOf(`${code.slice(0, 2)}0000`),
    prefecture:
      nameOf(`${code.slice(0, 4)}00`) === nameOf(`${code.slice(0, 2)}0000`) ? null : nameOf(`${code.slice(0, 4)}00`),
    county: code.endsWith('00') ? null : nameOf(code),
    township: rank === 'township' ? name : null,
    code,
  }
}
