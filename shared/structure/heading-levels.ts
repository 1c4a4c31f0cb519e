import type { SectionRole } from '../report/report.ts'
import { type Heading, type HeadingStyle, STYLES } from './headings.ts'
import { roleOf } from './roles.ts'

export interface LeveledHeading extends Heading {
  readonly level: number
}

/** Parts that a line without a number may begin among numbered ones, if no numbered heading does. */
const MAY_BE_PLAIN: readonly SectionRole[] = ['responsibility', 'problems', 'plans']
/** An inner count of the same style as the outer one lies between that style and the next. */
const HALF = 0.5

/**
 * Levels from marks: a heading lies within the nearest one before it whose mark is further out. Level 1 begins with the
 * outermost mark that the report uses.
 */
export function leveled(headings: readonly Heading[]): LeveledHeading[] {
  const kept = withoutStrayPlain(headings)
  const outermost = kept.reduce<number>(
    (least, heading) => (heading.style === 'plain' ? least : Math.min(least, rankOf(heading))),
    STYLES.length,
  )
  const open: number[] = []
  const out: LeveledHeading[] = []
  const count = new HanCount()
  for (const heading of kept) {
    const rank = rankOf(heading) + (count.isInner(heading) ? HALF : 0)
    if (open.length === 0 && rank > outermost && heading.style !== 'runIn') continue
    while (open.length > 0 && open.at(-1)! >= rank) open.pop()
    open.push(rank)
    const level = open.length
    out.push({ ...heading, level: heading.style === 'runIn' ? Math.max(2, level) : level })
  }
  return out
}

function rankOf({ style }: { style: HeadingStyle }): number {
  return STYLES.indexOf(style)
}

/**
 * Leaves out lines that only read like headings. A plain one counts if the report has no numbered parts, if it
 * begins a part that no numbered heading names, or if the numbers start again under it.
 */
function withoutStrayPlain(headings: readonly Heading[]): Heading[] {
  const numbered = headings.filter(({ style }) => style === 'part' || style === 'han')
  if (numbered.length === 0) return [...headings]
  const named = new Set(numbered.map(({ text }) => roleOf(text)))
  const opensCount = (at: number) => headings[at + 1]?.style === 'han' && headings[at + 1]?.number === 1
  const containers = headings.filter(({ style }, at) => style === 'plain' && opensCount(at)).length
  return headings.filter(({ style, text }, at) => {
    if (style !== 'plain') return true
    const role = roleOf(text)!
    return (MAY_BE_PLAIN.includes(role) && !named.has(role)) || (containers > 1 && opensCount(at))
  })
}

/** Follows 一、二、三、 and tells a second count inside a part from the parts' own. */
class HanCount {
  #outer = 0
  #inner = 0

  isInner({ style, number, text }: Heading): boolean {
    if (style === 'part' || style === 'plain') {
      this.#outer = 0
      this.#inner = 0
    }
    if (style !== 'han') return false
    const goesOn =
      this.#inner > 0 && number === this.#inner + 1 && !(number === this.#outer + 1 && roleOf(text) !== null)
    const startsAgain = this.#inner === 0 && number === 1 && this.#outer > 1
    this.#inner = goesOn || startsAgain ? number : 0
    if (this.#inner === 0) this.#outer = number
    return this.#inner > 0
  }
}
