import type { Section, Topic } from '../../report/report.ts'

/**
 * The topic of the innermost part around an offset that has one. Offsets must come in ascending order: the parts are
 * walked once.
 */
export function headingTopics(sections: readonly Section[]): (offset: number) => Topic | null {
  const open: Section[] = []
  let next = 0
  return (offset) => {
    for (; next < sections.length && sections[next]!.start <= offset; next++) {
      while (open.length > 0 && open.at(-1)!.end <= sections[next]!.start) open.pop()
      open.push(sections[next]!)
    }
    while (open.length > 0 && open.at(-1)!.end <= offset) open.pop()
    return open.findLast(({ topic }) => topic !== null)?.topic ?? null
  }
}
