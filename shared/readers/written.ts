import { findPlaces } from '../regions/find-places.ts'
import { fold } from '../text/fold.ts'
import { requirePlace, UnknownPlaceError } from './place-search.ts'
import { publisherOf } from './publisher.ts'

/**
 * What people write for a place, as the beginning of the codes and publishers in it.
 * @param written a name, a code or the beginning of one
 * @throws {UnknownPlaceError} if it is no place, or a township, which has no code of its own
 * @example regionPrefixOf('湖南省') // '43'
 * @example regionPrefixOf('430200') // '4302'
 */
export function regionPrefixOf(written: string): string {
  const isPrefix = /^\d{1,5}$/.test(written)
  if (isPrefix) return written
  const place = requirePlace(written)
  if (place.rank === 'township') throw new UnknownPlaceError(written, [place], false)
  return place.code.replace(/(?:00){1,2}$/, '')
}

/**
 * The publisher that people write: an ID, or the name of a place, government or department.
 * @throws {UnknownPlaceError} if the place in the name is not known, or several have it
 * @example publisherIdIn('攸县司法局') // '430223/司法局'
 * @example publisherIdIn('攸县') // '430223'
 */
export function publisherIdIn(written: string): string {
  if (publisherOf(written) !== null) return written
  const name = fold(written).replaceAll(/\s/g, '')
  const places = findPlaces(name, { townships: true })
  const end = endOfPlaces(places)
  const body = name.slice(end).replace(/^人民政府(?:办公[室厅])?$|^(?:街道)?办事处$/, '')
  if (end === 0) return requirePlace(written).publisherId
  const place = requirePlace(name.slice(0, end))
  return body === '' ? place.publisherId : `${place.code}/${body}`
}

/** Where the places that a name begins with end. */
function endOfPlaces(places: readonly { readonly start: number; readonly end: number }[]): number {
  let end = 0
  for (const place of places) if (place.start === end) end = place.end
  return end
}
