import { holds } from '../../regions/division.ts'
import { countiesUnder, divisionOf, isOfToday } from '../../regions/gazetteer.ts'
import { placeNamed, settledRegion } from '../named-region.ts'
import type { Mistake } from './mistake.ts'
import type { PortalOutline } from './outline.ts'

const CODE = /^[1-9][0-9]{5}$/
/** Names such as 城关区 are those of several places. More than these would hide the mistake. */
const MOST_CODES_TOLD = 6

/** Codes that are of no unit of today or of another one than the name says, seeds without counties, years to come. */
export function regionMistakes(portal: PortalOutline, path: string, today: string): Mistake[] {
  return [
    ...ownRegion(portal, `${path}.regionCode`),
    ...yearMistakes(portal.fromYear, `${path}.fromYear`, today),
    ...portal.seeds.flatMap(({ countiesOf, fromYear }, at) => [
      ...seedMistakes(countiesOf, `${path}.seeds.${at}.countiesOf`),
      ...yearMistakes(fromYear, `${path}.seeds.${at}.fromYear`, today),
    ]),
  ]
}

function ownRegion({ name = '', regionCode }: PortalOutline, path: string): Mistake[] {
  if (regionCode === null || name === '') return []
  const { places, isGovernment } = placeNamed(name)
  const named = places.map((place) => `${place.code} ${place.name}`).slice(0, MOST_CODES_TOLD)
  if (regionCode === undefined) {
    if (settledRegion(name) !== null) return []
    const why =
      isGovernment && named.length > 1 ? `${name} may be ${named.join(', ')}` : `${name} does not settle the region`
    return [
      { path, what: 'is left out', why, todo: 'write the code, or null for a department, a town or a collection' },
    ]
  }
  const unknown = codeMistakes(regionCode, path)
  const own = divisionOf(regionCode)
  if (unknown.length > 0 || own === undefined || places.length === 0) return unknown
  const fits = places.some(
    (place) => place.code === own.code || (!isGovernment && (holds(place, own) || holds(own, place))),
  )
  if (fits) return []
  const what = `${regionCode} is ${own.name}`
  return [{ path, what, why: `the name says ${name}, which is ${named.join(' or ')}`, todo: 'correct one of the two' }]
}

function codeMistakes(code: string, path: string): Mistake[] {
  if (!CODE.test(code) || isOfToday(code)) return []
  const gone = divisionOf(code)
  if (gone === undefined) {
    return [{ path, what: `${code} is unknown`, why: 'GB/T 2260 has no such code', todo: 'look the code up' }]
  }
  const why = 'it is no longer in GB/T 2260, and no report is due of it'
  return [{ path, what: `${code} is the former ${gone.name}`, why, todo: 'write the code of today, or null' }]
}

function seedMistakes(code: string | undefined, path: string): Mistake[] {
  if (code === undefined || !CODE.test(code)) return []
  const unknown = codeMistakes(code, path)
  if (unknown.length > 0 || (code.endsWith('00') && countiesUnder(code).length > 0)) return unknown
  const what = `${code} ${divisionOf(code)?.name} has no counties`
  return [{ path, what, why: 'a seed stands for the counties under it', todo: 'write a prefecture or province' }]
}

/** A first year that is not over. */
export function yearMistakes(year: number | undefined, path: string, today: string): Mistake[] {
  const last = Number(today.slice(0, 4)) - 1
  if (year === undefined || year <= last) return []
  return [
    { path, what: `${year} is to come`, why: `${last} is the last year that is over`, todo: 'write an earlier year' },
  ]
}
