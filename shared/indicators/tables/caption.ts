import { squeezed } from '../../text/fold.ts'
import { ORDINALS } from '../../text/numerals.ts'

/** A caption is short; of a paragraph before a table its last sentence leads to it. */
const LONGEST_CAPTION = 60
const LONGEST_LINE = 400
const MAX_LINES = 2
const UNIT_LINE = /^[(]?(?:计量|金额|货币)?单位:/
/** Headings of the outline name topics, and say nothing of what a table counts. */
const OUTLINE = new RegExp(
  `^(?:[${ORDINALS}]{1,3}、|[(][${ORDINALS}]{1,3}[)]|第[${ORDINALS}]{1,3}[章节部]|\\d{1,2}[.、])`,
)

/** The words before a table that say what it is about and its unit; empty if there are none. Folded, without blanks. */
export function captionAbove(text: string, start: number, from: number): string {
  const captions: string[] = []
  let end = start - 1
  while (captions.length < MAX_LINES && end > from) {
    const begin = Math.max(from, text.lastIndexOf('\n', end - 1) + 1)
    const line = squeezed(text.slice(Math.max(begin, end - LONGEST_LINE), end))
    if (line !== '') {
      const caption = captionIn(line)
      if (caption !== '') captions.unshift(caption)
      if (!UNIT_LINE.test(line)) break
    }
    end = begin - 1
  }
  return captions.join(',')
}

function captionIn(line: string): string {
  if (OUTLINE.test(line)) return ''
  const last = line
    .replace(/[:。]$/, '')
    .split('。')
    .at(-1)!
  return last.length <= LONGEST_CAPTION && !FIGURE.test(last) ? last : ''
}

/** A caption has no figures of its own but years and numbers of tables: 2023年, 表1. */
const FIGURE = /(?<![表\d])\d+(?![\d年])/
