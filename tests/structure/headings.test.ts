import { describe, expect, it } from 'vitest'
import { type HeadingStyle, headingsIn } from '../../shared/structure/headings.ts'
import { inChinese } from '../../shared/text/numerals.ts'

/** Every way in which an outline writes the number of a part, and how far it counts. */
const MARKS: readonly (readonly [HeadingStyle, last: number, (number: number) => string])[] = [
  ['part', 39, (number) => `第${inChinese(number)}部分`],
  ['part', 39, (number) => `第${inChinese(number)}章`],
  ['part', 39, (number) => `第${inChinese(number)}篇`],
  ['han', 39, (number) => `${inChinese(number)}、`],
  ['han', 39, (number) => `${inChinese(number)} .`],
  ['paren', 39, (number) => `(${inChinese(number)})`],
  ['digit', 39, (number) => `${number}、`],
  ['digit', 39, (number) => `${number}.`],
  ['digitParen', 39, (number) => `(${number})`],
  ['circled', 20, (number) => String.fromCharCode('①'.charCodeAt(0) + number - 1)],
  ['runIn', 39, (number) => `${inChinese(number)}是`],
]

const marksOf = (text: string) =>
  headingsIn(text, { start: 0, end: text.length }).map(({ style, number }) => ({ style, number }))

describe('headingsIn', () => {
  it.each(MARKS)('reads each number of the style %s up to %i', (style, last, write) => {
    const numbers = Array.from({ length: last }, (_, at) => at + 1)
    const text = numbers.map((number) => `${write(number)}办理案件`).join('\n')

    expect(marksOf(text)).toEqual(numbers.map((number) => ({ style, number })))
  })

  it.each(['一、二、三产业', '3.5件', '第一批', '一百件', '12345热线', '(略)'])('finds no mark in %s', (line) => {
    expect(marksOf(line)).toEqual([])
  })
})
