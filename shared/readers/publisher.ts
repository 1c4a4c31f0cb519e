import { type Break, breakIn } from '../regions/breaks.ts'
import { rankOfCode } from '../regions/division.ts'
import { divisionOf } from '../regions/gazetteer.ts'
import type { Level } from '../report/report.ts'

/** Who reports, as its ID says it. */
export interface Publisher {
  readonly publisherId: string
  /** Of its government, or of the place that it is in; null if that is not known. */
  readonly regionCode: string | null
  /** `攸县人民政府`, `攸县司法局`; of an unknown place the name alone. */
  readonly name: string
  /** Null of departments and zones, which the ID does not tell apart. */
  readonly level: Level | null
}

const UNKNOWN_PLACE = 'issuer:'
/** A publisher's own name if it is a township's government. */
const TOWN = /(?:镇|乡|苏木)人民政府$|街道办事处$/

/**
 * Reads a publisher's ID.
 * @returns null if no publisher can have that ID
 * @example publisherOf('430223/司法局') // { publisherId: '430223/司法局', regionCode: '430223', name: '攸县司法局', level: null }
 */
export function publisherOf(publisherId: string): Publisher | null {
  if (publisherId.startsWith(UNKNOWN_PLACE)) {
    const name = publisherId.slice(UNKNOWN_PLACE.length)
    return name === '' ? null : { publisherId, regionCode: null, name, level: levelOf(name) }
  }
  const slash = publisherId.indexOf('/')
  const regionCode = slash < 0 ? publisherId : publisherId.slice(0, slash)
  const place = divisionOf(regionCode)
  if (place === undefined) return null
  const body = slash < 0 ? '人民政府' : publisherId.slice(slash + 1)
  if (body === '') return null
  const level = slash < 0 ? rankOfCode(regionCode) : levelOf(body)
  return { publisherId, regionCode, name: `${place.name}${body}`, level }
}

/** What a merger changed for a publisher in a year: its place, unless it is a township or zone in it. */
export function breakOf({ regionCode, level }: Publisher, year: number): Break | null {
  return regionCode === null || level === 'township' ? null : breakIn(regionCode, year)
}

function levelOf(name: string): Level | null {
  return TOWN.test(name) ? 'township' : null
}
