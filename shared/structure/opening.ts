import { type Line, linesOf, squeeze } from './lines.ts'
import { isNavigation } from './page-furniture.ts'
import { isLabelled } from './page-labels.ts'
import { isFileName, REPORT_TITLE } from './title-words.ts'

/** Menus of portals run to some two hundred lines; a text that has not begun by then has no header to skip. */
const MAX_LINES = 500
/** How far past a line that reads like text (a notice, a slogan in the menu) a title is still looked for. */
const SECOND_LOOK = 1500
/** A line of this length with a comma is a sentence broken by layout, not a title. */
const SENTENCE_LENGTH = 25

const SENTENCE = /[。!?]|;.{4}/
/** The publication line of some pages begins with the site's name. */
const LABELLED_DATE = /(?:时间|日期):20\d\d[-/.年]/
const LEAD_END = /如下[::。]?$/
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}\s?[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}部分)/

export interface Opening {
  /** What stands above the text, line by line: header values, title, addressee. Menus are left out. */
  readonly header: readonly Line[]
  /** Whether the page around the text showed itself: menus, breadcrumbs, reading tools. */
  readonly onPage: boolean
  /** Where the text begins. */
  readonly bodyStart: number
}

/** Parts a page's header from the report's text. @param text folded to Simplified and half-width */
export function readOpening(text: string): Opening {
  const header: Line[] = []
  let onPage = false
  let read = 0
  let first: Opening | null = null
  for (const line of linesOf(text)) {
    if (++read > MAX_LINES || (first !== null && line.start > first.bodyStart + SECOND_LOOK)) break
    const words = squeeze(line.text)
    if (isLabelled(line.text) || LABELLED_DATE.test(words) || isFileName(words)) header.push(line)
    else if (isNavigation(words)) onPage = true
    else if (!isText(line.text, words)) {
      header.push(line)
      if (first !== null && isOwnTitle(words)) first = null
    } else if (first === null) {
      const title = titleBefore(line)
      if (title !== null) header.push(title)
      const bodyStart = title === null ? line.start : afterBlanks(text, title.end)
      first = { header: [...header], onPage, bodyStart }
      if (NUMBERED.test(words)) break
    } else if (NUMBERED.test(words)) break
  }
  return first ?? { header, onPage, bodyStart: 0 }
}

function isText(line: string, words: string): boolean {
  if (NUMBERED.test(words) || LEAD_END.test(words)) return true
  if (SENTENCE.test(words)) return words.length > 10
  return words.includes(',') && (words.length >= SENTENCE_LENGTH || /^20\d\d年/.test(words)) && !line.includes('|')
}

function isOwnTitle(words: string): boolean {
  return REPORT_TITLE.test(words) && /20\d\d年|关于/.test(words) && !/^现[将就]|[,《]/.test(words)
}

/** A title run together with its text, as conversions from PDF leave them: it ends at a blank after its last word. */
function titleBefore(line: Line): Line | null {
  if (line.text.length !== line.end - line.start) return null
  for (const { index } of line.text.slice(0, 120).matchAll(/\s/g)) {
    const words = squeeze(line.text.slice(0, index))
    if (/[,。]/.test(words)) return null
    if (REPORT_TITLE.test(words) && !/情况$/.test(words))
      return { text: line.text.slice(0, index), start: line.start, end: line.start + index }
  }
  return null
}

function afterBlanks(text: string, from: number): number {
  const rest = /\S/g
  rest.lastIndex = from
  return rest.exec(text)?.index ?? from
}
