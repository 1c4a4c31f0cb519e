const NUMERIC = /(?<!\d)((?:19|20)\d{2})\s{0,2}[-/.年]\s{0,2}(\d{1,2})\s{0,2}[-/.月]\s{0,2}(\d{1,2})(?!\d)/
/** 18.03.2015, as some copies turn a date. */
const DAY_FIRST = /(?<![\d.])(\d{2})\.(\d{2})\.((?:19|20)\d{2})(?![\d.])/
const SPELLED =
  /([二一][〇○零Oo0一二三四五六七八九]{3})年\s?([一二三四五六七八九十]{1,2})月\s?([一二三四五六七八九十]{1,3})日/
const DIGITS = '〇一二三四五六七八九'

/** The first whole date of a line as ISO; null where year, month or day is missing or there is no such day. */
export function dateIn(line: string): string | null {
  const numeric = NUMERIC.exec(line)
  if (numeric !== null) return isoOf(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]))
  const dayFirst = DAY_FIRST.exec(line)
  if (dayFirst !== null) return isoOf(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]))
  const spelled = SPELLED.exec(line)
  return spelled === null
    ? null
    : isoOf(spelledYear(spelled[1]!), spelledNumber(spelled[2]!), spelledNumber(spelled[3]!))
}

/** 二〇二一, 二○二一 and 二零二一 are 2021. */
export function spelledYear(digits: string): number {
  return Number([...digits].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join(''))
}

/** 一 to 九十九. */
function spelledNumber(numeral: string): number {
  const [tens, units] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral]
  return (tens === '' ? 1 : DIGITS.indexOf(tens!)) * 10 + (units === '' ? 0 : DIGITS.indexOf(units!))
}

function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
