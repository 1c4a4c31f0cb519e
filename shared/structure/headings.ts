import { squeeze } from '../text/lines.ts'
import { chineseNumber, ORDINALS } from '../text/numerals.ts'
import type { Span } from '../text/span.ts'
import { roleOf } from './roles.ts'
import { REPORT_TITLE } from './title-words.ts'

/**
 * The marks of Chinese official writing (GB/T 9704-2012: 一、 then (一) then 1. then (1)) from the outermost in, with
 * parts, headings without a number, and the run-in 一是 that stands inside a paragraph.
 */
export const STYLES = ['part', 'plain', 'han', 'paren', 'digit', 'digitParen', 'circled', 'runIn'] as const
export type HeadingStyle = (typeof STYLES)[number]

export interface Heading extends Span {
  readonly style: HeadingStyle
  readonly number: number
  /** From the mark to the end of the heading's own words. */
  readonly text: string
}

/** A heading longer than this is a sentence that happens to be numbered: its words end at the first comma. */
const LONGEST = 60
const LONGEST_PLAIN = 30
const ORDINAL = `[${ORDINALS}]{1,3}`
/** The marks by style, each with its number in the group of that name. 一、二、 and 一、二是 begin a list within a sentence. */
const MARKS: Readonly<Record<Exclude<HeadingStyle, 'plain'>, string>> = {
  part: `第(?<part>${ORDINAL})(?:部分|章|篇)`,
  han: `(?<han>${ORDINAL})\\s?[、.](?![${ORDINALS}]{1,2}[、是])`,
  runIn: `(?<runIn>${ORDINAL})\\s?是`,
  paren: `\\((?<paren>${ORDINAL})\\)`,
  digit: '(?<digit>\\d{1,2})(?:、|\\.(?!\\d))',
  digitParen: '\\((?<digitParen>\\d{1,2})\\)',
  circled: '(?<circled>[①-⑳])',
}
/** Where a mark may stand: at a line's start, after a sentence, after a blank (conversions put all on one line). */
const BEFORE = '(?<=^|[\\s。;:!?)”])'
const MARK = new RegExp(`${BEFORE}(?:${Object.values(MARKS).join('|')})`, 'g')
/** In text run together on one line, a heading ends at the next mark or at the year's first sentence. */
const BEFORE_MARK = new RegExp(`(?<=\\S)\\s+(?=\\(?${ORDINAL}(?:[、)]|是)|\\d{1,2}[、.]|20\\d\\d\\s?年)`)
/** A line that a plain heading is not: a sentence, or one with a mark of its own. */
const NOT_PLAIN = new RegExp(`[。,;!?:]|^(?!20\\d\\d年)[\\d(${ORDINALS}①-⑳第附]`)
const LINE = /[^\n]+/g

interface Mark extends Span {
  readonly style: HeadingStyle
  readonly number: number
  readonly opensLine: boolean
}

/**
 * The headings of a text in its order. A mark that opens a line is one; inside a line only the number that follows the
 * last of its kind is, so that 一、二审, a list within a sentence or a quoted 一、 stays text.
 * @param text folded
 */
export function headingsIn(text: string, { start, end }: Span): Heading[] {
  const headings: Heading[] = []
  const last = new Map<HeadingStyle, number>()
  for (const mark of [...marksIn(text, start, end), ...plainHeadings(text, start, end)].sort(
    (a, b) => a.start - b.start,
  )) {
    if ((headings.at(-1)?.end ?? 0) > mark.start) continue
    if (!opens(text, mark, last)) continue
    last.set(mark.style, mark.number)
    for (const inner of STYLES.slice(STYLES.indexOf(mark.style) + 1)) last.delete(inner)
    headings.push({ ...mark, ...wordsOf(text, mark, end) })
  }
  return headings
}

function* marksIn(text: string, start: number, end: number): Generator<Mark> {
  MARK.lastIndex = start
  for (let found = MARK.exec(text); found !== null && found.index < end; found = MARK.exec(text)) {
    const [style, numeral] = styleOf(found)
    const number = numberOf(style, numeral)
    yield {
      style,
      number,
      start: found.index,
      end: found.index + found[0].length,
      opensLine: opensLine(text, found.index),
    }
  }
}

/** Lines without a number that name a part all the same: 存在的主要问题, 下一步工作打算. */
function* plainHeadings(text: string, start: number, end: number): Generator<Mark> {
  LINE.lastIndex = start
  for (let line = LINE.exec(text); line !== null && line.index < end; line = LINE.exec(text)) {
    if (line[0].length > 2 * LONGEST_PLAIN) continue
    const words = squeeze(line[0])
    if (words.length > LONGEST_PLAIN || words.length < 4 || NOT_PLAIN.test(words)) continue
    if (REPORT_TITLE.test(words) && /报告$/.test(words)) continue
    if (roleOf(words) === null) continue
    const at = line.index + line[0].indexOf(words[0]!)
    yield { style: 'plain', number: 0, start: at, end: at, opensLine: true }
  }
}

function opens(text: string, mark: Mark, last: ReadonlyMap<HeadingStyle, number>): boolean {
  if (mark.style === 'plain') return true
  const expected = (last.get(mark.style) ?? 0) + 1
  if (mark.style === 'runIn') return mark.number === expected || mark.number === 1
  if (mark.opensLine) return true
  const before = text[mark.start - 1]!
  if (/[;:]/.test(before) && last.has('runIn')) return false
  if (/\s/.test(before) && mark.style !== 'han' && mark.style !== 'paren') return false
  return mark.number === expected
}

function opensLine(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && /[^\S\n]/.test(text[before]!)) before--
  return before < 0 || text[before] === '\n'
}

function wordsOf(text: string, mark: Mark, limit: number): { text: string; end: number } {
  const newline = text.indexOf('\n', mark.end)
  const lineEnd = Math.min(newline === -1 ? limit : newline, limit)
  const rest = text.slice(mark.end, Math.min(lineEnd, mark.end + LONGEST))
  const stops =
    mark.style === 'runIn' ? [rest.search(/[。,;:]/)] : [rest.indexOf('。'), rest.search(BEFORE_MARK), roleEnd(rest)]
  const found = stops.filter((stop) => stop !== -1)
  if (found.length === 0) found.push(lineEnd - mark.end <= LONGEST ? rest.length : rest.search(/[,;:]|$/))
  const end = mark.end + Math.min(...found)
  return { text: text.slice(mark.start, end).trim(), end }
}

/** The blank after words that name a part by themselves (三、薄弱环节 在看到成绩的同时…); -1 if there is none. */
function roleEnd(rest: string): number {
  const blank = rest.search(/(?<=\S)\s/)
  return blank !== -1 && roleOf(rest.slice(0, blank)) !== null ? blank : -1
}

function styleOf({ groups = {} }: RegExpExecArray): [HeadingStyle, string] {
  const style = STYLES.find((name) => groups[name] !== undefined)!
  return [style, groups[style]!]
}

/** The number of a mark; 0 if its characters make none (一二、). */
function numberOf(style: HeadingStyle, numeral: string): number {
  if (style === 'circled') return numeral.charCodeAt(0) - '①'.charCodeAt(0) + 1
  return style === 'digit' || style === 'digitParen' ? Number(numeral) : (chineseNumber(numeral) ?? 0)
}
