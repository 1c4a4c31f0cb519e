import { type Division, type DivisionRank, holds } from '../regions/division.ts'
import { findPlaces, type PlaceMention } from '../regions/find-places.ts'
import { divisionOf, unitsNamed } from '../regions/gazetteer.ts'
import { PROVINCE_ENDS, placesOfLocalWords } from '../regions/local-words.ts'
import type { Region } from '../report/report.ts'
import type { Standing } from './level.ts'

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

/** Names of documents say whose they are: 《金平县…办法》. */
const DOCUMENT_NAME = /《([^》\n]{2,80})》/g
/** Whom one visits, learns from or helps is not oneself. */
const ELSEWHERE = /(?:赴|到|前往|学习|考察|借鉴|对口|帮扶|援助|协作|毗邻|来自|联合).{0,12}$/
/** A document that one takes as a model is another's. */
const MODEL = /(?:借鉴|参考|参照|赴|考察|对口|吸收)[^《。]{0,10}$/
const BRANCH = /局([\u4e00-\u9fff]{2,3})分局$/
/** An issuer that names a place which the gazetteer does not hold: no other place of the text is its own. */
const UNKNOWN_PLACE = /^(?!自治区|[省市区县州旗盟])[\u4e00-\u9fff]{1,10}[省市区县州旗盟]/
const SAMPLE = 30_000
/** One place must be named this much more often than the next to be the text's own. */
const DOMINANCE = 2
const DOCUMENT_WEIGHT = 3
const AROUND_WEIGHT = 6

const RANKS: readonly DivisionRank[] = ['township', 'county', 'prefecture', 'province']

/** A division with how strongly the text points at it. */
type Weights = Map<Division, number>

/** The place named last in the issuer's name, or in the title's beginning: the one that reports, or whose body does. */
export function ownPlace(issuer: string | null, title: string | null): PlaceMention | null {
  const named = issuer === null ? [] : findPlaces(issuer, { townships: true }).filter(beginsAName(issuer))
  if (named.length > 0) return branchPlace(issuer!, named.at(-1)!) ?? named.at(-1)!
  const inTitle = findPlaces(title?.replace(/关于.*|20\d\d.*/, '') ?? '', { townships: true })
  return inTitle.at(-1) ?? null
}

/** 大街街道 in 银杏大街街道办事处 is no place of its own: a township's name begins with the issuer's, or behind its county's. */
function beginsAName(issuer: string): (place: PlaceMention, at: number, all: readonly PlaceMention[]) => boolean {
  return ({ start, candidates }, at, all) =>
    start === 0 ||
    all[at - 1]?.end === start ||
    /(?:政府|委员会|党委|[省市区县旗盟州局镇乡])$/.test(issuer.slice(0, start)) ||
    candidates.some(({ rank }) => rank !== 'township')
}

/** 某市公安局甲乙分局 is the district's, which its name gives without 区. */
function branchPlace(issuer: string, city: PlaceMention): PlaceMention | null {
  const name = BRANCH.exec(issuer)?.[1]
  const within = ['区', '县', '市'].flatMap((end) => unitsNamed(name + end))
  const candidates = within.filter((place) =>
    city.candidates.some((around) => around !== place && holds(around, place)),
  )
  return name === undefined || candidates.length === 0 ? null : { ...city, name, candidates }
}

/**
 * The city of a text that says 我市 and no more: the only one named around the text and in its documents' titles, or the
 * county-level one named there as often as the only other, which holds it: a city cites its superior's documents, hardly
 * one of its counties'. Its rank settles the level too.
 */
export function cityNamed(around: readonly string[], body: string): PlaceMention | null {
  return innermost([...around, ...documentNames(body)], ({ name }) => name.endsWith('市'))
}

/** The place of a department that says 我局 and no more, by its documents' titles; a province's laws settle nothing. */
export function placeOfDocuments(body: string): PlaceMention | null {
  return innermost(
    documentNames(body),
    ({ candidates }) => candidates.length === 1 && candidates[0]!.rank !== 'province',
  )
}

/** The titles of the documents that the text cites, without those that it only takes as a model. */
function documentNames(body: string): string[] {
  const sample = body.slice(0, SAMPLE)
  return [...sample.matchAll(DOCUMENT_NAME)]
    .filter(({ index }) => !MODEL.test(sample.slice(Math.max(0, index - 14), index)))
    .map(([, name]) => name!)
}

/** The only place named, or the inner of two where the outer is named no more often; null where others vie. */
function innermost(names: readonly string[], isWanted: (place: PlaceMention) => boolean): PlaceMention | null {
  const places = names.flatMap((name) => findPlaces(name, { townships: false }).filter(isWanted))
  const times = new Map<Division, number>()
  for (const { candidates } of places) times.set(candidates[0]!, (times.get(candidates[0]!) ?? 0) + 1)
  const [first, second, ...others] = [...times].sort(([a], [b]) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank))
  if (first === undefined || others.length > 0) return null
  if (second !== undefined && (second[1] > first[1] || first[0].rank === second[0].rank || !holds(second[0], first[0])))
    return null
  return places.find(({ candidates }) => candidates[0] === first[0])!
}

/** 2024年,广东…: a province that reports leaves its 省 out as easily as not. */
const BARE_PROVINCE =
  /^(?:20\d\d年(?:以来)?,)?([\u4e00-\u9fff]{2,3}?)(?=认真|坚持|深入|全面|扎实|始终|牢牢|紧紧|贯彻|落实|推进|着力|持续|切实)/

/** The province that opens the text by its bare name; null where none does. */
export function provinceOpening(body: string): PlaceMention | null {
  const name = BARE_PROVINCE.exec(body)?.[1]
  const candidates = PROVINCE_ENDS.flatMap((end) => unitsNamed(`${name}${end}`)).filter(
    ({ rank }) => rank === 'province',
  )
  return name === undefined || candidates.length !== 1 ? null : { start: 0, end: 0, name, candidates }
}

/** In its first sentences a department names the committee and government that it works under. */
const OVER_IT = /^(?:党)?委(?!员|办|政法|依法|全面|网信|组织|宣传)/
const LEAD = 300

/** The place whose 党委 a department's opening names, the lowest where it names several; null where it names none. */
export function placeOver(body: string): PlaceMention | null {
  const lead = body.slice(0, LEAD)
  const over = findPlaces(lead, { townships: false }).filter(({ end }) => OVER_IT.test(lead.slice(end, end + 3)))
  const rankOf = ({ candidates }: PlaceMention) => Math.min(...candidates.map(({ rank }) => RANKS.indexOf(rank)))
  return over.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? null
}

/**
 * The region that the report is of, as far as the document settles it; never a guess. A name that several places bear
 * counts only where the words around it name one of their parents; where the text never names its own place, the
 * place that its documents, its platforms and its sentences name above all others does.
 */
export function regionOf(clues: RegionClues, own: PlaceMention | null, { level, departmentLevel }: Standing): Region {
  const rank = level === 'department' ? departmentLevel : level
  if (rank === null && own === null) return NOWHERE
  const strong = strongPlaces(clues)
  const candidates = (own?.candidates ?? []).filter(
    (place) => rank === null || place.rank === rank || level === 'department' || rank === 'county',
  )
  if (candidates.length > 0) {
    const settled = settledOwn(candidates, strong, clues)
    return settled === null ? unsettled(own!) : regionAt(settled)
  }
  if (rank === null || (rank !== 'township' && UNKNOWN_PLACE.test(clues.issuer ?? ''))) return NOWHERE
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

/** Those with the nearest parent named: where the county is, a namesake elsewhere in the province has no claim. */
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
 * further out only by what belongs to it. Nothing where two places vie.
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

/** Whether the text speaks of 县委 where the township's county is a district or city, and never was a 县; and so on. */
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
