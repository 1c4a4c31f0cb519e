import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseNumber, decimal, isAboutPair, withoutFormal } from '../../shared/text/numerals.ts'

const PLAIN = '一二三四五六七八九十百千'
const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟'
const DIGITS = '零一二三四五六七八九'

/** A number below a hundred million as official Chinese writes it: 一万零二十, 十五. */
function inChinese(number: number): string {
  const [high, low] = [Math.floor(number / 10_000), number % 10_000]
  const written = high === 0 ? belowTenThousand(low) : `${belowTenThousand(high)}万${rest(low)}`
  return written.replace(/^一十/, '十')
}

function rest(low: number): string {
  if (low === 0) return ''
  return low < 1000 ? `零${belowTenThousand(low)}` : belowTenThousand(low)
}

function belowTenThousand(number: number): string {
  const digits = [...String(number)].map(Number)
  const scales = ['', '十', '百', '千']
  return digits
    .map((digit, index) => (digit === 0 ? '零' : `${DIGITS[digit]}${scales[digits.length - 1 - index]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/(?<=.)零$/, '')
}

describe('chineseNumber', () => {
  it('reads every number below a hundred million back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
        expect(chineseNumber(inChinese(number))).toBe(number)
      }),
    )
  })

  it('reads every number in formal capitals back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
        const formal = inChinese(number).replace(
          /[一二三四五六七八九十百千]/g,
          (plain) => FORMAL[PLAIN.indexOf(plain)]!,
        )
        expect(chineseNumber(withoutFormal(formal))).toBe(number)
      }),
    )
  })

  it('reads no number that is too large to be exact, of any length', () => {
    expect(chineseNumber('亿'.repeat(100_000))).toBeNull()
  })

  it.each([
    ['两千三', 2300],
    ['三万五', 35_000],
    ['一百零五', 105],
    ['一亿二千万', 120_000_000],
    ['两万亿', 2_000_000_000_000],
    ['百', 100],
  ])('reads %s', (numeral, value) => {
    expect(chineseNumber(numeral)).toBe(value)
  })

  it.each(['二〇二一', '一二三', '八七百'])('finds no number in %s', (numeral) => {
    expect(chineseNumber(numeral)).toBeNull()
  })
})

describe('isAboutPair', () => {
  it('tells neighbouring digits, which state no number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.constantFrom('', '十', '百'), (digit, scale) => {
        expect(isAboutPair(`${DIGITS[digit]}${DIGITS[digit + 1]}${scale}`)).toBe(true)
      }),
    )
  })

  it.each(['三五', '三五十', '三两'])('tells %s, which states none', (numeral) => {
    expect(isAboutPair(numeral)).toBe(true)
  })

  it('is false for every number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
        expect(isAboutPair(inChinese(number))).toBe(false)
      }),
    )
  })
})

describe('decimal', () => {
  it.each([
    ['0.28', 4, 2800],
    ['1,582.40', 0, 1582.4],
    ['394.5897', 4, 3_945_897],
    ['1.005', 8, 100_500_000],
    ['7.10', 0, 7.1],
    ['3', 12, 3_000_000_000_000],
  ])('%s times ten to the %i is exact', (digits, power, value) => {
    expect(decimal(digits, power)).toBe(value)
  })
})
