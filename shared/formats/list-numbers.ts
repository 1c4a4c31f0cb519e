import { inChinese, spellDigits } from '../text/numerals.ts'

const FORMAL_SIMPLIFIED = '零壹贰叁肆伍陆柒捌玖'
const FORMAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const FULL_WIDTH_ZERO = 0xff10

type Write = (value: number) => string

/** Characters of a block that has one for each number from 1. */
function enclosed(first: string, last: number): Write {
  const code = first.codePointAt(0)!
  return (value) => (value >= 1 && value <= last ? String.fromCodePoint(code + value - 1) : String(value))
}

/** A cycle of names: after the last, the first again. */
const cycle =
  (names: string): Write =>
  (value) =>
    value >= 1 ? names[(value - 1) % names.length]! : String(value)

/** 壹拾贰, as contracts number their parts. */
const formal =
  (digits: string, tens: string): Write =>
  (value) => {
    if (value < 1 || value > 99) return String(value)
    const [ten, one] = [Math.floor(value / 10), value % 10]
    return `${ten > 0 ? digits[ten]! + tens : ''}${one > 0 ? digits[one]! : ''}`
  }

/** A to Z, then AA, BB and so on. */
const letters: Write = (value) =>
  value < 1 ? String(value) : String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.min(9, Math.ceil(value / 26)))

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman: Write = (value) => {
  if (value < 1 || value > 3999) return String(value)
  let left = value
  return ROMAN.map(([worth, sign]) => {
    const times = Math.floor(left / worth)
    left -= times * worth
    return sign.repeat(times)
  }).join('')
}

const upper =
  (write: Write): Write =>
  (value) =>
    write(value).toUpperCase()

const circled = enclosed('①', 20)
const fullWidth: Write = (value) =>
  [...String(value)].map((digit) => String.fromCharCode(FULL_WIDTH_ZERO + Number(digit))).join('')

/** The number formats of ECMA-376 part 1, 17.18.59 that are not plain decimals, but those of scripts no Chinese report uses. */
const WRITERS: Readonly<Record<string, Write>> = {
  chineseCounting: inChinese,
  chineseCountingThousand: inChinese,
  japaneseCounting: inChinese,
  taiwaneseCounting: inChinese,
  taiwaneseCountingThousand: inChinese,
  koreanCounting: inChinese,
  japaneseDigitalTenThousand: inChinese,
  ideographDigital: spellDigits,
  taiwaneseDigital: spellDigits,
  chineseLegalSimplified: formal(FORMAL_SIMPLIFIED, '拾'),
  ideographLegalTraditional: formal(FORMAL_TRADITIONAL, '拾'),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographEnclosedCircle: enclosed('㊀', 10),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: enclosed('⒈', 20),
  decimalEnclosedParen: enclosed('⑴', 20),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  lowerLetter: letters,
  upperLetter: upper(letters),
  lowerRoman: roman,
  upperRoman: upper(roman),
  none: () => '',
  bullet: () => '',
}

/** A number of a list as Word writes it. @param format by its name in ECMA-376; unknown ones are shown as decimals */
export function listNumber(value: number, format: string): string {
  return (WRITERS[format] ?? String)(value)
}

/** The formats by their numbers in binary files ([MS-OSHARED] 2.2.1.3) and in the XML of Word 2003. */
const BY_CODE: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  57: 'numberInDash',
  255: 'none',
}

export function formatOfCode(code: number): string {
  return BY_CODE[code] ?? 'decimal'
}

const NEEDS_BLANK = /[0-9A-Za-z]$/
const POINT = /[.．]$/

/** A list's number before its text, with a blank where both would make another number: `1.` and `2023年` are `1. 2023年`. */
export function withLabel(label: string, text: string): string {
  const needsBlank = NEEDS_BLANK.test(label) || (POINT.test(label) && /^[0-9]/.test(text))
  return label + (needsBlank ? ' ' : '') + text
}
