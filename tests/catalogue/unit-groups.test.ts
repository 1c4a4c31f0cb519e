import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../shared/catalogue/catalogue.ts'
import { firstComparable, GROUPED_CODES } from '../../shared/catalogue/unit-groups.ts'

describe('units that are compared with each other', () => {
  const unitsOf = (code: string, units: string[]) =>
    firstComparable(
      code,
      units.map((unit) => ({ unit })),
    ).map(({ unit }) => unit)

  it('of inspections are acts, else visits, else the places inspected', () => {
    const units = ['家', '户次', '个', '艘次', '场次', '批次', '次', '家(次)']
    const acts = ['场次', '批次', '次']
    const visits = ['户次', '艘次', '家(次)']
    expect(unitsOf('enforcement.inspections', units)).toEqual(acts)
    expect(
      unitsOf(
        'enforcement.inspections',
        units.filter((unit) => !acts.includes(unit)),
      ),
    ).toEqual(visits)
    expect(unitsOf('emergency.inspections', ['家', '個'])).toEqual(['家', '個'])
  })

  it('of every other code are all of them', () => {
    expect(unitsOf('mediation.accepted', ['件', '宗', '次'])).toEqual(['件', '宗', '次'])
  })

  it('are given for codes of the catalogue', () => {
    const codes: readonly string[] = CATALOGUE.map(({ code }) => code)
    expect(GROUPED_CODES.filter((code) => !codes.includes(code))).toEqual([])
  })
})
