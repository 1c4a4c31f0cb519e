import type { Indicator, Report } from '../../shared/report/report.ts'
import type { IndicatorChunk, RowFacts } from '../../shared/store/indicator-chunk.ts'

export function indicatorOf(changes: Partial<Indicator> = {}): Indicator {
  return {
    ordinal: 1,
    start: 0,
    end: 3,
    raw: '12件',
    value: 12,
    unit: '件',
    bound: 'exact',
    role: 'level',
    subject: '受理案件',
    code: null,
    scope: null,
    topic: 'disputes',
    section: 0,
    sentence: { start: 0, end: 3 },
    ...changes,
  }
}

export function chunkOf(
  changes: Partial<Omit<IndicatorChunk, 'facts'>> & { readonly facts?: Partial<RowFacts> } = {},
): IndicatorChunk {
  const { indicators = [indicatorOf()], facts, ...rest } = changes
  return {
    documentId: 'a'.repeat(32),
    run: 1,
    chunk: 0,
    chunks: 1,
    indicatorCount: indicators.length,
    indicators,
    ...rest,
    facts: { regionCode: '440114', year: 2023, issuer: '石桥镇人民政府', level: 'township', ...facts },
  }
}

export function reportOf(changes: { documentId?: string; regionCode?: string; year?: number } = {}): Report {
  const { documentId = 'a'.repeat(32), regionCode = '440114', year = 2023 } = changes
  return {
    documentId,
    kind: 'rule_of_law_annual_report',
    reason: null,
    title: '石桥镇2023年法治政府建设年度报告',
    issuer: '石桥镇人民政府',
    level: 'township',
    departmentLevel: null,
    region: { province: '某省', prefecture: '甲市', county: '甲区', township: '石桥镇', code: regionCode },
    year,
    publishedOn: null,
    documentDate: null,
    indexNumber: null,
    source: null,
    script: 'hans',
    sections: [],
    completeness: { achievements: true, problems: true, responsibility: true, plans: true, publishedByApril1: null },
    warnings: [],
    format: 'text',
    charset: 'utf-8',
    parserVersion: '1',
  }
}
