import { type Division, holds } from './division.ts'
import { townshipsNamed, unitsNamed } from './gazetteer.ts'

/** A place as a text names it, with every division the name can mean; offsets into the text searched. */
export interface PlaceMention {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly candidates: readonly Division[]
}

/** The longest name in the data, 双江拉祜族佤族布朗族傣族自治县, has 15. */
const LONGEST = 15
const UNIT_END = /[省市区县旗盟州]/
const PLACE_END = /[省市区县旗盟州镇乡道木场]/
const HAN = /[\u3400-\u9fff]/

/**
 * Names that everyday words spell as well (在城区, 全市中区, 古镇): read as places only right after the unit that holds
 * them.
 */
const EVERYDAY = /^(?:城区|矿区|郊区|[东南西北]区|市[中南北]区|新城区|老城区|城中区|城关区|新市区|平安[县区]|.[镇乡])$/
/** A name of two characters ends longer words (管理县级): it stands at the start of a clause or after one of these. */
const BEFORE_SHORT = /(?:^|[^\u3400-\u9fff]|[在和与于到由及局委]|中共|委员会)$/
/** 江南区域 and 城东区间 name no district. */
const NOT_A_DISTRICT = /[域间块划]/

interface Search {
  /** Whether townships are looked for: their index takes some milliseconds to make, once. */
  readonly townships: boolean
}

/**
 * Every place that the text names, in its order, the longest name first: one pass over the letters that names end in.
 * Names standing side by side narrow each other: in 重庆市开州区紫水乡 only the 紫水乡 of that district is left.
 * @param text folded to Simplified
 * @example findPlaces('重庆市开州区紫水乡', { townships: true }).map(({ name }) => name) // ['重庆市', '开州区', '紫水乡']
 */
export function findPlaces(text: string, { townships }: Search): PlaceMention[] {
  const found: PlaceMention[] = []
  const end = townships ? PLACE_END : UNIT_END
  let from = 0
  for (let at = 1; at < text.length; at++) {
    if (!end.test(text[at]!)) continue
    const mention = longestEndingAt(text, from, at, townships)
    if (mention === null) continue
    const before = found.at(-1)
    const narrowed = before?.end === mention.start ? within(before, mention) : null
    if (narrowed === null && !standsAlone(text, mention)) continue
    found.push(narrowed ?? mention)
    from = mention.end
  }
  return found
}

function standsAlone(text: string, { name, start, end }: PlaceMention): boolean {
  if (EVERYDAY.test(name)) return false
  if (name.endsWith('区') && NOT_A_DISTRICT.test(text[end] ?? '')) return false
  return name.length > 2 || BEFORE_SHORT.test(text.slice(Math.max(0, start - 3), start))
}

function longestEndingAt(text: string, from: number, last: number, townships: boolean): PlaceMention | null {
  let first = last
  while (first > from && last - first + 1 < LONGEST && HAN.test(text[first - 1]!)) first--
  for (let start = first; start < last; start++) {
    const name = text.slice(start, last + 1)
    const candidates = townships ? [...unitsNamed(name), ...townshipsNamed(name)] : unitsNamed(name)
    if (candidates.length > 0) return { start, end: last + 1, name, candidates }
  }
  return null
}

/** `inner` with only the candidates inside a candidate of `outer`; null if there are none. */
function within(outer: PlaceMention, inner: PlaceMention): PlaceMention | null {
  const candidates = inner.candidates.filter((place) =>
    outer.candidates.some((around) => around.rank !== place.rank && holds(around, place)),
  )
  return candidates.length === 0 ? null : { ...inner, candidates }
}
