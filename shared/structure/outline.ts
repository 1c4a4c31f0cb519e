import { topicOf } from '../catalogue/topics.ts'
import type { Section, SectionRole, Topic } from '../report/report.ts'
import { linesOf } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { type LeveledHeading, leveled } from './heading-levels.ts'
import { headingsIn, STYLES } from './headings.ts'
import { roleInReportOn } from './roles.ts'

/** Paragraphs that begin a part without a heading, if the report has no heading for that part. */
const UNHEADED: readonly (readonly [SectionRole, RegExp])[] = [
  [
    'problems',
    /^(?:虽然|尽管|在看到成绩的同时|在肯定成绩的同时|同时|但|但是|与此同时|过去一年|一年来|回顾)?[^。]{0,60}(?:仍|还|也|依然|尚)[^。]{0,6}存在[^。]{0,20}(?:问题|不足|短板|差距|薄弱|困难|弱项)/,
  ],
  [
    'plans',
    /^(?:(?:下一?步|今后|下一?阶段|接下来|明年|来年|新的一年)[^。]{0,40}(?:将|继续|进一步|要|重点|着力)|20\d\d年,[^。]{0,40}将)/,
  ],
]

const LEAD_END = /如下[:。]?$/

interface Part {
  readonly start: number
  readonly level: number
  readonly role: SectionRole
  readonly heading: string | null
  readonly topic: Topic | null
}

/**
 * The parts of a report's text: those of level 1 cover it without gap or overlap, deeper ones lie within them.
 * @param text folded; `original` gives the headings in the report's own script
 * @param year the year reported on: headings that name the next one are plans
 */
export function readOutline(text: string, original: string, body: Span, year: number | null): Section[] {
  const headings = leveled(headingsIn(text, body))
  const parts: Part[] = []
  const first = headings.find(({ level }) => level === 1)?.start
  let top: SectionRole = 'preamble'
  if (first === undefined) {
    const begin = afterLead(text, body)
    if (begin > body.start) parts.push(unnamed(body.start, 'preamble'))
    parts.push(unnamed(begin, 'achievements'))
    top = 'achievements'
  } else if (first > body.start) parts.push(unnamed(body.start, 'preamble'))
  for (const heading of headings) {
    const role = roleWithin(heading, top, year)
    if (heading.level === 1) top = role
    const words = original.slice(heading.start, heading.end).trim()
    parts.push({ start: heading.start, level: heading.level, role, heading: words, topic: topicOf(heading.text) })
  }
  parts.sort((a, b) => a.start - b.start || a.level - b.level)
  return closed(withUnheaded(text, parts, body), body)
}

const unnamed = (start: number, role: SectionRole): Part => ({ start, level: 1, role, heading: null, topic: null })

/** A report without headings begins its account after the line that announces it, or at its beginning if no line does. */
function afterLead(text: string, body: Span): number {
  let announced = false
  for (const line of linesOf(text, body.start, body.end)) {
    if (announced) return line.start
    announced = LEAD_END.test(line.text)
  }
  return body.start
}

/** A deeper heading changes the role of its part only if it can be a part of its own: 存在问题 under 问题和打算. */
function roleWithin({ level, style, text }: LeveledHeading, top: SectionRole, year: number | null): SectionRole {
  const own = roleInReportOn(year, text)
  if (level === 1) return own ?? 'achievements'
  return own !== null && (style === 'han' || (top !== 'achievements' && own !== 'achievements')) ? own : top
}

/** A part without heading begins at its own paragraph, after the last heading of level 1, and only if no heading names its role. */
function withUnheaded(text: string, parts: readonly Part[], body: Span): Part[] {
  const tops = parts.filter(({ level }) => level === 1)
  const from = tops.at(-1)?.start ?? body.start
  const known = new Set(tops.map(({ role }) => role))
  const headed = new Set(parts.map(({ start }) => start))
  const unheaded = new Map<SectionRole, Part>()
  for (const { text: line, start } of linesOf(text, from, body.end)) {
    const role = headed.has(start) ? undefined : UNHEADED.find(([, pattern]) => pattern.test(line))?.[0]
    if (role === undefined || known.has(role) || (role === 'problems' && unheaded.has(role))) continue
    unheaded.set(role, unnamed(start, role))
  }
  return [...parts, ...unheaded.values()].sort((a, b) => a.start - b.start)
}

function closed(parts: readonly Part[], body: Span): Section[] {
  /** Where the next part of each level or an outer one begins, walking backwards. */
  const next: number[] = []
  const sections: Section[] = []
  for (const { start, ...part } of [...parts].reverse()) {
    sections.push({ start, end: next[part.level] ?? body.end, ...part })
    for (let deeper = part.level; deeper <= STYLES.length + 1; deeper++) next[deeper] = start
  }
  return sections.reverse()
}
