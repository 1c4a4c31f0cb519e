import type { ParsedDocument } from '../../shared/report/report.ts'
import { sameText, squeeze } from '../labels/squeezed.ts'
import type { LabelledFacts } from '../reports/labelled-report.ts'
import { type Share, share } from './share.ts'

/** How much of a part's beginning is compared. */
const PART_BEGINS = 10

/** Facts of the document that are as labelled: who, when, where, which parts. */
export function scoreFacts(wanted: LabelledFacts, { report, text }: ParsedDocument): Share {
  const fields = [
    ...(['kind', 'level', 'departmentLevel', 'year', 'publishedOn'] as const),
    ...(['documentDate', 'indexNumber', 'script'] as const),
  ].map((field) => sameText(wanted[field], report[field]))
  const names = [
    [wanted.title, ...(wanted.titleAlt ?? [])].some((title) => sameText(title, report.title)),
    [wanted.issuer, ...(wanted.issuerAlt ?? [])].some((issuer) => sameText(issuer, report.issuer)),
    [wanted.source, ...(wanted.sourceAlt ?? [])].some((source) => sameText(source, report.source)),
  ]
  const region = (['province', 'prefecture', 'county', 'township', 'code'] as const).map((unit) =>
    sameText(wanted.region[unit], report.region[unit]),
  )
  const completeness = (['achievements', 'problems', 'responsibility', 'plans', 'publishedByApril1'] as const).map(
    (part) => wanted.completeness[part] === report.completeness[part],
  )
  const parts = report.sections
    .filter(({ level }) => level === 1)
    .map(({ role, start, end }) => ({ role, begins: squeeze(text.slice(start, end)).text.slice(0, PART_BEGINS) }))
  const sections = wanted.sections.map(({ role, begins }) =>
    parts.some((part) => part.role === role && sameText(part.begins, begins.slice(0, PART_BEGINS))),
  )
  return share([...fields, ...names, ...region, ...completeness, ...sections], (same) => same)
}
