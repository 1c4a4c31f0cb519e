import { describe, expect, it } from 'vitest'
import { observe } from '../../shared/readers/observation.ts'
import { breakOf, publisherOf } from '../../shared/readers/publisher.ts'
import { seriesOf } from '../../shared/readers/series.ts'
import type { Indicator } from '../../shared/report/report.ts'
import { figure, REPORT } from './records.ts'

const CODE = 'reconsideration.accepted'
const inYear = (year: number, ...figures: Partial<Indicator>[]) =>
  observe({ ...REPORT, year }, CODE, figures.map(figure))
const unbroken = () => null
const lastYear = (value: number): Partial<Indicator> => ({ value, role: 'baseline', period: 'earlier' })

describe('a series', () => {
  it('has each year with its value or the reason, beside the year before', () => {
    const years = [inYear(2023, { value: 42 }), inYear(2021, { value: 30 }), inYear(2022)]
    expect(
      seriesOf(years, 2021, unbroken).map(({ year, value, status, valueBefore }) => [year, value, status, valueBefore]),
    ).toEqual([
      [2021, 30, 'single', null],
      [2022, null, 'none', 30],
      [2023, 42, 'single', null],
    ])
  })

  it.each([
    [35, 35, []],
    [35, 36, ['restated']],
    [12, 121, ['restated', 'implausible_change']],
  ])('compares what a report says of the year before with that report: %s, %s: %j', (own, before, flags) => {
    const years = [inYear(2022, { value: before }), inYear(2023, { value: 12 }, lastYear(own))]
    const [point] = seriesOf(years, 2023, unbroken)
    expect(point).toMatchObject({ flags, valueBefore: before, restatedBefore: own })
  })

  it('never fills a gap with it', () => {
    const [point] = seriesOf([inYear(2022), inYear(2023, { value: 42 }, lastYear(35))], 2022, unbroken)
    expect(point).toMatchObject({ year: 2022, status: 'none', value: null })
  })

  it.each([
    [10, 101, true],
    [10, 100, false],
    [9, 999, false],
    [101, 10, true],
    [100, 10, false],
  ])('calls a change from %s to %s implausible: %s', (before, value, expected) => {
    const [, point] = seriesOf([inYear(2022, { value: before }), inYear(2023, { value })], 2022, unbroken)
    expect(point!.flags.includes('implausible_change')).toBe(expected)
  })

  it('compares no figures of two unit groups', () => {
    const inspections = (year: number, value: number, unit: string) =>
      observe({ ...REPORT, year }, 'enforcement.inspections', [
        figure({ code: 'enforcement.inspections', value, unit }),
      ])
    const [, point] = seriesOf([inspections(2022, 10, '次'), inspections(2023, 5000, '家次')], 2022, unbroken)
    expect(point).toMatchObject({ valueBefore: null, flags: [] })
  })

  it('is broken where the place was merged with another', () => {
    const district = publisherOf('330102')!
    const years = [inYear(2020, { value: 10 }), inYear(2021, { value: 12 })]
    const [, point] = seriesOf(years, 2020, (year) => breakOf(district, year))
    expect(point).toMatchObject({ flags: ['break'], break: { from: ['江干区'], into: ['上城区'] } })
  })
})
