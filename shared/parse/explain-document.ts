import { readDocument } from '../formats/read-document.ts'
import { type ExplainedIndicators, explainIndicators } from '../indicators/explain-indicators.ts'
import { readTables } from '../indicators/tables/read-tables.ts'
import type { ReportFacts } from '../report/report.ts'
import { reporterOf } from './parse-document.ts'
import { readFacts } from './read-facts.ts'

export interface ExplainedDocument extends ExplainedIndicators {
  readonly facts: ReportFacts
  /** The canonical text. */
  readonly text: string
}

/**
 * Reads one file as `parseDocument` does, and says of each figure how its meaning came about, of each number left out why.
 * @throws {RefusalError} if the file cannot be read at all
 */
export async function explainDocument(bytes: Uint8Array): Promise<ExplainedDocument> {
  const { text, ...canonical } = await readDocument(bytes)
  const facts = readFacts({ text, ...canonical })
  if (facts.kind === 'other') return { facts, text, figures: [], excluded: [] }
  const tables = readTables(text, canonical.tables, facts.sections, facts.year)
  return { facts, text, ...explainIndicators(text, facts.sections, tables, reporterOf(facts)) }
}
