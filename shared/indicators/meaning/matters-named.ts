import type { Matter } from '../../catalogue/matters.ts'
import type { Span } from '../../text/span.ts'
import { inside } from './keywords.ts'
import type { Hit } from './vocabulary.ts'

export interface NamedMatter extends Span {
  readonly matter: Matter
  /** Of a word that speaks of the matter only where nothing else was named. */
  readonly faint: boolean
}

/** The matters that a sentence names, in order; of words that overlap only the first and longest names one. */
export function mattersNamed(hits: readonly Hit[]): NamedMatter[] {
  const named: NamedMatter[] = []
  for (const { start, end, word } of hits) {
    if (word.matter === null) continue
    const last = named.at(-1)
    if (last !== undefined && start < last.end && (start !== last.start || end <= last.end)) continue
    if (last?.start === start) named.pop()
    named.push({ start, end, matter: word.matter, faint: word.faint })
  }
  return named
}

/** The matters of a span, those left out that only speak of a matter where no other is named. */
export function strongWithin(named: readonly NamedMatter[], span: Span): Matter[] {
  const matters: Matter[] = []
  for (const { faint, matter } of inside(named, span)) if (!faint) matters.push(matter)
  return matters
}
