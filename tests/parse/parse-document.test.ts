import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { TEXT } from '../formats/sample.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('parseDocument', () => {
  it('reads who, when and each figure, and every raw is a slice of the text', async () => {
    const { report, text, indicators } = await parseDocument(
      bytesOf('石桥镇2023年法治政府建设年度报告\n全年受理行政复议案件12件,办结1.5万余件。\n'),
    )
    expect(report).toMatchObject({
      kind: 'rule_of_law_annual_report',
      year: 2023,
      title: '石桥镇2023年法治政府建设年度报告',
    })
    expect(indicators.map(({ value, unit, bound }) => ({ value, unit, bound }))).toEqual([
      { value: 12, unit: '件', bound: 'exact' },
      { value: 15000, unit: '件', bound: 'atLeast' },
    ])
    for (const { start, end, raw } of indicators) expect(text.slice(start, end)).toBe(raw)
  })

  it.each([1, 2, 3])('parts no character of two code units, one of them behind every %i', async (every) => {
    const [title, ...lines] = TEXT.split('\n')
    const rare = lines.join('\n').replace(new RegExp(`[\\u4e00-\\u9fff]{${every}}`, 'g'), '$&𠮷')
    const parsed = await parseDocument(bytesOf(`${title}\n${rare}`))
    expect(parsed.report.kind).toBe('rule_of_law_annual_report')
    expect(parsed.indicators.length).toBeGreaterThan(10)
    // Only the half of a character is escaped in JSON.
    expect(JSON.stringify(parsed)).not.toMatch(/\\ud[89a-f]/)
  })

  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'unsupported_format'],
  ])('refuses %s with its reason', async (_, bytes, reason) => {
    await expect(parseDocument(bytes)).rejects.toMatchObject({ name: 'RefusalError', reason })
  })
})
