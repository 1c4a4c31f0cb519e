import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../shared/indicators/measures/measure.ts'
import { fold } from '../../../shared/text/fold.ts'
import { growth, LINEAR } from '../../growth.ts'
import { labelledReports } from '../../reports/labelled-report.ts'
import { hardPhrases } from './hard-phrases.ts'

const phrases = hardPhrases(readFileSync(new URL('hard-phrases.md', import.meta.url), 'utf8'))
  .filter(({ role }) => role === 'achievements')
  .map(({ text }) => text)
const anyPhrase = fc.constantFrom(...phrases)
const anyReport = fc.array(anyPhrase, { minLength: 1, maxLength: 12 }).map((all) => `${all.join('。\n')}。`)
const anyNoise = fc.constantFrom(
  '',
  '\n',
  '  ',
  '　　',
  '各项工作有序推进。',
  '坚持依法行政，取得实效。\n',
  '~~~',
  '��',
  '((([[[',
  '“”《》',
)

const toTraditional = Converter({ from: 'cn', to: 't' })
const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** What conversions do to the lines and blanks of a text. They keep the paragraphs. */
const LAYOUTS: Record<string, (text: string) => string> = {
  'wrapped lines': (text) => text.replace(/([^\n]{38})(?=[^\n])/g, '$1\n'),
  'wrapped lines with blanks at their ends': (text) => text.replace(/([^\n]{30})(?=[^\n])/g, '$1 \n '),
  'blanks around numbers': (text) => text.replace(/\d+(?:\.\d+)?/g, ' $& '),
  'blanks around every character': (text) => text.replace(/[^\n](?=[^\n])/g, '$& '),
  'one line': (text) => text.replace(/\n+/g, ' '),
  'empty lines between paragraphs': (text) => text.replace(/\n/g, '\n\n'),
}
/** If a rule had no bound, one of these, repeated, would make it read the rest of the text again for every piece. */
const HOSTILE = [
  '1万',
  '1亿1万',
  '1,111',
  '《1',
  '“1件',
  '1、',
  '1件、',
  '一',
  '百分之',
  '一分之',
  '由1件',
  '(a',
  '.1',
  '1.',
  ' 1',
  '\n 1',
  '第1、',
]
const reports = labelledReports().map(({ text }) => text)

const read = (text: string) => measure(text, [{ start: 0, end: text.length, role: 'achievements' }], null)
const figures = (text: string) =>
  read(text).map(({ value, unit, bound, role }) => [value, fold(unit).normalize('NFKC'), bound, role].join(' '))

describe('measuring any text', () => {
  it('gives offsets that slice to raw, in order, each inside its sentence', () => {
    fc.assert(
      fc.property(anyReport, (text) => {
        let last = 0
        for (const { start, end, raw, sentence } of read(text)) {
          expect(text.slice(start, end)).toBe(raw)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(sentence.start <= start && end <= sentence.end).toBe(true)
          last = end
        }
      }),
    )
  })

  it('finds the same figures with noise before and behind', () => {
    fc.assert(
      fc.property(anyReport, anyNoise, anyNoise, (text, before, behind) => {
        expect(figures(`${before}\n${text}\n${behind}`)).toEqual(figures(text))
      }),
    )
  })

  it.each(phrases)('finds the same in full-width signs: %s', (phrase) => {
    expect(figures(toFullWidth(phrase))).toEqual(figures(phrase))
  })

  it.each(phrases)('finds the same in Traditional characters: %s', (phrase) => {
    expect(figures(toTraditional(phrase))).toEqual(figures(phrase))
  })

  it.each(Object.keys(LAYOUTS))('finds the same in a report with another layout: %s', (layout) => {
    for (const report of reports) expect(figures(LAYOUTS[layout]!(report))).toEqual(figures(report))
  })

  it.each(HOSTILE)('reads %j, forty thousand times over, in linear time', (piece) => {
    const workOn = (pieces: number) => {
      const text = piece.repeat(pieces)
      return () => read(text)
    }
    expect(growth(workOn, 40_000)).toBeLessThan(LINEAR)
  })

  it('takes both ends of a range at the scale of the last', () => {
    const scales = fc.constantFrom(['', 1], ['万', 10_000], ['亿', 100_000_000])
    const sign = fc.constantFrom('-', '—', '~', '至', '到')
    const ends = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 90 }))
    fc.assert(
      fc.property(ends, sign, scales, ([first, more], between, [scale, factor]) => {
        const [low, high] = [first * Number(factor), (first + more) * Number(factor)]
        expect(figures(`投入${first}${between}${first + more}${scale}元`)).toEqual([
          `${low} 元 atLeast level`,
          `${high} 元 atMost level`,
        ])
      }),
    )
  })

  it('joins no digits over a tab, and over a blank only groups of three', () => {
    const digits = fc.nat({ max: 99_999 }).map(String)
    fc.assert(
      fc.property(digits, fc.constantFrom('\t', ' ', '  ', '\u3000'), digits, (first, gap, last) => {
        const isGrouped = gap !== '\t' && gap.length === 1 && first.length <= 3 && last.length === 3
        expect(read(`受理${first}${gap}${last}件`).map(({ value }) => value)).toEqual([
          Number(isGrouped ? first + last : last),
        ])
      }),
    )
  })

  it('survives any characters at all', () => {
    const numerals = fc.constantFrom(...'0123456789,.\t一二〇百千万亿壹拾仟分之余多%个次件“”《》()。、\n 到由约超')
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(numerals, fc.string({ unit: 'binary', maxLength: 2 })), maxLength: 300 }),
        (text) => {
          for (const { start, end, raw, value } of read(text)) {
            expect(text.slice(start, end)).toBe(raw)
            expect(Number.isFinite(value)).toBe(true)
          }
        },
      ),
    )
  })
})
