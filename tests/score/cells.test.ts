import { describe, expect, it } from 'vitest'
import { type Stated, wholesOf } from '../../shared/catalogue/cells.ts'
import type { Label } from '../labels/label.ts'
import { scoreCells } from './cells.ts'
import { ratio } from './share.ts'

const CODE = 'mediation.accepted'

const stated = (value: number, given: Partial<Stated> = {}): Stated => ({
  code: CODE,
  scope: null,
  period: 'year',
  role: 'level',
  value,
  unit: '件',
  ...given,
})

const label = (value: number, given: Partial<Label> = {}): Label => ({
  before: '',
  raw: '',
  value,
  unit: '件',
  bound: 'exact',
  role: 'level',
  subject: '调解',
  code: CODE,
  scope: null,
  topic: 'disputes',
  ...given,
})

describe('which figures stand for a report', () => {
  const valuesOf = (code: string, ...figures: Stated[]) => [...(wholesOf(figures).get(code) ?? [])]

  it('are those of the whole, for the reporting year, as measured', () => {
    const others = [
      stated(1, { scope: '镇调委会' }),
      stated(2, { period: 'part' }),
      stated(3, { role: 'target' }),
      stated(4, { role: 'change' }),
      stated(5, { code: null }),
    ]
    expect(valuesOf(CODE, ...others, stated(73), stated(73))).toEqual([73])
  })

  it('are changes too, for a code that measures a change', () => {
    const cut = (role: Stated['role']) => stated(70, { code: 'service.time_cut_rate', unit: '%', role })
    expect(valuesOf('service.time_cut_rate', cut('change'))).toEqual([70])
    expect(valuesOf('service.time_cut_rate', cut('level'))).toEqual([70])
  })

  it('are of the first group of units that the report has', () => {
    const inspected = (value: number, unit: string) => stated(value, { code: 'enforcement.inspections', unit })
    expect(valuesOf('enforcement.inspections', inspected(9, '家'), inspected(5, '户次'), inspected(3, '批次'))).toEqual(
      [3],
    )
    expect(valuesOf('enforcement.inspections', inspected(9, '家'), inspected(5, '戶次'))).toEqual([5])
  })
})

describe('scoring cells', () => {
  const scored = (labels: readonly Label[], figures: readonly Stated[]) => {
    const { cellPrecision, cellRecall, several } = scoreCells(labels, figures)
    return { precision: cellPrecision, recall: cellRecall, several }
  }

  it('counts a cell given right in both', () => {
    expect(scored([label(73), label(40, { scope: '镇调委会' })], [stated(73)])).toEqual({
      precision: { of: 1, hits: 1 },
      recall: { of: 1, hits: 1 },
      several: { of: 1, hits: 0 },
    })
  })

  it('counts a part taken for the whole as wrong', () => {
    const { precision, recall } = scored([label(40, { scope: '镇调委会' })], [stated(40)])
    expect(precision).toEqual({ of: 1, hits: 0 })
    expect(recall).toEqual({ of: 0, hits: 0 })
    expect(ratio(recall)).toBe(1)
  })

  it('gives no cell for values that differ, and says how often', () => {
    expect(scored([label(73)], [stated(73), stated(40)])).toEqual({
      precision: { of: 0, hits: 0 },
      recall: { of: 1, hits: 0 },
      several: { of: 1, hits: 1 },
    })
  })

  it('does not ask for a cell that the labels do not settle', () => {
    const labels = [label(73), label(40)]
    expect(scored(labels, [])).toMatchObject({ recall: { of: 0 } })
  })

  it('takes any reading of a label that is as right, and asks for none', () => {
    const debatable = [label(40, { scope: '镇调委会', scopeAlt: null })]
    expect(scored(debatable, [stated(40)])).toMatchObject({ precision: { of: 1, hits: 1 }, recall: { of: 0 } })
    expect(scored(debatable, [])).toMatchObject({ precision: { of: 0 }, recall: { of: 0 } })
    expect(scored(debatable, [stated(41)])).toMatchObject({ precision: { of: 1, hits: 0 } })
  })

  it('does not judge a value that one reading makes the cell and another does not', () => {
    const labels = [label(73), label(40, { code: null, codeAlt: [CODE] })]
    expect(scored(labels, [stated(73)])).toMatchObject({ precision: { of: 0 }, recall: { of: 0 } })
  })
})
