import { describe, expect, it } from 'vitest'
import { chartsOf } from '../../shared/page/bars.ts'
import { observe } from '../../shared/readers/observation.ts'
import { comparedWith } from '../../shared/readers/series.ts'
import { figure, REPORT } from '../readers/records.ts'

function point(...values: readonly { readonly value: number; readonly unit?: string }[]) {
  return comparedWith(
    observe(REPORT, 'enforcement.inspections', values.map((one) => figure(one)).map(coded)),
    null,
    null,
  )
}

/** Figures of acts, visits and objects are compared within their group only. */
function coded(one: ReturnType<typeof figure>) {
  const unitGroup = one.unit === '家次' ? 'visits' : 'acts'
  return { ...one, code: 'enforcement.inspections', unitGroup }
}

describe('the bars of a chart', () => {
  it('begin at zero and share one axis', () => {
    const [chart] = chartsOf([point({ value: 50, unit: '次' }), point({ value: 200, unit: '次' })])
    expect(chart!.rows.map(({ mark }) => mark)).toEqual([
      { kind: 'bar', start: 0, end: 25 },
      { kind: 'bar', start: 0, end: 100 },
    ])
    expect(chart!.ticks).toContainEqual({ value: 100, at: 50 })
  })

  it('are seen against the whole if they are shares', () => {
    const share = { ...point({ value: 40, unit: '次' }), unitGroup: 'percent' }
    expect(chartsOf([share])[0]!.rows[0]!.mark).toEqual({ kind: 'bar', start: 0, end: 40 })
  })

  it('leave the side of zero on which a value is', () => {
    const [chart] = chartsOf([point({ value: -50, unit: '次' }), point({ value: 50, unit: '次' })])
    expect(chart!.rows.map(({ mark }) => mark)).toEqual([
      { kind: 'bar', start: 0, end: 50 },
      { kind: 'bar', start: 50, end: 100 },
    ])
  })

  it('are a range where the report states values that differ, and a gap where it states none', () => {
    const [chart] = chartsOf([point({ value: 100, unit: '次' }, { value: 200, unit: '次' }), point()])
    expect(chart!.rows.map(({ mark }) => mark)).toEqual([
      { kind: 'range', start: 50, end: 100, at: [50, 100] },
      { kind: 'gap' },
    ])
  })

  it('of two groups of units stand in two charts, and what has no value in the first', () => {
    const charts = chartsOf([point({ value: 9, unit: '次' }), point({ value: 40, unit: '家次' }), point()])
    expect(charts.map(({ unitGroup, rows }) => [unitGroup, rows.length])).toEqual([
      ['acts', 2],
      ['visits', 1],
    ])
    expect(charts[1]!.rows[0]!.mark).toMatchObject({ end: 100 })
  })

  it('have an axis even if every value is zero, and none without values', () => {
    expect(chartsOf([point({ value: 0, unit: '次' })])[0]!.rows[0]!.mark).toEqual({ kind: 'bar', start: 0, end: 0 })
    expect(chartsOf([point()])).toEqual([{ unitGroup: null, ticks: [], rows: [expect.anything()] }])
  })
})
