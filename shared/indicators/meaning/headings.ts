import type { Section, Topic } from '../../report/report.ts'
import { fold } from '../../text/fold.ts'
import type { Matter, Name, Word } from './lexicon.ts'
import { segment } from './segment.ts'

export interface Heading {
  readonly topic: Topic | null
  readonly matters: readonly Matter[]
  readonly names: readonly Name[]
}

/**
 * What the headings around an offset announce: the topic of the innermost part that has one, and the matter that the innermost
 * heading names last. Offsets must come in ascending order: the parts are walked once.
 */
export function headingsAt(sections: readonly Section[]): (offset: number) => Heading {
  const open: Section[] = []
  const known = new Map<Section, readonly Word[]>()
  const wordsOf = (section: Section): readonly Word[] => {
    const words = known.get(section) ?? wordsIn(fold(section.heading ?? ''))
    known.set(section, words)
    return words
  }
  let next = 0
  return (offset) => {
    for (; next < sections.length && sections[next]!.start <= offset; next++) {
      while (open.length > 0 && open.at(-1)!.end <= sections[next]!.start) open.pop()
      open.push(sections[next]!)
    }
    while (open.length > 0 && open.at(-1)!.end <= offset) open.pop()
    return { topic: open.findLast(({ topic }) => topic !== null)?.topic ?? null, ...said(open.map(wordsOf)) }
  }
}

/** Of the innermost heading that names any. */
function said(headings: readonly (readonly Word[])[]): Pick<Heading, 'matters' | 'names'> {
  return {
    matters:
      headings
        .findLast((words) => words.some(({ matters }) => matters.length > 0))
        ?.findLast(({ matters }) => matters.length > 0)?.matters ?? [],
    names: headings.at(-1)?.flatMap(({ names }) => names) ?? [],
  }
}

function wordsIn(heading: string): Word[] {
  return segment(heading, { start: 0, end: heading.length }).flatMap(({ word }) => word ?? [])
}
