import { chineseNumber, ORDINALS, spelledDigits } from './numerals.ts'

/** Lists and conversions put blanks and line ends between the parts of a date. */
const BLANKS = '\\s{0,20}'
const YEAR = '(?<year>(?:19|20)\\d{2})'
const MONTH = '(?<month>\\d{1,2})'
const DAY = '(?<day>\\d{1,2})(?!\\d)'
/** 2023-01-05, 2023/1/5, 2023.1.5, 2023年1月5日. */
const YEAR_FIRST = new RegExp(`(?<!\\d)${YEAR}${BLANKS}[-/.年]${BLANKS}${MONTH}${BLANKS}[-/.月]${BLANKS}${DAY}`)
/** 18.03.2015, as some copies turn a date. */
const DAY_FIRST = /(?<![\d.])(?<day>\d{2})\.(?<month>\d{2})\.(?<year>(?:19|20)\d{2})(?![\d.])/
/** 二〇二三年一月十五日; ○, 零, O and 0 stand for 〇. */
const SPELLED = new RegExp(
  `(?<year>[二一][〇○零Oo0一二三四五六七八九]{3})年\\s?(?<month>[${ORDINALS}]{1,2})月\\s?(?<day>[${ORDINALS}]{1,3})日`,
)
/** A leaf of a calendar: the day in large print, then the year and the month, and no other day behind it. */
const CALENDAR_LEAF =
  /(?<!\d)(?<day>\d{1,2})\s{1,20}(?<year>20\d{2})\s{0,5}[-/.年]\s{0,5}(?<month>\d{1,2})(?!\d|\s{0,20}[-/.月]\s{0,20}\d)/

/**
 * The first whole date of a text as ISO. Null if year, month or day is missing, or if there is no such day.
 * @param text folded to half-width signs
 * @example dateIn('发布时间:2023年1月5日 09:10') // '2023-01-05'
 */
export function dateIn(text: string): string | null {
  const numeric = YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text)
  if (numeric !== null) return isoDate(numeric)
  const { year, month, day } = SPELLED.exec(text)?.groups ?? {}
  if (year === undefined || month === undefined || day === undefined) return null
  return isoOf(spelledDigits(year), chineseNumber(month) ?? 0, chineseNumber(day) ?? 0)
}

/** The date of a calendar leaf, as lists of articles show it (15 over 2023-03), as ISO. Null if there is none. */
export function dateOnLeaf(text: string): string | null {
  const leaf = CALENDAR_LEAF.exec(text)
  return leaf === null ? null : isoDate(leaf)
}

/**
 * A date as ISO; null if there is no such day.
 * @param found match of an expression with the groups `year`, `month` and `day`, in Arabic digits
 */
export function isoDate({ groups }: RegExpExecArray): string | null {
  const { year, month, day } = groups ?? {}
  return isoOf(Number(year), Number(month), Number(day))
}

function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

/** A year of this century before its 年: 2023年, 二〇二三年. The second half of a period (2016-2020年) does not count. */
const YEAR_OF = /(?<![\d—~-]\s?)(?<digits>20\d\d)(?=\s?年)|(?<spelled>二[〇○零][〇○零一二三四五六七八九]{2})(?=年)/

/** The first year that a text names as a year. Null if it names none. */
export function yearIn(text: string): number | null {
  const { digits, spelled } = YEAR_OF.exec(text)?.groups ?? {}
  if (digits !== undefined) return Number(digits)
  return spelled === undefined ? null : spelledDigits(spelled)
}
