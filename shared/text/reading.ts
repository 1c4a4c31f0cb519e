import { fold } from './fold.ts'
import { ORDINALS } from './numerals.ts'
import type { Span } from './span.ts'

/**
 * A part of a document as the rules read it: folded (Simplified, half-width), without the blanks, line breaks inside
 * sentences and pinyin of the original, each character with its place there.
 */
export interface Reading {
  readonly text: string
  /** `offsets[i]` is where `text[i]` stands in the original, in UTF-16 code units. */
  readonly offsets: Uint32Array
}

/** A line shorter than this was not broken by the page's width: its end is the end of a paragraph. */
const SHORTEST_WRAPPED_LINE = 16

/** Code units written at a time: bounds the buffer that one conversion to a string needs. */
const BLOCK = 1 << 16

/** Signs that mean the same to a reader, beyond those that folding knows. */
const SAME_SIGN: Record<string, string> = {
  ...Object.fromEntries([...'—–―‐−﹣─'].map((dash) => [dash, '-'])),
  ...Object.fromEntries([...'∼〜'].map((tilde) => [tilde, '~'])),
  ...Object.fromEntries([...'•・‧∙⋅'].map((dot) => [dot, '·'])),
  '﹪': '%',
  '○': '〇',
  '◯': '〇',
}

const BLANK = 1
const LINE_BREAK = 2
const DIGIT = 3
const LETTER = 4
const HAN = 5
const STOP = 6

const KIND = kindTable()
const SIGN = signTable()
const POINT = '.'.charCodeAt(0)
const OPENING_PARENTHESIS = '('.charCodeAt(0)
/** Pinyin that converters leave behind a Traditional character: `設(shè)`. */
const PINYIN = /\([ \u3000]?[a-zà-ǜ]{1,6}[ \u3000]?\)/y
/** A line that begins so begins a paragraph. */
const PARAGRAPH_MARK = new RegExp(`\\(?(?:[${ORDINALS}]{1,3}|\\d{1,2})(?:[)、]|\\.(?!\\d))|第[${ORDINALS}]|[①-⑳]`, 'y')
/** The rest of a number whose thousands are parted by a blank: `1 582`. */
const THOUSANDS = /\d{3}(?![\d.])/y
/** What may stand before it: one to three digits, or a group before that was joined already. */
const BEFORE_THOUSANDS = /(?<![\d.,])\d{1,3}(?: \d{3})*$/
/** The longest number of three-digit groups, with its blanks. */
const LONGEST_GROUPED = 20
const LONE_DIGIT = /\d(?![\d.])/y
/** Characters that a layout put apart, up to a digit and behind it: `共 1` and ` 2 件`. In `合 计 9 3` the digits are cells. */
const PARTED = /(?:^|\s)(?:[^\d\s] )?[\d.](?: [\d.])*$/
const PARTED_BEHIND = /[\d.](?: [\d.]){0,20} {1,3}[^\d\s.](?:\s|$)/y
/** How far back that is looked for, in characters. */
const LONGEST_PARTED = 32
const TAB = 9
/** Behind `61. `: the rest of a share, not the text behind a list mark. */
const SHARE = /\d{1,4}\s?[%‰]/y

/**
 * The reading of `text[start, end)`. Linear in its length.
 * @example read('建設 項目', { start: 0, end: 5 }).text // '建设项目'
 */
export function read(text: string, { start, end }: Span): Reading {
  const folded = fold(text.slice(start, end))
  const codes = new Uint16Array(folded.length)
  const offsets = new Uint32Array(folded.length)
  let length = 0
  let lineStart = 0
  const push = (code: number, at: number) => {
    codes[length] = code
    offsets[length++] = start + at
  }
  for (let at = 0; at < folded.length; at++) {
    const code = SIGN[folded.charCodeAt(at)]!
    const kind = KIND[code]
    if (kind !== BLANK && kind !== LINE_BREAK) {
      const pinyin =
        code === OPENING_PARENTHESIS && length > 0 && KIND[codes[length - 1]!] === HAN ? pinyinAt(folded, at) : 0
      if (pinyin > 0) at += pinyin - 1
      else push(code, at)
      continue
    }
    let breaks = 0
    let next = at
    let lastBreak = at
    for (; next < folded.length; next++) {
      const gap = KIND[folded.charCodeAt(next)]
      if (gap === LINE_BREAK) {
        breaks++
        lastBreak = next
      } else if (gap !== BLANK) break
    }
    const before = length > 0 ? codes[length - 1]! : 0
    const wrapped =
      breaks === 1 && at - lineStart >= SHORTEST_WRAPPED_LINE && isWrapped(folded, before, lastBreak, next)
    if (breaks > 0 && !wrapped) push(10, lastBreak)
    else if (partsWords(folded, before, at, next, wrapped)) push(32, at)
    if (breaks > 0) lineStart = next
    at = next - 1
  }
  return { text: stringOf(codes, length), offsets: offsets.subarray(0, length) }
}

function isWrapped(folded: string, before: number, lastBreak: number, next: number): boolean {
  if (KIND[before] === STOP || next - lastBreak > 2) return false
  return !isAt(PARAGRAPH_MARK, folded, next)
}

/** Whether the blank between these two says something: between words or numbers, but not inside one number. */
function partsWords(folded: string, before: number, at: number, next: number, wrapped: boolean): boolean {
  const left = KIND[before]
  const right = KIND[folded.charCodeAt(next)]
  if (left === DIGIT && right === DIGIT) return !wrapped && !isBlankInNumber(folded, at, next)
  if (before === POINT && right === DIGIT)
    return !wrapped && !(isOneBlank(folded, at, next) && (isParted(folded, at, next) || isAt(SHARE, folded, next)))
  return (left === LETTER || left === DIGIT) && (right === LETTER || right === DIGIT)
}

/**
 * 1 582 has its thousands parted; in 共 1 2 件 the layout parted every character. Tabs and wider gaps part the cells of a
 * table, and never the digits of one number.
 */
function isBlankInNumber(folded: string, at: number, next: number): boolean {
  if (!isOneBlank(folded, at, next)) return false
  if (isAt(THOUSANDS, folded, next)) return BEFORE_THOUSANDS.test(folded.slice(Math.max(0, at - LONGEST_GROUPED), at))
  return isAt(LONE_DIGIT, folded, next) && isParted(folded, at, next)
}

function isOneBlank(folded: string, at: number, next: number): boolean {
  return next === at + 1 && folded.charCodeAt(at) !== TAB
}

function isParted(folded: string, at: number, next: number): boolean {
  return isAt(PARTED_BEHIND, folded, next) && PARTED.test(folded.slice(Math.max(0, at - LONGEST_PARTED), at))
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function pinyinAt(folded: string, at: number): number {
  PINYIN.lastIndex = at
  return PINYIN.exec(folded)?.[0].length ?? 0
}

function stringOf(codes: Uint16Array, length: number): string {
  let text = ''
  for (let from = 0; from < length; from += BLOCK) {
    const count = Math.min(BLOCK, length - from)
    text += Buffer.from(codes.buffer, from * 2, count * 2).toString('utf16le')
  }
  return text
}

function kindTable(): Uint8Array {
  const table = new Uint8Array(1 << 16)
  for (let code = 0x4e00; code <= 0x9fff; code++) table[code] = HAN
  for (let code = 48; code < 58; code++) table[code] = DIGIT
  for (let code = 65; code < 91; code++) table[code] = table[code + 32] = LETTER
  for (const blank of ' \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u3000\ufeff\u00ad')
    table[blank.charCodeAt(0)] = BLANK
  for (const lineBreak of '\n\r\v\f\u0085\u2028\u2029') table[lineBreak.charCodeAt(0)] = LINE_BREAK
  for (const stop of '。!?;:…') table[stop.charCodeAt(0)] = STOP
  return table
}

function signTable(): Uint16Array {
  const table = Uint16Array.from({ length: 1 << 16 }, (_, code) => code)
  for (const [sign, same] of Object.entries(SAME_SIGN)) table[sign.charCodeAt(0)] = same.charCodeAt(0)
  return table
}
