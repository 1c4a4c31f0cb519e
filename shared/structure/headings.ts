import { squeeze } from '../text/lines.ts'
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
/** Where a mark may stand: at a line's start, after a sentence, after a blank (conversions put all on one line). */
const MARK =
  /(?<=^|[\s。;:!?)”])(?:第([一二三四五六七八九十]{1,3})(?:部分|章|篇)|([一二三四五六七八九十]{1,3})\s?(?:[、.](?![一二三四五六七八九十]{1,2}[、是])|(是))|\(([一二三四五六七八九十]{1,3})\)|(\d{1,2})(?:、|\.(?!\d))|\((\d{1,2})\)|([①-⑳]))/g
/** In text run together on one line, a heading ends where the next mark or the year's first sentence begins. */
const BEFORE_MARK = /(?<=\S)\s+(?=\(?[一二三四五六七八九十]{1,3}(?:[、)]|是)|\d{1,2}[、.]|20\d\d\s?年)/
const LINE = /[^\n]+/g

const SPELLED = '一二三四五六七八九'

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
    const [, part, han, runIn, paren, digit, digitParen, circled] = found
    const style: HeadingStyle =
      part !== undefined
        ? 'part'
        : han !== undefined
          ? runIn === undefined
            ? 'han'
            : 'runIn'
          : paren !== undefined
            ? 'paren'
            : digit !== undefined
              ? 'digit'
              : digitParen !== undefined
                ? 'digitParen'
                : 'circled'
    const spelled = part ?? han ?? paren
    const number =
      spelled !== undefined
        ? numberOf(spelled)
        : circled !== undefined
          ? circled.charCodeAt(0) - '①'.charCodeAt(0) + 1
          : Number(digit ?? digitParen)
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
    if (
      words.length > LONGEST_PLAIN ||
      words.length < 4 ||
      /[。,;!?:]|^(?!20\d\d年)[\d(一二三四五六七八九十①-⑳第附]/.test(words)
    )
      continue
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

/** The blank after words that name a part by themselves (三、薄弱环节 在看到成绩的同时…); -1 where there is none. */
function roleEnd(rest: string): number {
  const blank = rest.search(/(?<=\S)\s/)
  return blank !== -1 && roleOf(rest.slice(0, blank)) !== null ? blank : -1
}

/** 一 to 九十九. */
function numberOf(numeral: string): number {
  const [tens, units] = numeral.includes('十') ? numeral.split('十') : ['', numeral]
  const ten = numeral.includes('十') ? (tens === '' ? 1 : SPELLED.indexOf(tens!) + 1) : 0
  return ten * 10 + (units === '' ? 0 : SPELLED.indexOf(units!) + 1)
}
