import { fold } from '../text/fold.ts'
import { entryOf } from './catalogue.ts'

/** What the units of one code count, if they do not all count the same. */
type UnitGroup = 'acts' | 'visits' | 'objects'

/**
 * Codes whose figures are compared only within one group of units, the group that stands for a report first in front:
 * 检查3次 counts acts, 检查3家次 visits, 检查3家 the places inspected. The units of every other code are one group.
 */
const UNIT_GROUPS: ReadonlyMap<string, readonly UnitGroup[]> = new Map([
  ['enforcement.inspections', ['acts', 'visits', 'objects']],
  ['emergency.inspections', ['acts', 'visits', 'objects']],
])

/**
 * The group of units that a figure belongs to. Figures of two groups never stand on one axis.
 * @param code of the catalogue
 * @returns `acts`, `visits` or `objects` for the codes that have them, else what the code is counted in
 * @example unitGroupOf('enforcement.inspections', '家次') // 'visits'
 * @example unitGroupOf('mediation.accepted', '宗') // 'case'
 */
export function unitGroupOf(code: string, unit: string): string | null {
  if (UNIT_GROUPS.has(code)) return groupOf(unit)
  return entryOf(code)?.units.split(' ')[0] ?? null
}

/** The groups of a code, the one that stands for a report first in front. */
export function unitGroupsOf(code: string): readonly string[] {
  return UNIT_GROUPS.get(code) ?? [unitGroupOf(code, '')].filter((group) => group !== null)
}

/** The codes that have groups of units. */
export const GROUPED_CODES: readonly string[] = [...UNIT_GROUPS.keys()]

/** Whole units that count acts. */
const ACTS = /^(?:[场批轮频期起宗件]?次|场|批|轮|期|起)$/
/** 家次, 户次, 艘次, and as some write them 家/次, 家(次). */
const VISITS = /次\)?$/

/**
 * The figures that may be compared with each other: those in the first group of units that any of them has.
 * @param figures all of `code`
 * @example firstComparable('enforcement.inspections', [{ unit: '家' }, { unit: '家次' }]) // [{ unit: '家次' }]
 */
export function firstComparable<Figure extends { readonly unit: string }>(
  code: string,
  figures: readonly Figure[],
): readonly Figure[] {
  for (const group of UNIT_GROUPS.get(code) ?? []) {
    const inGroup = figures.filter(({ unit }) => groupOf(unit) === group)
    if (inGroup.length > 0) return inGroup
  }
  return figures
}

function groupOf(unit: string): UnitGroup {
  const folded = fold(unit)
  if (ACTS.test(folded)) return 'acts'
  return VISITS.test(folded) ? 'visits' : 'objects'
}
