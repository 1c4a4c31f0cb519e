import { describe, expect, it } from 'vitest'
import { faultsOf } from './faults.ts'
import type { Label } from './label.ts'

const CODES = new Set(['mediation.accepted'])
const TEXT = '单位:件。全年调解纠纷0.36万宗,去年35件,罚款3—5万元。'

const label = (given: Partial<Label>): Label => ({
  before: '全年调解纠纷',
  raw: '0.36万宗',
  value: 3600,
  unit: '宗',
  bound: 'exact',
  role: 'level',
  subject: '调解纠纷',
  code: 'mediation.accepted',
  scope: null,
  topic: 'disputes',
  ...given,
})

const faults = (given: Partial<Label>) => faultsOf(label(given), TEXT, CODES)

describe('faults of a label', () => {
  it.each([
    ['a label as it should be', {}],
    ['a unit that a caption gives', { raw: '35', value: 35, unit: '件' }],
    ['the scale of a range', { raw: '3', value: 30000, unit: '元' }],
    ['thousands parted by commas', { raw: '1,582宗', value: 1582 }],
    ['the width and script of characters', { raw: '０．３６萬宗', value: 3600 }],
    ['a baseline of last year', { raw: '35件', value: 35, unit: '件', role: 'baseline', period: 'earlier' }],
    ['a second reading without code', { codeAlt: [null], scopeAlt: '镇调委会' }],
  ] satisfies [string, Partial<Label>][])('are none in %s', (_, given) => {
    expect(faults(given)).toEqual([])
  })

  it.each([
    ['a code that there is not', { code: 'mediation.invented' }],
    ['a second code that there is not', { codeAlt: ['mediation.invented'] }],
    ['a topic that there is not', { topicAlt: ['weather' as Label['topic']] }],
    ['a period that there is not', { period: 'weekly' as 'part' }],
    ['a value that the digits do not give', { value: 360 }],
    ['a value without its scale', { value: 0.36 }],
    ['no value', { value: Number.NaN, raw: '三宗' }],
    ['a unit that the text does not have', { unit: '人次' }],
    ['a baseline of this year', { role: 'baseline' }],
    ['a target of another period', { role: 'target', period: 'part' }],
    ['a scope without a code', { code: null, scope: '镇调委会' }],
    ['one reading given twice', { scope: '镇调委会', scopeAlt: '镇调委会' }],
    ['no subject', { subject: '' }],
  ] satisfies [string, Partial<Label>][])('name %s', (_, given) => {
    expect(faults(given)).toHaveLength(1)
  })
})
