/** Powers of ten that scale words stand for. */
const SCALE: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 兆: 12 }

/** Each at the place of its value. */
const DIGITS = '〇一二三四五六七八九'

/** 两 is 二 before measure words, 零 another form of 〇. */
const DIGIT: Record<string, number> = {
  ...Object.fromEntries([...DIGITS].map((digit, value) => [digit, value])),
  零: 0,
  两: 2,
}

/** The characters of a number that counts, scale words included. For character classes. */
export const NUMERALS = '〇零一二两三四五六七八九十百千万亿'

/** The characters of the number of a heading, a chapter, a month or a day: 一 to 九十九. For character classes. */
export const ORDINALS = '一二三四五六七八九十'

/** The formal capitals of contracts and receipts (伍仟元), by the plain numerals they stand for. */
const FORMAL: Record<string, string> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}

/** The formal capitals, in Simplified characters. For character classes. */
export const FORMAL_NUMERALS = Object.keys(FORMAL).join('')

/** A numeral in formal capitals as it is written plainly: 叁拾贰 as 三十二. */
export function withoutFormal(numeral: string): string {
  return [...numeral].map((character) => FORMAL[character] ?? character).join('')
}

/** The power of ten of a scale word: 4 for 万, 6 for 百万, 0 for the empty word. */
export function powerOf(scale: string): number {
  let power = 0
  for (const word of scale) power += SCALE[word] ?? 0
  return power
}

/**
 * An Arabic number times a power of ten, exact: the decimal point is moved in writing, so that 0.28万 is 2800 and never
 * 2800.0000000000005.
 * @param digits with or without thousands separators: `1,582.40`
 */
export function decimal(digits: string, power: number): number {
  const plain = digits.includes(',') ? digits.replaceAll(',', '') : digits
  if (power === 0) return Number(plain)
  const [whole = '', fraction = ''] = plain.split('.')
  const moved = fraction.padEnd(power, '0')
  return Number(`${whole}${moved.slice(0, power)}.${moved.slice(power)}`)
}

/**
 * Whether a numeral only says 'about': neighbouring digits name both ends of a range (两三, 三四十, 十二三), so that no
 * number is stated. Two pairs of others are said so too: 三五, 三两.
 */
export function isAboutPair(numeral: string): boolean {
  if (/三[五两]/.test(numeral)) return true
  for (let at = 1; at < numeral.length; at++) {
    const first = DIGIT[numeral[at - 1]!] ?? 0
    if (first > 0 && DIGIT[numeral[at]!] === first + 1) return true
  }
  return false
}

/**
 * The value of a Chinese numeral in Simplified characters (一百二十, 两千三, 三万五千), or null if the characters do not
 * make one (八十百), make one too large to be exact, or only spell digits, as years and abbreviations do (二〇二一, 一二三产业).
 * Linear in its length.
 * @example chineseNumber('三万五千') // 35000
 */
export function chineseNumber(numeral: string): number | null {
  if (!/[十百千万亿]/.test(numeral)) return DIGIT[numeral] ?? null
  const value = sumOf(numeral)
  return value !== null && Number.isSafeInteger(value) ? value : null
}

function sumOf(numeral: string): number | null {
  let total = 0
  let section = 0
  let digit = -1
  let lastPower = 0
  for (const character of numeral) {
    const value = DIGIT[character]
    if (value !== undefined) {
      if (digit > 0) return null
      digit = value
      continue
    }
    const power = SCALE[character]
    if (power === undefined) return null
    if (power >= 4) {
      const below = section + Math.max(digit, 0)
      total = power === 4 ? total + (below || 1) * 10 ** power : (total + below || 1) * 10 ** power
      section = 0
    } else {
      if (digit < 0 && section > 0 && lastPower <= power) return null
      section += (digit < 0 ? 1 : digit) * 10 ** power
    }
    digit = -1
    lastPower = power
  }
  if (digit < 0) return total + section
  const shortened = lastPower > 1 && !numeral.includes('零') && !numeral.includes('〇')
  return total + section + digit * (shortened ? 10 ** (lastPower - 1) : 1)
}

/**
 * The value of digits that are spelled one by one, as in years: 二〇二一 is 2021. What is
 * no digit is a zero: ○, O and 0 are typed for 〇.
 */
export function spelledDigits(digits: string): number {
  return Number([...digits].map((digit) => DIGIT[digit] ?? 0).join(''))
}

/** Spells the digits of a number one by one: 2021 as 二〇二一. */
export function spellDigits(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)]).join('')
}

/** A number from 1 to 99 in Chinese, as list marks have it: 十, 十一, 二十. Others are written in Arabic digits. */
export function inChinese(value: number): string {
  if (value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`
}
