import type { CanonicalDocument } from '../formats/canonical.ts'
import type { ReportFacts } from './report.ts'

const TITLE = /[^\n]{0,60}法治政府建设[^\n]{0,20}报告[^\n]{0,10}/
const YEAR = /(20[0-9]{2})\s?年/
const ISSUER = /^\s*(\S{2,30}?(?:人民政府|局|委员会|办事处|镇|乡|区|县|市|省))(?=关于|20[0-9]{2})/

/** Who reports on what: the facts that the text and its page settle. */
export function readFacts({ text, facts, warnings }: CanonicalDocument): ReportFacts {
  const title = facts.title ?? TITLE.exec(text)?.[0].trim() ?? null
  const isReport = title !== null || /法治政府建[设設]/.test(text)
  const whole = { start: 0, end: text.length }
  return {
    kind: isReport ? 'rule_of_law_annual_report' : 'other',
    reason: isReport ? null : 'The text nowhere speaks of 法治政府建设.',
    title,
    issuer: title === null ? null : (ISSUER.exec(title)?.[1] ?? null),
    level: null,
    departmentLevel: null,
    region: { province: null, prefecture: null, county: null, township: null, code: null },
    year: Number(YEAR.exec(title ?? text)?.[1] ?? Number.NaN) || null,
    publishedOn: facts.publishedOn,
    documentDate: facts.documentDate,
    indexNumber: facts.indexNumber,
    source: facts.source,
    script: /[設實報導]/.test(text) ? 'hant' : 'hans',
    sections: [{ ...whole, level: 1, role: 'other', heading: null, topic: null }],
    completeness: {
      achievements: false,
      problems: false,
      responsibility: false,
      plans: false,
      publishedByApril1: null,
    },
    warnings,
  }
}
