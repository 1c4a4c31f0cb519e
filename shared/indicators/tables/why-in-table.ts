import type { Topic } from '../../report/report.ts'
import type { Reporter } from '../meaning/reporter.ts'
import { explainWithReasons, type Why } from '../meaning/why.ts'
import { type Composed, type MeaningInTable, meaningInTable } from './meaning-in-table.ts'
import type { TableFigure } from './read-tables.ts'

/** How a figure of a table came to its phrase, and what in the table gave its scope. */
export interface Origin extends Pick<MeaningInTable, 'scopeFrom' | 'wholeCode'> {
  readonly figure: TableFigure
  /** The sentence that gave the code. */
  readonly composed: Composed
}

/** The meaning that `meaningInTable` gives, with how it came about: as in prose, of the words of the composed sentence. */
export function whyInTable(
  figure: TableFigure,
  topic: Topic | null,
  reporter: Reporter,
): { readonly why: Why; readonly origin: Origin } {
  const { meaning, composed, scopeFrom, wholeCode } = meaningInTable(figure, topic, reporter)
  const [ofWords] = explainWithReasons(composed.text, [composed.measurement], composed.sections, reporter)
  const { scope } = meaning
  const ofPart = scope === null ? null : { words: scope, unknown: [], from: 'row and column' as const }
  return {
    why: { ...ofWords!, meaning, limit: scopeFrom === null ? ofWords!.limit : ofPart },
    origin: { figure, composed, scopeFrom, wholeCode },
  }
}
