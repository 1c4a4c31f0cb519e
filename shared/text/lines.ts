import type { Span } from './span.ts'

/** A line that is not blank; offsets into the text it was read from. */
export interface Line extends Span {
  /** Its words without the white space around them and without pinyin. */
  readonly text: string
}

/** Some mirrors put the pronunciation behind each character they converted: 區(qū). */
const PINYIN = /(?<=[\u4e00-\u9fff])\([ \u3000]?(?:[a-zàáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜ]|\p{M}){1,8}[ \u3000]?\)/gu

/** The lines of `text` between two offsets, one at a time: a text of a million lines takes no more memory than one. */
export function* linesOf(text: string, from = 0, to = text.length): Generator<Line> {
  for (let start = from; start < to; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 || newline > to ? to : newline
    const line = text.slice(start, end)
    const trimmed = line.trim()
    const first = start + line.indexOf(trimmed)
    if (trimmed !== '') yield { text: withoutPinyin(trimmed), start: first, end: first + trimmed.length }
    start = end + 1
  }
}

/** Where a text has pronunciations that mirrors add in brackets. */
export function* pinyinIn(text: string): Generator<Span> {
  if (!text.includes('(')) return
  for (const { 0: words, index } of text.matchAll(PINYIN)) yield { start: index, end: index + words.length }
}

/** The text without the pronunciations that mirrors add in brackets. */
export function withoutPinyin(text: string): string {
  return text.includes('(') ? text.replace(PINYIN, '') : text
}

/** All white space left out: blanks inside Chinese words come from the layout. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}
