import { type Line, linesOf, squeeze } from '../text/lines.ts'
import { ORDINALS } from '../text/numerals.ts'
import { isNavigation } from '../text/page-boilerplate.ts'
import { holdsLabelledDate, isLabelled } from '../text/page-labels.ts'
import { isFileName, REPORT_TITLE } from './title-words.ts'

/** Menus of portals run to some two hundred lines; a text that has not begun by then has no header to skip. */
const MAX_LINES = 500
/** How far past a line that reads like text (a notice, a slogan in the menu) a title is still looked for. */
const SECOND_LOOK = 1500
/** A line of this length with a comma is a sentence broken by layout, not a title. */
const SENTENCE_LENGTH = 25

/** The longest title, with the blanks of a conversion in it. */
const LONGEST_TITLE = 120
/** A menu's line; a longer one that holds a menu's word is text. */
const LONGEST_MENU = 200
const MAX_PIECES = 80
/** How much of a line tells what it is. */
const NEAR = 1000

/** 2020 年,在区委领导下: the year may be parted from its 年 by a blank. */
const YEAR_SENTENCE = /^(?:20\d\d年(?:以来)?,|今年以来|一年来|20\d\d年[^。]{0,20}(?:是|坚持|认真|深入)|现[将就])/
const SENTENCE = /[。!?]|;.{4}/
const LEAD_END = /如下[::。]?$/
const ORDINAL = `[${ORDINALS}]{1,3}`
const NUMBERED = new RegExp(`^(?:${ORDINAL}\\s?[、.]|\\(${ORDINAL}\\)|第${ORDINAL}部分)`)

export interface Opening {
  /** What stands above the text, line by line: header values, title, addressee. Menus are left out. */
  readonly header: readonly Line[]
  /** Lines above a title that read like text: a notice on the page, the words with which a collection offers its samples. */
  readonly passed: readonly Line[]
  /** Whether the page around the text showed itself: menus, breadcrumbs, reading tools. */
  readonly onPage: boolean
  /** Where the text begins. */
  readonly bodyStart: number
}

/** Parts a page's header from the report's text. @param text folded to Simplified and half-width */
export function readOpening(text: string): Opening {
  const header: Line[] = []
  const passed: Line[] = []
  let onPage = false
  let read = 0
  let first: Opening | null = null
  for (const whole of linesOf(text).flatMap(piecesOf)) {
    const line = { ...whole, text: whole.text.slice(0, NEAR) }
    if (++read > MAX_LINES || (first !== null && line.start > first.bodyStart + SECOND_LOOK)) break
    const words = squeeze(line.text)
    const begins = isText(line.text, words)
    if (isLabelled(line.text) || isFileName(words) || (!begins && holdsLabelledDate(words))) header.push(line)
    else if (words.length <= LONGEST_MENU && isNavigation(words)) onPage = true
    else if (!begins) {
      header.push(line)
      if (first !== null && isOwnTitle(words)) first = null
    } else {
      first ??= { header: [...header], passed: [...passed], onPage, bodyStart: line.start }
      passed.push(line)
      if (NUMBERED.test(words)) break
    }
  }
  return first ?? { header, passed, onPage, bodyStart: 0 }
}

/**
 * A line that holds a sentence parted into what conversions run together on it: header values and titles, each up to a
 * blank, then the text from its first sentence on.
 */
function* piecesOf(line: Line): Generator<Line> {
  const keepsOffsets = line.text.length === line.end - line.start
  let rest = line
  for (let count = 0; keepsOffsets && count < MAX_PIECES && holdsText(rest.text); count++) {
    const end = titleEnd(rest.text) ?? (beginsSentence(rest.text) ? -1 : rest.text.search(/\s/))
    if (end === -1) break
    yield { text: rest.text.slice(0, end), start: rest.start, end: rest.start + end }
    const next = end + rest.text.slice(end).search(/\S/)
    rest = { text: rest.text.slice(next), start: rest.start + next, end: rest.end }
  }
  yield rest
}

function isText(line: string, words: string): boolean {
  if (NUMBERED.test(words) || LEAD_END.test(words)) return true
  if (SENTENCE.test(words)) return words.length > 10
  return words.includes(',') && (words.length >= SENTENCE_LENGTH || /^20\d\d年/.test(words)) && !line.includes('|')
}

function isOwnTitle(words: string): boolean {
  return REPORT_TITLE.test(words) && /20\d\d年|关于/.test(words) && !/^现[将就]|[,《]/.test(words)
}

function holdsText(line: string): boolean {
  const near = line.slice(0, NEAR)
  return isText(near, squeeze(near))
}

function beginsSentence(line: string): boolean {
  const piece = line.slice(0, NEAR).split(/\s/, 1)[0]!
  return isText(piece, piece) || YEAR_SENTENCE.test(squeeze(line.slice(0, LONGEST_TITLE)))
}

/** The end of the title that the line begins with: the blank after its last word. Null if the line does not begin with a title. */
function titleEnd(line: string): number | null {
  let before = 0
  for (const { index } of line.slice(0, LONGEST_TITLE).matchAll(/\s/g)) {
    const words = squeeze(line.slice(0, index))
    const last = line.slice(before, index).trim()
    if (/[,。:]/.test(words) || (before > 0 && isOwnTitle(last) && !/^(?:关于|20\d\d年)/.test(last))) return null
    if (REPORT_TITLE.test(words) && !/情况$/.test(words)) return index
    before = index
  }
  return null
}
