import { characterSet } from '../../text/character-set.ts'
import {
  chineseNumber,
  decimal,
  FORMAL_NUMERALS,
  isAboutPair,
  NUMERALS,
  powerOf,
  spelledDigits,
  withoutFormal,
} from '../../text/numerals.ts'
import type { Span } from '../../text/span.ts'
import { unitBeginnings } from './units.ts'

/** A number as written, before anyone asks whether it measures something. */
export interface NumberToken extends Span {
  readonly form: 'arabic' | 'chinese'
  readonly written: string
  readonly value: number
  /** The power of ten of its scale word: 4 for 万. */
  readonly power: number
  /** Where the number itself names its unit (百分之三十), else null. */
  readonly unit: string | null
  /** A word for 'and some' inside the number: 100余万, 十几, 10万+. */
  readonly andSome: boolean
}

const ARABIC = /\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,8})?|\d{1,15}(?:\.\d{1,8})?/y
const CHINESE = new RegExp(`[${NUMERALS}]+`, 'y')
const FORMAL = new RegExp(`[${FORMAL_NUMERALS}零万亿]+`, 'y')
/** 陆, 伍, 拾 and 肆 are words of their own (大陆, 队伍): a lone one is no number. */
const STATES_FORMAL = /^[壹贰叁柒捌玖]$|^(?=..)[^拾佰仟万亿零].*[拾佰仟万亿]|^拾[壹贰叁肆伍陆柒捌玖万]/
/** Digits spelled one by one that count, as the 〇 among them says: 一〇五件, but not 一二三产业. */
const SPELLED = /^[一二三四五六七八九][〇一二三四五六七八九]{1,9}$/
/** Numerals up to this length may hold a word before their number (统一三件); a longer one is read as a whole or not at all. */
const LONGEST_MIXED = 32
/** 余 and 多 on either side of the scale, a plus sign behind both: 980余万, 3万多, 10万+. */
const SCALE =
  /(?<before>[余多几来](?![电信访自到了]))?(?<scale>万亿|百万|千万|亿|万|千(?![瓦米克家])|百(?![分家]))?(?<after>[余多几])?(?<plus>\+(?![\dA-Z+]))?/y
const CHINESE_TAIL = /(?<before>[余多几]|来(?![电信访自到了]))?(?<scale>万亿|百万|千万|亿|万)?(?<after>[余多])?/y
/** 百分之九十八点五, 四十七点三万亿元. */
const CHINESE_FRACTION = /点([〇零一二三四五六七八九]{1,4})/y
const PER_HUNDRED = /([百千])分之(?=[\d〇零一二两三四五六七八九十百])/y
/** What may stand behind a Chinese numeral that counts: the rest of its number or range, or a measure word. Most are parts of words. */
const COUNTS_BEFORE = characterSet(`余多几来分点至到~-${unitBeginnings()}`)
const FRACTION = /分之([一二两三四五六七八九十]{1,3})/y

/** Behind these the rest of the number may follow in digits: 31万7605. */
const LARGE = /^[万亿]$/
const ALL = /百分之百/y
/** A numeral of scale words only counts with a word that makes it a number: 百余件, 上千人, but not 百姓, 千家万户. */
const SCALE_ONLY = /^[百千万亿]+$/
const ABOUT_TO_SCALE = /[近上超逾约过]$/
/** 数十, 几百: no number is stated. */
const VAGUE = /[数几]$/

/** Characters that are no number up to `end`: the next number is looked for from there. */
export interface NoNumber {
  readonly number: null
  readonly end: number
}

/** The number that begins at `at` of the reading, where a digit stands, or how far there is none. */
export function numberAt(text: string, at: number): { readonly number: NumberToken } | NoNumber {
  const code = text.charCodeAt(at)
  if (code < 58) return { number: arabicAt(text, at) }
  if (FORMAL_NUMERALS.includes(text[at]!)) return found(formalAt(text, at), at + match(FORMAL, text, at)![0].length)
  const percent = perHundredAt(text, at)
  if (percent !== null) return { number: percent }
  const numeral = match(CHINESE, text, at)![0]
  const end = at + numeral.length
  const isOver = (isAboutPair(numeral) && !isSpelled(numeral)) || numeral.length > LONGEST_MIXED
  return found(mayCount(text, numeral, end) ? chineseAt(text, at, numeral) : null, isOver ? end : at + 1)
}

function found(number: NumberToken | null, end: number): { readonly number: NumberToken } | NoNumber {
  return number === null ? { number, end } : { number }
}

/** 叁拾贰件, 伍仟元整. */
function formalAt(text: string, start: number): NumberToken | null {
  const written = match(FORMAL, text, start)![0]
  const value = STATES_FORMAL.test(written) ? chineseNumber(withoutFormal(written)) : null
  if (value === null) return null
  const plain = withoutFormal(written)
  return {
    start,
    end: start + written.length,
    form: 'chinese',
    written: plain,
    value,
    power: 0,
    unit: null,
    andSome: false,
  }
}

/** @param below the power of ten that a scale in this part must stay under: 3亿2000万 goes down, 1万1万 is two numbers */
function arabicAt(text: string, start: number, below = Number.POSITIVE_INFINITY): NumberToken {
  const written = match(ARABIC, text, start)![0]
  const scaled = match(SCALE, text, start + written.length)!
  const { before, scale = '', after, plus } = scaled.groups!
  const end = start + written.length + scaled[0].length
  const power = powerOf(scale)
  const value = decimal(written, power)
  if (LARGE.test(scale) && power < below && !after && !plus && isDigit(text, end)) {
    const rest = arabicAt(text, end, power)
    if (rest.value < 10 ** power) return { ...rest, start, written, value: value + rest.value }
  }
  return { start, end, form: 'arabic', written, value, power, unit: null, andSome: Boolean(before || after || plus) }
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code < 58
}

function perHundredAt(text: string, start: number): NumberToken | null {
  if (!text.startsWith('分之', start + 1)) return null
  const all = match(ALL, text, start)?.[0]
  if (all !== undefined)
    return {
      start,
      end: start + all.length,
      form: 'chinese',
      written: all,
      value: 100,
      power: 0,
      unit: '%',
      andSome: false,
    }
  const found = match(PER_HUNDRED, text, start)
  if (!found) return null
  const behind = start + found[0].length
  const amount = isDigit(text, behind)
    ? arabicAt(text, behind)
    : chineseAt(text, behind, match(CHINESE, text, behind)![0])
  return amount && { ...amount, start, form: 'chinese', unit: found[1] === '百' ? '%' : '‰' }
}

function chineseAt(text: string, start: number, written: string): NumberToken | null {
  const end = start + written.length
  const whole = wholeNumber(written)
  if (whole === null) return null
  const fraction = match(FRACTION, text, end)
  if (fraction) {
    const part = chineseNumber(fraction[1]!)
    if (part === null || whole === 0) return null
    return {
      start,
      end: end + fraction[0].length,
      form: 'chinese',
      written,
      value: part / whole,
      power: 0,
      unit: '',
      andSome: false,
    }
  }
  const point = match(CHINESE_FRACTION, text, end)
  const pointEnd = end + (point?.[0].length ?? 0)
  const tail = match(CHINESE_TAIL, text, pointEnd)!
  const { before, scale = '', after } = tail.groups!
  const around = text.slice(Math.max(0, start - 1), start)
  const andSome = Boolean(before || after)
  if (VAGUE.test(around) || (SCALE_ONLY.test(written) && !andSome && !ABOUT_TO_SCALE.test(around))) return null
  const digits = [...(point?.[1] ?? '')].map(chineseNumber).join('')
  const power = powerOf(scale)
  const value = decimal(digits === '' ? String(whole) : `${whole}.${digits}`, power)
  const numeral = text.slice(start, pointEnd)
  return { start, end: pointEnd + tail[0].length, form: 'chinese', written: numeral, value, power, unit: null, andSome }
}

function wholeNumber(numeral: string): number | null {
  if (isSpelled(numeral)) return spelledDigits(numeral)
  return isAboutPair(numeral) ? null : chineseNumber(numeral)
}

function isSpelled(numeral: string): boolean {
  return numeral.includes('〇') && SPELLED.test(numeral)
}

function mayCount(text: string, numeral: string, end: number): boolean {
  return COUNTS_BEFORE[text.charCodeAt(end)] === 1 || numeral.startsWith('零')
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
