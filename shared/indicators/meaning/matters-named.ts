import type { Matter } from '../../catalogue/matters.ts'
import type { Span } from '../../report/report.ts'
import type { Hit } from './keywords.ts'
import { MATTER_OF } from './vocabulary.ts'

export interface NamedMatter extends Span {
  readonly matter: Matter
  /** Of a word that speaks of the matter only where nothing else was named. */
  readonly faint: boolean
}

/** The matters that a sentence names, in order; of words that overlap only the first and longest names one. */
export function mattersNamed(hits: readonly Hit[]): NamedMatter[] {
  const named = hits
    .filter(({ group }) => MATTER_OF.has(group))
    .map(({ start, end, group }) => ({ start, end, ...MATTER_OF.get(group)! }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let taken = -1
  return named.filter(({ start, end }) => {
    if (start < taken) return false
    taken = end
    return true
  })
}

export function within(named: readonly NamedMatter[], { start, end }: Span): NamedMatter[] {
  return named.filter((one) => one.start >= start && one.end <= end)
}
