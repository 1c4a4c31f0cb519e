import { type Division, holds } from '../regions/division.ts'
import { findPlaces } from '../regions/find-places.ts'
import { isOfToday, unitsNamed } from '../regions/gazetteer.ts'
import { squeezed } from '../text/fold.ts'

/** What follows the place in the name of a government or of its portal. */
const GOVERNMENT = /(?:(?:人民)?政府)?(?:办公[室厅])?(?:门户)?(?:网站?|官网)?$/

export interface NamedPlace {
  /** The units of today that the name may mean. */
  readonly places: readonly Division[]
  /** The name is that of a place or its government: 花都区人民政府, and not 花都区司法局. */
  readonly isGovernment: boolean
}

/**
 * The place with which a portal's name begins.
 * @example placeNamed('广州市花都区人民政府').places // [{ code: '440114', … }]
 */
export function placeNamed(portalName: string): NamedPlace {
  const name = squeezed(portalName)
  const bare = name.replace(GOVERNMENT, '')
  const whole = ofToday(unitsNamed(bare))
  if (whole.length > 0) return { places: whole, isGovernment: true }
  let around: readonly Division[] | null = null
  let end = 0
  for (const mention of findPlaces(name, { townships: false })) {
    if (mention.start !== end) break
    const outer: readonly Division[] | null = around
    const inside: readonly Division[] = ofToday(mention.candidates).filter(
      (place) => outer?.some((one) => holds(one, place)) ?? true,
    )
    // 广州市鼓楼区: there is no such district in that city.
    if (inside.length === 0) return { places: [], isGovernment: false }
    around = inside
    end = mention.end
  }
  return { places: around ?? [], isGovernment: end === bare.length }
}

/** The code of the government that a portal's name settles. Null for other bodies, and if several places have the name. */
export function settledRegion(portalName: string): string | null {
  const { places, isGovernment } = placeNamed(portalName)
  return isGovernment && places.length === 1 ? places[0]!.code : null
}

function ofToday(places: readonly Division[]): Division[] {
  return places.filter(({ code }) => isOfToday(code))
}
