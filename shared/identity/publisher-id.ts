import { holds, rankOfCode } from '../regions/division.ts'
import { divisionOf, unitsNamed } from '../regions/gazetteer.ts'
import type { Level } from '../report/report.ts'
import { firstOf } from '../text/cut.ts'
import { fold } from '../text/fold.ts'
import { squeeze, withoutPinyin } from '../text/lines.ts'

/** What is known of who reports. */
export interface Issuer {
  readonly issuer: string | null
  readonly level: Level | null
  /** Of the finest unit down to county that the report settles. */
  readonly regionCode: string | null
}

/** The longest name in the gazetteer, 双江拉祜族佤族布朗族傣族自治县, has 15 characters. */
const LONGEST_PLACE = 15
const SHORTEST_PLACE = 2
/** Names of bodies are shorter. An identity is part of keys, which have at most 1,024 bytes and parts with `#` between them. */
const LONGEST_NAME = 100

/**
 * `#` parts the parts of keys. Signs below it would order keys of indexes otherwise than the IDs that they begin with.
 */
const NOT_IN_NAMES = /[!"#]/g

/** Whatever body of a town reports, its report is the town's. */
const TOWN =
  /^(?<name>.+?(?<end>街道?|[镇乡]|苏木))(?:、|党委|党工委|人民政府|政府|办事处|委员会|党政(?:综合)?办公室|办公室)*$/

/**
 * Who reports, by one identity through all years and documents: `430223` for a government down to county, `430223/桐坝镇人民政府`
 * for a township, a zone or a department there, `issuer:桐坝镇人民政府` where the place is not settled. A government of which only a
 * larger unit is settled has its name beside that unit's code, so that it never takes the other's identity.
 * @returns null if nothing names who reports
 * @example publisherIdOf({ issuer: '攸县桐坝镇人民政府', level: 'township', regionCode: '430223' }) // '430223/桐坝镇人民政府'
 */
export function publisherIdOf({ issuer, level, regionCode }: Issuer): string | null {
  if (regionCode !== null && level === rankOfCode(regionCode)) return regionCode
  if (issuer === null) return null
  const words = firstOf(squeeze(withoutPinyin(fold(issuer))).replaceAll(NOT_IN_NAMES, ''), LONGEST_NAME)
  if (regionCode === null) return `issuer:${bodyNamed(words, level)}`
  const name = bodyNamed(withoutPlaces(words, regionCode), level)
  const isItsGovernment = level === null && /^人民政府(?:办公[室厅])?$/.test(name)
  return isItsGovernment ? regionCode : `${regionCode}/${name}`
}

/** The name without the place that its region's code tells, and those around it: 株洲市攸县司法局 of 430223 is 司法局. */
function withoutPlaces(name: string, regionCode: string): string {
  const own = divisionOf(regionCode)
  if (own === undefined) return name
  for (let length = Math.min(LONGEST_PLACE, name.length - 1); length >= SHORTEST_PLACE; length--)
    if (unitsNamed(name.slice(0, length)).some((place) => holds(place, own)))
      return withoutPlaces(name.slice(length), regionCode)
  return name
}

/** One name for each body, whichever of its forms a report uses. */
function bodyNamed(words: string, level: Level | null): string {
  const name = words.replace(/^人民政府(?!$|办公)/, '').replace(/管理委员会$/, '管委会')
  const town = level === 'township' ? TOWN.exec(name)?.groups : undefined
  if (town === undefined) return name
  return town.end!.startsWith('街') ? `${town.name!.replace(/街$/, '街道')}办事处` : `${town.name}人民政府`
}
