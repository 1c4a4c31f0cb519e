import { publisherIdOf } from '../identity/publisher-id.ts'
import formerCodeLines from '../regions/data/former-codes.json' with { type: 'json' }
import { type Division, type DivisionRank, RANKS } from '../regions/division.ts'
import { divisionOf, isOfToday, townshipNames, unitsWithNames } from '../regions/gazetteer.ts'
import { fold } from '../text/fold.ts'
import { groupBy } from './group-by.ts'
import { nearest } from './nearest.ts'

/** A place as readers get it. */
export interface Place {
  /** GB/T 2260; of a township that of its county. */
  readonly code: string
  readonly name: string
  readonly rank: DivisionRank
  /** The places that hold it, the innermost first. */
  readonly parents: readonly Pick<Place, 'code' | 'name'>[]
  /** Short and former names. */
  readonly otherNames: readonly string[]
  /** Codes that it had before. */
  readonly formerCodes: readonly string[]
  /** Whether there is such a place today. */
  readonly ofToday: boolean
  /** Of its government. */
  readonly publisherId: string
}

export interface PlaceQuery {
  /** A name or the beginning of a code; names parted by blanks, or written together, narrow each other. */
  readonly q?: string
  /** A code: only places inside it. */
  readonly parent?: string
  readonly limit?: number
}

interface Known {
  readonly division: Division
  /** Folded; the official name first. */
  readonly names: readonly string[]
}

const DEFAULT_LIMIT = 100
const CODE_LENGTH = 6

/** By the code of today. */
const formerCodes: ReadonlyMap<string, readonly string[]> = new Map(
  [...groupBy(formerCodeLines, (line) => line.slice(-CODE_LENGTH))].map(([code, lines]) => [
    code,
    lines.map((line) => line.slice(0, CODE_LENGTH)),
  ]),
)

let known: readonly Known[] | null = null

/** Every place, the largest units first. Made when first asked for: forty thousand townships. */
function knownPlaces(): readonly Known[] {
  if (known !== null) return known
  const units = [...unitsWithNames()].map(([division, names]) => ({ division, names }))
  const townships = [...townshipNames()].flatMap(([name, divisions]) =>
    divisions.map((division) => ({ division, names: [name] })),
  )
  const sizeOf = ({ division }: Known) => -RANKS.indexOf(division.rank)
  known = [...units, ...townships].sort((a, b) => sizeOf(a) - sizeOf(b))
  return known
}

/**
 * Places by any of their names or the beginning of their code: whole names first, then names that begin with what is asked, larger
 * places before smaller ones.
 * @example searchPlaces({ q: '株洲 攸县' }).map(({ code }) => code) // ['430223']
 * @example searchPlaces({ q: '湖南省株洲市攸县' }).map(({ code }) => code) // ['430223']
 */
export function searchPlaces({ q = '', parent, limit = DEFAULT_LIMIT }: PlaceQuery): Place[] {
  const words = fold(q).split(/\s+/).filter(Boolean)
  const inside = parent?.replace(/(?:00){1,2}$/, '')
  const matches: { readonly place: Known; readonly weight: number }[] = []
  for (const place of knownPlaces()) {
    if (inside !== undefined && (!place.division.code.startsWith(inside) || isUnit(place.division, parent!))) continue
    const weight = weightOf(place, words)
    if (weight !== null) matches.push({ place, weight })
  }
  return matches
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit)
    .map(({ place }) => placeOf(place))
}

function isUnit({ code, rank }: Division, unit: string): boolean {
  return rank !== 'township' && code === unit
}

const WEIGHTS = { whole: 4, beginning: 2, inside: 1 } as const

/** @returns null if a word is neither of the place nor of one that holds it, or none is of the place itself */
function weightOf(place: Known, words: readonly string[]): number | null {
  if (words.length === 0) return 0
  let best = 0
  for (const word of words) {
    const own = ownWeight(place, word)
    if (own === 0 && !around(place.division).some((outer) => namesOf(outer).some((name) => name.includes(word))))
      return null
    best = Math.max(best, own)
  }
  return best === 0 ? null : best
}

function ownWeight({ division, names }: Known, word: string): number {
  if (/^\d+$/.test(word)) return division.rank !== 'township' && division.code.startsWith(word) ? WEIGHTS.beginning : 0
  let best = 0
  for (const name of names) {
    if (name === word) return WEIGHTS.whole
    if (name.startsWith(word)) best = Math.max(best, WEIGHTS.beginning)
    else if (name.includes(word)) best = Math.max(best, WEIGHTS.inside)
    else if (word.endsWith(name) && isWithin(division, word.slice(0, -name.length))) return WEIGHTS.whole
  }
  return best
}

/** Whether words before a name are those of places around it: 湖南省株洲市 before 攸县. */
function isWithin(division: Division, before: string): boolean {
  if (before === '') return true
  return around(division)
    .flatMap(namesOf)
    .some((name) => before.endsWith(name) && isWithin(division, before.slice(0, -name.length)))
}

/** The units that hold a place, the innermost first. */
function around({ code, rank }: Division): Division[] {
  const codes = [rank === 'township' ? code : '', `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]
  const outer = codes.filter((one) => one !== '' && (one !== code || rank === 'township'))
  return [...new Set(outer)].map(divisionOf).filter((division) => division !== undefined)
}

let unitNames: ReadonlyMap<Division, readonly string[]> | null = null

function namesOf(unit: Division): readonly string[] {
  unitNames ??= unitsWithNames()
  return unitNames.get(unit) ?? []
}

function placeOf({ division, names }: Known): Place {
  const { code, name, rank } = division
  return {
    code,
    name,
    rank,
    parents: around(division).map((outer) => ({ code: outer.code, name: outer.name })),
    otherNames: names.filter((other) => other !== name),
    formerCodes: rank === 'township' ? [] : (formerCodes.get(code) ?? []),
    ofToday: rank === 'township' || isOfToday(code),
    publisherId: publisherIdOf({ issuer: `${name}人民政府`, level: rank, regionCode: code })!,
  }
}

/** What was written names no place, or several. */
export class UnknownPlaceError extends Error {
  override readonly name = 'UnknownPlaceError'
  readonly place: string
  /** Places that may be meant, the likeliest first. */
  readonly nearest: readonly Place[]

  /** @param isAmbiguous whether each of `near` has the name */
  constructor(place: string, near: readonly Place[], isAmbiguous: boolean) {
    const meant = near.map((one) => `${nameOf(one)} (${one.code})`).join(', ')
    const what = isAmbiguous ? `${place} is the name of several places` : `There is no place ${place}`
    super(
      `${what}${meant === '' ? '' : `; ${isAmbiguous ? 'say which one' : 'is one of these meant'}: ${meant}`}. \`fazhi places\` searches them.`,
    )
    this.place = place
    this.nearest = near
  }
}

function nameOf({ name, parents }: Place): string {
  return [...parents.map((parent) => parent.name).reverse(), name].join('')
}

const MOST_MEANT = 10
/** What people leave out: 广东 for 广东省, 广西 for 广西壮族自治区. */
const KIND_OF_UNIT = /(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|地区|[省市区县旗盟州])$/

/**
 * The one place that a name or code is of.
 * @throws {UnknownPlaceError} if there is none, or several have the name
 * @example requirePlace('湖南省攸县').code // '430223'
 */
export function requirePlace(written: string): Place {
  const word = fold(written).trim()
  const whole = knownPlaces().filter((place) => isNamed(place, word))
  // A name of today goes before the same name of a place that is gone, a unit before a township.
  const units = whole.filter(({ division }) => division.rank !== 'township')
  const ofToday = units.filter(({ division }) => isOfToday(division.code))
  const roots = () => knownPlaces().filter(({ names }) => names.some((name) => name.replace(KIND_OF_UNIT, '') === word))
  const meant = [ofToday, units, whole].find((places) => places.length > 0) ?? roots()
  if (meant.length === 1) return placeOf(meant[0]!)
  if (meant.length > 1) throw new UnknownPlaceError(written, meant.slice(0, MOST_MEANT).map(placeOf), true)
  const near = nearest(
    word,
    knownPlaces().map((place) => [place, [place.division.code, ...place.names]] as const),
  )
  throw new UnknownPlaceError(written, near.map(placeOf), false)
}

function isNamed(place: Known, word: string): boolean {
  const words = word.split(/\s+/)
  if (words.length > 1) return weightOf(place, words) === WEIGHTS.whole
  const { code, rank } = place.division
  if (rank !== 'township' && (code === word || formerCodes.get(code)?.includes(word))) return true
  return ownWeight(place, word) === WEIGHTS.whole
}
