import type { Section, Topic } from '../../report/report.ts'
import { explain } from '../meaning/explain.ts'
import type { Meaning } from '../meaning/meaning.ts'
import type { TableFigure } from './read-tables.ts'

/**
 * What a figure of a table counts: its composed sentence is explained as any other. A part keeps the code of its whole, but for one that
 * has an entry of its own beside that (维持 of 审结): that takes its code, as parts behind 其中 do.
 */
export function meaningInTable(
  { measurement, sentence, place, part, subject }: TableFigure,
  topic: Topic | null,
): Meaning {
  const explained = (words: string, shift: number): Meaning => {
    const at = { start: place.start + shift, end: place.end + shift }
    const whole = { start: 0, end: words.length }
    const section: Section = { ...whole, level: 1, role: 'achievements', heading: null, topic }
    return explain(
      words,
      [{ ...measurement, ...at, raw: words.slice(at.start, at.end), sentence: whole }],
      [section],
    )[0]!
  }
  const whole = explained(sentence, 0)
  const named = subject ?? whole.subject
  if (part === null) return { ...whole, subject: named }
  const own = explained(`${sentence.slice(0, place.start)}${part}${sentence.slice(place.start)}`, part.length)
  const hasEntry = own.code !== null && own.code !== whole.code && matterOf(own.code) === matterOf(whole.code)
  return hasEntry ? { ...own, subject: named, scope: null } : { ...whole, subject: named, scope: part }
}

function matterOf(code: string | null): string | null {
  return code?.split('.')[0] ?? null
}
