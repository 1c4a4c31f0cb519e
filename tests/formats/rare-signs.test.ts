import { describe, expect, it } from 'vitest'
import { RARE, rareSignsIn } from '../../shared/formats/rare-signs.ts'

/** What the patterns look for that are only tried on texts with a rare sign of their kind. */
const LOOKED_FOR: Readonly<Record<keyof typeof RARE, RegExp>> = {
  lineEnd: /[\r\v\f\u0085\u2028\u2029]/,
  unseen: /(?![\t\n\r\v\f\u0085])[\p{Cc}\p{Cf}]/u,
  form: /[\u2F00-\u2FD5\u2E80-\u2EF3\uFE10-\uFE19\uFE30-\uFE32\uFE35-\uFE44\uFE47\uFE48]/,
  noteMark: /[¹²³⁰⁴-⁹①-⑳[［]/,
  noCharacter: /[\p{Cs}\p{Noncharacter_Code_Point}]/u,
  questionMark: /[?？\uFFFD]/,
  unknown: /\uFFFD/,
  privateUse: /[\uE000-\uF8FF]/,
}

describe('rareSignsIn', () => {
  it.each(Object.keys(RARE) as (keyof typeof RARE)[])('knows every code point of the kind %s', (kind) => {
    const missed: string[] = []
    for (let point = 0; point <= 0x10ffff; point++) {
      const sign = String.fromCodePoint(point)
      if (LOOKED_FOR[kind].test(sign) && !(rareSignsIn(`甲${sign}`) & RARE[kind])) missed.push(point.toString(16))
    }

    expect(missed).toEqual([])
  })

  it('finds none in usual text', () => {
    expect(rareSignsIn('2023年，办理行政复议案件12件（“府院联动”3次）；\t办结率98.5%。\n一、工作…—')).toBe(0)
  })
})
