import { describe, expect, it } from 'vitest'
import { type AuditedReport, auditOf } from '../../shared/readers/audit.ts'
import type { Indicator } from '../../shared/report/report.ts'
import { rowsOf } from '../../shared/store/indicator-row.ts'
import { chunkOf, documentRowOf, indicatorOf } from '../store/records.ts'

function reportOn(year: number, figures: readonly Partial<Indicator>[], text = ''): AuditedReport {
  const document = { ...documentRowOf('COMPLETE'), year, publisherId: '430223' }
  const indicators = figures.map((figure, index) => indicatorOf({ ordinal: index + 1, ...figure }))
  const sections = [{ ...document.sections[0]!, start: 0, end: text.length }]
  return { result: { document: { ...document, sections }, indicators: rowsOf(chunkOf({ indicators })) }, text }
}

const accepted = (changes: Partial<Indicator>) => ({ code: 'reconsideration.accepted', ...changes })
const brought = (changes: Partial<Indicator>) => ({ code: 'litigation.new', ...changes })

describe('the audit of a report', () => {
  it('lists the codes of which it says something else than the report of the year before', () => {
    const now = reportOn(2023, [
      accepted({ value: 500 }),
      brought({ value: 7 }),
      brought({ value: 6, role: 'baseline', period: 'earlier' }),
      { code: 'legal_aid.cases', value: 3 },
      { value: 1 },
    ])
    const before = reportOn(2022, [
      accepted({ value: 12 }),
      brought({ value: 7 }),
      { code: 'mediation.accepted', value: 40 },
      { code: 'legal_aid.cases', value: 3 },
    ])
    const { changes } = auditOf(now, before)
    expect(
      changes.map(({ code, status, value, statusBefore, valueBefore, flags, ordinals }) => {
        return [code, status, value, statusBefore, valueBefore, flags.join(' '), ordinals]
      }),
    ).toEqual([
      ['reconsideration.accepted', 'single', 500, 'single', 12, 'implausible_change', [1]],
      ['litigation.new', 'single', 7, 'single', 7, 'restated', [2]],
      ['mediation.accepted', 'none', null, 'single', 40, '', []],
    ])
  })

  it('compares the reports, without what their pages have around them', () => {
    const text = '全年共办理行政复议案件12件。'
    const page = '版权所有某某市人民政府办公室承办。'
    const now = reportOn(2023, [], text)
    expect(auditOf({ ...now, text: text + page }, reportOn(2022, [], '全年共办理行政复议案件8件。')).repeated).toBe(1)
    expect(auditOf(now, null)).toMatchObject({ before: null, changes: [], repeated: null })
  })

  it('tells contradictions of the report from troubles of its file', () => {
    const { result, text } = reportOn(2023, [])
    const warning = { code: 'two_values', message: 'x', start: 0, end: 1 }
    const document = { ...result.document, warnings: [...result.document.warnings, warning], publishedOn: null }
    expect(auditOf({ result: { ...result, document }, text }, null)).toMatchObject({
      contradictions: [warning],
      timeliness: null,
    })
  })
})
