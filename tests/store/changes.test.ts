import { describe, expect, it } from 'vitest'
import { differences } from '../../shared/store/changes.ts'
import { indicatorOf } from './records.ts'

const CODE = 'mediation.cases'
const cases = (value: number, changes = {}) => indicatorOf({ code: CODE, value, raw: `${value}件`, ...changes })

describe('what differs between the figures of two runs', () => {
  it('is nothing if they only stand elsewhere', () => {
    const moved = cases(12, { ordinal: 9, start: 70, end: 73, section: 4, sentence: { start: 60, end: 80 } })
    expect(differences([cases(12)], [moved])).toEqual({ figures: 0, codes: [], cells: [] })
  })

  it('is the code of a figure that has another value, and its cell', () => {
    expect(differences([cases(12)], [cases(13)])).toEqual({ figures: 2, codes: [CODE], cells: [CODE] })
  })

  it('is the code alone if the value for the whole stays', () => {
    const part = cases(3, { scope: '城区' })
    expect(differences([cases(12)], [cases(12), part])).toEqual({ figures: 1, codes: [CODE], cells: [] })
  })

  it('is both codes if a figure changes from one to the other', () => {
    const other = cases(12, { code: 'aid.cases' })
    expect(differences([cases(12)], [other])).toEqual({
      figures: 0,
      codes: ['aid.cases', CODE],
      cells: ['aid.cases', CODE],
    })
  })

  it('counts a figure that is stated twice as two', () => {
    expect(differences([cases(12), cases(12)], [cases(12)])).toEqual({ figures: 1, codes: [CODE], cells: [] })
  })
})
