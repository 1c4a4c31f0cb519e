import type { Reporter } from '../meaning/reporter.ts'
import { explainWithReasons, type Why } from '../meaning/why.ts'
import type { Composed, MeaningInTable } from './meaning-in-table.ts'
import type { TableFigure } from './read-tables.ts'

/** How a figure of a table came to its phrase, and what in the table gave its scope. */
export interface Origin extends Pick<MeaningInTable, 'scopeFrom' | 'wholeCode'> {
  readonly figure: TableFigure
  /** The sentence that gave the code. */
  readonly composed: Composed
}

/** The meaning of a figure of a table, with how it came about: as in prose, of the words of the composed sentence. */
export function whyInTable(
  figure: TableFigure,
  { meaning, composed, scopeFrom, wholeCode, isBesideOthers }: MeaningInTable,
  reporter: Reporter,
): { readonly why: Why; readonly origin: Origin } {
  const [ofWords] = explainWithReasons(composed.text, [composed.measurement], composed.sections, reporter)
  const { scope } = meaning
  const from = isBesideOthers ? 'other figures' : 'row and column'
  const ofPart = scope === null ? null : ({ words: scope, unknown: [], from } as const)
  return {
    why: { ...ofWords!, meaning, limit: scopeFrom === null && !isBesideOthers ? ofWords!.limit : ofPart },
    origin: { figure, composed, scopeFrom, wholeCode },
  }
}
