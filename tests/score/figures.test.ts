import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../shared/report/report.ts'
import type { Label } from '../labels/label.ts'
import { scoreFigures } from './figures.ts'

const TEXT = '全年共调解纠纷约73宗，其中镇调委会40宗。'

const LABELS: readonly Label[] = [
  {
    before: '全年共调解纠纷约',
    raw: '73宗',
    value: 73,
    unit: '宗',
    bound: 'approx',
    role: 'level',
    subject: '调解纠纷',
    code: 'mediation.accepted',
    scope: null,
    topic: 'disputes',
  },
  {
    before: '，其中镇调委会',
    raw: '40宗',
    value: 40,
    unit: '宗',
    bound: 'exact',
    role: 'level',
    period: 'part',
    subject: '镇调委会调解',
    code: 'mediation.accepted',
    codeAlt: [null],
    scope: '镇调委会',
    topic: 'disputes',
    topicAlt: ['legal_service'],
  },
]

const figure = (raw: string, given: Partial<Indicator>): Indicator => ({
  ordinal: 1,
  raw,
  start: TEXT.indexOf(raw),
  end: TEXT.indexOf(raw) + raw.length,
  value: Number.parseInt(raw, 10),
  unit: '宗',
  bound: 'exact',
  role: 'level',
  period: 'year',
  subject: '',
  code: 'mediation.accepted',
  scope: null,
  topic: 'disputes',
  section: 0,
  sentence: { start: 0, end: TEXT.length },
  partOf: null,
  contradictions: [],
  ...given,
})

const parsed = (...indicators: Indicator[]) => ({ text: TEXT, indicators })

const RIGHT = [
  figure('约73宗', { value: 73, bound: 'approx' }),
  figure('40宗', { period: 'part', scope: '调委会', topic: 'legal_service' }),
]

describe('scoring figures', () => {
  it('finds nothing wrong in figures that are as labelled, whoever counts 约 into them', () => {
    const shares = Object.values(scoreFigures(LABELS, parsed(...RIGHT)))
    expect(shares.map(({ of, hits }) => of - hits)).toEqual(shares.map(() => 0))
    expect(shares.every(({ of }) => of > 0)).toBe(true)
  })

  it.each([
    ['value', { value: 74 }, ['precision', 'recall']],
    ['unit', { unit: '件' }, ['precision', 'recall']],
    ['bound', { bound: 'exact' }, ['bound']],
    ['role', { role: 'change' }, ['role']],
    ['period', { period: 'earlier' }, ['period']],
    ['topic', { topic: 'digital' }, ['topic']],
    ['code', { code: 'mediation.settled' }, ['codePrecision', 'codeRecall']],
    ['scope', { scope: '调解' }, ['scope']],
  ] satisfies [string, Partial<Indicator>, string[]][])('lowers its share for a wrong %s', (_, wrong, lowered) => {
    const shares = scoreFigures(LABELS, parsed({ ...RIGHT[0]!, ...wrong }, RIGHT[1]!))
    const below = Object.entries(shares).filter(([, { of, hits }]) => hits < of)
    expect(below.map(([name]) => name)).toEqual(lowered)
  })

  it('counts a figure that no label has against precision, and one not found against recall', () => {
    const { precision, recall } = scoreFigures(LABELS, parsed(RIGHT[0]!, figure('3宗', { start: 9 })))
    expect(precision).toEqual({ of: 2, hits: 1 })
    expect(recall).toEqual({ of: 2, hits: 1 })
  })

  it('counts a code that is right by the second reading, and one left out', () => {
    const uncoded = RIGHT.map((one) => ({ ...one, code: null }))
    expect(scoreFigures(LABELS, parsed(...uncoded)).codeRecall).toEqual({ of: 1, hits: 0 })
    expect(scoreFigures(LABELS, parsed(...uncoded)).codePrecision).toEqual({ of: 0, hits: 0 })
  })
})
