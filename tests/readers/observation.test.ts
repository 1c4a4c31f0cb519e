import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type NoReport, observe } from '../../shared/readers/observation.ts'
import type { Indicator } from '../../shared/report/report.ts'
import { figure, REPORT } from './records.ts'

const CODE = 'reconsideration.accepted'
const observed = (...figures: Partial<Indicator>[]) => observe(REPORT, CODE, figures.map(figure))

describe('what a report says of a code', () => {
  test.each<[string, Partial<Indicator>[], string, number | null]>([
    ['one figure for the whole', [{ value: 1046 }], 'single', 1046],
    ['the same figure again', [{ value: 12 }, { value: 12, unit: '宗' }], 'repeated', 12],
    [
      'a whole beside its parts',
      [{ value: 1046 }, { value: 408, scope: '市本级' }, { value: 47, scope: '因信息公开' }],
      'single',
      1046,
    ],
    ['two wholes that differ', [{ value: 1046 }, { value: 1048 }], 'several', null],
    [
      'parts alone',
      [
        { value: 408, scope: '市本级' },
        { value: 3, role: 'target' },
      ],
      'parts_only',
      null,
    ],
    [
      'goals alone',
      [
        { value: 3, role: 'target' },
        { value: 2, role: 'baseline', period: 'earlier' },
      ],
      'target_only',
      null,
    ],
    ['another time alone', [{ value: 5, period: 'part' }], 'other_period_only', null],
    ['a difference alone', [{ value: 5, role: 'change' }], 'none', null],
    ['nothing', [], 'none', null],
  ])('is, of %s, %j: %s', (_, figures, status, value) => {
    expect(observed(...figures)).toMatchObject({ status, value })
  })

  it('gives the candidates that differ, in the order of the text', () => {
    const { candidates, flags } = observed({ value: 1046 }, { value: 1048, contradictions: ['two_values'] })
    expect(candidates.map(({ value }) => value)).toEqual([1046, 1048])
    expect(flags).toEqual(['several', 'two_values'])
  })

  it('lets an exact statement stand for an approximate one of the same value', () => {
    const { status, bound, flags } = observed({ value: 100, bound: 'atLeast' }, { value: 100 })
    expect({ status, bound, flags }).toEqual({ status: 'repeated', bound: 'exact', flags: [] })
    expect(observed({ value: 100, bound: 'atLeast' }).flags).toEqual(['atLeast'])
  })

  it('takes a difference for the value only where the code measures one', () => {
    const change = figure({ code: 'market.entities_added', role: 'change', value: 1811, unit: '户' })
    expect(observe(REPORT, 'market.entities_added', [change])).toMatchObject({ status: 'single', value: 1811 })
  })

  it('compares within the first group of units that any candidate has, and keeps the others beside it', () => {
    const inspections = (value: number, unit: string) => figure({ code: 'enforcement.inspections', value, unit })
    const observation = observe(REPORT, 'enforcement.inspections', [inspections(320, '家次'), inspections(40, '次')])
    expect(observation).toMatchObject({ status: 'single', value: 40, unitGroup: 'acts' })
    expect(observation.otherUnits.map(({ value, unitGroup }) => [value, unitGroup])).toEqual([[320, 'visits']])
  })

  it.each([
    [[132, 368], true],
    [[132, 388], false],
    [[132], null],
  ])('says whether the parts %j after 其中 make up 500: %s', (values, expected) => {
    const total = figure({ value: 500 })
    const parts = values.map((value) => figure({ value, scope: '一般程序', partOf: total.ordinal }))
    const elsewhere = figure({ value: 900, scope: '城管' })
    expect(observe(REPORT, CODE, [total, ...parts, elsewhere]).partsAddUp).toBe(expected)
  })

  it('says that the place is not known', () => {
    expect(observe({ ...REPORT, regionCode: null }, CODE, [figure({ regionCode: null })]).flags).toEqual([
      'region_unknown',
    ])
  })
})

test('without a report there is nothing but the reason', () => {
  const { publisherId, year, issuer, level, regionCode } = REPORT
  const missing = { publisherId, year, issuer, level, regionCode, documentId: null, state: 'missing', reason: 'x' }
  expect(observe(missing as NoReport, CODE, [])).toMatchObject({
    status: 'no_report',
    state: 'missing',
    reason: 'x',
    value: null,
    candidates: [],
  })
})

test('the observation does not depend on the order in which figures come, and loses none', () => {
  const someFigure = fc.record({
    value: fc.integer({ min: 0, max: 3 }),
    scope: fc.constantFrom(null, '市本级'),
    role: fc.constantFrom('level', 'target', 'change', 'baseline'),
    period: fc.constantFrom('year', 'earlier', 'part'),
    unit: fc.constantFrom('次', '家次', '家'),
  })
  fc.assert(
    fc.property(fc.array(someFigure, { maxLength: 8 }), fc.nat(), (drawn, shift) => {
      const figures = drawn.map((one) => figure({ ...(one as Partial<Indicator>), code: 'enforcement.inspections' }))
      const at = figures.length === 0 ? 0 : shift % figures.length
      const turned = [...figures.slice(at), ...figures.slice(0, at)]
      const observation = observe(REPORT, 'enforcement.inspections', figures)
      expect(observe(REPORT, 'enforcement.inspections', turned)).toEqual(observation)
      const { candidates, otherUnits, parts, others } = observation
      const ordinals = [...candidates, ...otherUnits, ...parts, ...others].map(({ ordinal }) => ordinal)
      expect(ordinals.sort((a, b) => a - b)).toEqual(figures.map(({ ordinal }) => ordinal))
    }),
  )
})
