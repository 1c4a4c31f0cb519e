import zoneCodes from './data/zones.json' with { type: 'json' }
import { type Division, holds } from './division.ts'
import { findPlaces, type PlaceMention } from './find-places.ts'
import { divisionOf, unitsNamed } from './gazetteer.ts'
import { PROVINCE_ENDS } from './local-words.ts'

/**
 * Last words of the names of functional zones: areas with a committee or office of their own and no people's government.
 * Some counties are called so as well (浦东新区); the gazetteer has those.
 */
export const ZONE_NAME =
  '(?:(?:经济|高新)?(?:技术)?(?:产业)?(?:开发|示范)|高新|经开|(?:自由贸易|综合|改革)?试验|(?:经济|综合)?实验|(?:综合)?保税(?:港|物流园)?|(?:工业|产业|科技|物流)?园|(?:(?:临空|临港|海洋)?经济|投资|港务|起步|先行|综保|工业)|(?:旅游)?度假|风景(?:名胜)?|旅游|景|片|管理|合作|功能|集聚|集中|新|(?:临|航空)港|自贸|商务|开放)区|(?:工业|产业|科技|创业|物流)园|科学城|生态城|新城(?!区)'
const ZONE_NAMES = new RegExp(ZONE_NAME, 'g')

/** The zones whose area is that of a county or prefecture. */
const COINCIDING: Readonly<Record<string, string>> = zoneCodes

const UNIT_ENDS = [...PROVINCE_ENDS, '县', '区', '州', '盟', '旗', '地区', '自治州', '自治县']
const LONGEST_BARE = 4
/** A county's bare name counts only where the words for its zone follow at once: 临江 in 临江新区 is no county. */
const OF_A_COUNTY =
  /^(?:国家|省级|高新|经济|技术|产业|工业|保税|边境|综合|城乡|化工|生态|绿色|先进|特色|合作|农业|旅游|度假|风景|循环|现代|科技|开发区|园区)/
/** Bare names that everyday words spell as well. */
const EVERYDAY = /^(?:滨海|临海|临江|沿江|江北|江南|河东|河西|南部|东部|西部|中部|城东|城西|城南|城北)$/

interface Zone {
  readonly start: number
  /** Behind its last word. */
  readonly end: number
}

/** The zone that a body's name has, the last if it has several; null if it has none. */
export function zoneIn(name: string): Zone | null {
  const ends = new Set(findPlaces(name, { townships: false }).map(({ end }) => end))
  const zone = [...name.matchAll(ZONE_NAMES)].findLast(
    ({ 0: words, index }) => !ends.has(index + words.length) && !/^[域间块划]/.test(name.slice(index + words.length)),
  )
  return zone === undefined ? null : { start: zone.index, end: zone.index + zone[0].length }
}

/**
 * The place of the zone in a body's name: the county or prefecture that it coincides with, else the innermost that its
 * name gives, with or without 市 or 县: 曲靖经济技术开发区, 吉林舒兰经济开发区. Null if the name gives none.
 */
export function placeOfZone(name: string): PlaceMention | null {
  const zone = zoneIn(name)
  if (zone === null) return null
  const words = name.slice(0, zone.end)
  const coinciding = Object.keys(COINCIDING).find((known) => words.includes(known))
  if (coinciding !== undefined) {
    const start = words.indexOf(coinciding)
    const candidates = [divisionOf(COINCIDING[coinciding]!)!]
    return { start, end: start + coinciding.length, name: coinciding, candidates }
  }
  const named = findPlaces(words, { townships: false }).at(-1) ?? null
  return partsOf(words, named?.end ?? firstOfName(words)).reduce<PlaceMention | null>(
    (place, at) => bareNames(words, at, place) ?? place,
    named,
  )
}

/** 国家税务总局 stands before the place. */
function firstOfName(words: string): number {
  return /^(?:原|中国|国家)?[\u4e00-\u9fff]{0,6}总局/.exec(words)?.[0].length ?? 0
}

/** Where a place may be named: at the beginning, in brackets and behind an outer zone: 中国(福建)自由贸易试验区平潭片区. */
function partsOf(words: string, from: number): number[] {
  const ends = [...words.matchAll(new RegExp(`[(]|${ZONE_NAME}`, 'g'))].map(({ 0: end, index }) => index + end.length)
  return [from, ...ends.filter((end) => end > from && end < words.length)]
}

/** The innermost of the places that stand side by side from `start`. */
function bareNames(words: string, start: number, outer: PlaceMention | null): PlaceMention | null {
  const place = bareAt(words, start, outer)
  return place === null ? null : (bareNames(words, place.end, place) ?? place)
}

function bareAt(words: string, start: number, outer: PlaceMention | null): PlaceMention | null {
  for (let length = LONGEST_BARE; length > 1; length--) {
    const name = words.slice(start, start + length)
    const end = start + name.length
    const named = new Set(UNIT_ENDS.flatMap((unit) => unitsNamed(name + unit)))
    const within = outer === null ? [...named] : [...named].filter((place) => isInside(outer, place))
    const candidates = outermost(within).filter(
      ({ rank }) => rank !== 'county' || isCountyBefore(words.slice(end), name, outer),
    )
    if (candidates.length > 0) return { start, end, name, candidates }
  }
  return null
}

/** Inside a known place a county's bare name may stand before 片区 as well, and be an everyday word. */
function isCountyBefore(kind: string, name: string, outer: PlaceMention | null): boolean {
  return outer === null ? OF_A_COUNTY.test(kind) && !EVERYDAY.test(name) : OF_A_COUNTY.test(kind) || /^片区/.test(kind)
}

function isInside({ candidates }: PlaceMention, place: Division): boolean {
  return candidates.some((around) => around.code !== place.code && holds(around, place))
}

/** Of 黄山市 and its 黄山区 the one that holds the other: that much is certain. */
function outermost(places: readonly Division[]): Division[] {
  return places.filter((place) => !places.some((other) => other.code !== place.code && holds(other, place)))
}
