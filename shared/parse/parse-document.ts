import { CATALOGUE_VERSION } from '../catalogue/version.ts'
import type { CanonicalDocument } from '../formats/canonical.ts'
import { readDocument } from '../formats/read-document.ts'
import { crossCheck } from '../indicators/checks/cross-check.ts'
import { findIndicators } from '../indicators/find-indicators.ts'
import type { Reporter } from '../indicators/meaning/reporter.ts'
import { NO_TABLES, readTables } from '../indicators/tables/read-tables.ts'
import { documentIdOf } from '../report/document-id.ts'
import { PARSER_VERSION } from '../report/parser-version.ts'
import { RefusalError } from '../report/refusal.ts'
import type { ParsedDocument, ReportFacts } from '../report/report.ts'
import { readFacts } from './read-facts.ts'

/**
 * Reads one file. It has no effect beside its result. A document that is not an annual report gets `report.kind` `other`, its
 * reason, and no indicators.
 * @throws {RefusalError} if the file cannot be read at all; its `reason` says why
 * @example
 * const { report, indicators } = await parseDocument(await readFile('report.pdf'))
 * if (report.kind === 'rule_of_law_annual_report') console.log(report.issuer, report.year, indicators.length)
 */
export async function parseDocument(bytes: Uint8Array): Promise<ParsedDocument> {
  const canonical = await readDocument(bytes)
  const facts = readFacts(canonical)
  const { text } = canonical
  const isReport = facts.kind !== 'other'
  if (!isReport && canonical.isMostlyUnread) throw nobodyKnows(canonical)
  const tables = isReport ? readTables(text, canonical.tables, facts.sections, facts.year) : NO_TABLES
  const found = isReport ? findIndicators(text, facts.sections, tables, reporterOf(facts)) : []
  const { warnings, indicators } = crossCheck(text, facts, found)
  const report = {
    documentId: documentIdOf(bytes),
    ...facts,
    warnings: [...facts.warnings, ...tables.warnings, ...warnings],
    format: canonical.format,
    charset: canonical.charset,
    parserVersion: String(PARSER_VERSION),
    catalogueVersion: String(CATALOGUE_VERSION),
  }
  return { report, text, indicators }
}

/** No verdict on a file is given on the smaller part of it. */
function nobodyKnows({ warnings }: CanonicalDocument): RefusalError {
  const said = warnings.map(({ message }) => message)[0] ?? ''
  return new RefusalError(
    'no_text',
    `What can be read does not tell what the file is. ${said} Run pages without text through OCR, and upload by itself what is attached.`,
  )
}

/** Who reports: names that limit nothing in the own report. */
export function reporterOf({ issuer, region, year }: ReportFacts): Reporter {
  const names = [issuer, region.province, region.prefecture, region.county, region.township].filter(
    (name) => name !== null,
  )
  const short = names.map((name) => name.replace(/(?:人民政府|街道办事处|[省市县区镇乡]|街道)$/, ''))
  return { names: [...names, ...short], issuer, year }
}
