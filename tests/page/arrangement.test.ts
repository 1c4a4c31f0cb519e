import { describe, expect, it } from 'vitest'
import { arranged } from '../../shared/page/arrangement.ts'
import { observe } from '../../shared/readers/observation.ts'
import { comparedWith } from '../../shared/readers/series.ts'
import { figure, REPORT } from '../readers/records.ts'

function point(publisherId: string, year: number, ...values: readonly number[]) {
  const figures = values.map((value) => figure({ value, year }))
  return comparedWith(observe({ ...REPORT, publisherId, year }, 'reconsideration.accepted', figures), null, null)
}

const keysOf = (points: readonly { readonly publisherId: string; readonly year: number }[]) =>
  points.map(({ publisherId, year }) => `${publisherId} ${year}`)

describe('the order of a comparison', () => {
  it('is by value in one year, of values that differ by the largest, and ends with what has none', () => {
    const { drawn } = arranged([point('1', 2023, 5), point('2', 2023), point('3', 2023, 4, 9), point('4', 2023, 7)])
    expect(keysOf(drawn)).toEqual(['3 2023', '4 2023', '1 2023', '2 2023'])
  })

  it('is by place and then year in several years', () => {
    const { drawn } = arranged([point('2', 2022, 9), point('1', 2022, 1), point('2', 2021), point('1', 2021, 5)])
    expect(keysOf(drawn)).toEqual(['1 2021', '1 2022', '2 2021', '2 2022'])
  })

  it('leaves out places without any figure where they are many, and no gap of a place that has one', () => {
    const empty = Array.from({ length: 21 }, (_, at) => point(`empty ${at}`, 2023))
    const { drawn, withoutFigure } = arranged([...empty, point('1', 2022), point('1', 2023, 5)])
    expect(keysOf(drawn)).toEqual(['1 2022', '1 2023'])
    expect(withoutFigure).toHaveLength(21)
    expect(arranged(empty.slice(1)).drawn).toHaveLength(20)
  })
})
