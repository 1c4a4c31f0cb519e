import type { Section, Topic } from '../../report/report.ts'
import { explain } from '../meaning/explain.ts'
import type { Meaning } from '../meaning/meaning.ts'
import type { Reporter } from '../meaning/reporter.ts'
import type { TableFigure } from './read-tables.ts'

/**
 * What a figure of a table counts: its composed sentence is explained as any other. A part keeps the code of its whole, with its words as
 * scope. A part that has an entry of its own (the column 维持 of 审结) takes that, as parts behind 其中 do.
 * @param topic of the section that the table stands in
 */
export function meaningInTable(figure: TableFigure, topic: Topic | null, reporter: Reporter): Meaning {
  const { subject, rowPart, columnPart } = figure
  const whole = explained(figure, '', topic, reporter)
  const named = subject ?? whole.subject
  if (rowPart === null && columnPart === null) return { ...whole, subject: named }
  const inColumn = columnPart === null ? null : explained(figure, columnPart, topic, reporter)
  if (inColumn !== null && isEntryBeside(inColumn.code, whole.code))
    return { ...inColumn, subject: named, scope: rowPart }
  const inRow = rowPart === null ? null : explained(figure, rowPart, topic, reporter)
  if (inRow !== null && whole.code !== null && isEntryBeside(inRow.code, whole.code))
    return { ...inRow, subject: named, scope: columnPart }
  return { ...whole, subject: named, scope: `${rowPart ?? ''}${columnPart ?? ''}` }
}

/** @param part words to say before the number */
function explained(
  { measurement, sentence, place }: TableFigure,
  part: string,
  topic: Topic | null,
  reporter: Reporter,
): Meaning {
  const words = sentence.slice(0, place.start) + part + sentence.slice(place.start)
  const at = { start: place.start + part.length, end: place.end + part.length }
  const whole = { start: 0, end: words.length }
  const section: Section = { ...whole, level: 1, role: 'achievements', heading: null, topic }
  return explain(
    words,
    [{ ...measurement, ...at, raw: words.slice(at.start, at.end), sentence: whole }],
    [section],
    reporter,
  )[0]!
}

/** Whether the code of a part is another entry of the matter of the whole. */
function isEntryBeside(code: string | null, whole: string | null): boolean {
  return code !== null && code !== whole && (whole === null || matterOf(code) === matterOf(whole))
}

function matterOf(code: string): string {
  return code.split('.')[0]!
}
