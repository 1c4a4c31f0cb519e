import { readDocument } from '../formats/read-document.ts'
import { crossCheck } from '../indicators/checks/cross-check.ts'
import { findIndicators } from '../indicators/find-indicators.ts'
import { documentIdOf } from '../report/document-id.ts'
import { PARSER_VERSION } from '../report/parser-version.ts'
import type { ParsedDocument } from '../report/report.ts'
import { readFacts } from './read-facts.ts'

/**
 * Reads one file whole: bytes in, parsed document out, no other effect. A document that is no annual report comes back
 * with `report.kind` `other`, its reason, and no indicators.
 * @throws {RefusalError} where the file cannot be read at all
 */
export async function parseDocument(bytes: Uint8Array): Promise<ParsedDocument> {
  const canonical = await readDocument(bytes)
  const facts = readFacts(canonical)
  const indicators = facts.kind === 'other' ? [] : findIndicators(canonical.text, facts.sections)
  const report = {
    documentId: documentIdOf(bytes),
    ...facts,
    warnings: [...facts.warnings, ...crossCheck(canonical.text, facts, indicators)],
    format: canonical.format,
    charset: canonical.charset,
    parserVersion: String(PARSER_VERSION),
  }
  return { report, text: canonical.text, indicators }
}
