import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../shared/text/fold.ts'
import { read } from '../../shared/text/reading.ts'

const whole = (text: string) => read(text, { start: 0, end: text.length })

describe('read', () => {
  it.each([
    ['layout blanks', '共 开 展 12 场 次', '共开展12场次'],
    [
      'a line that the width broke',
      '本年度全市各级行政机关共办理行政复议案\n件十二件',
      '本年度全市各级行政机关共办理行政复议案件十二件',
    ],
    ['a paragraph, kept apart', '标题\n正文', '标题\n正文'],
    [
      'a list mark, kept apart',
      '本年度全市各级行政机关共办理行政复议案件\n二、公开',
      '本年度全市各级行政机关共办理行政复议案件\n二、公开',
    ],
    ['thousands parted by blanks', '共1 582 400元', '共1582400元'],
    ['two numbers, kept apart', '2021 12件', '2021 12件'],
    ['pinyin behind a converted character', '建設(shè)項(xiàng )目', '建设项目'],
    ['full-width signs and dashes', '２０２０—２０２１，９８％', '2020-2021,98%'],
  ])('undoes %s', (_, text, reading) => {
    expect(whole(text).text).toBe(reading)
  })

  it('keeps the place of every character, also in the middle of a text', () => {
    const text = '前言。第 一 段 1 2 件'
    const { text: reading, offsets } = read(text, { start: 3, end: text.length })
    expect([...reading].map((_, at) => text[offsets[at]!]).join('')).toBe(reading)
  })

  it('has as many offsets as characters, rising, each at the character read', () => {
    const unit = fc.constantFrom(...'设設 ，,％1\n\t(shè)。—万')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), (text) => {
        const { text: reading, offsets } = whole(text)
        expect(offsets.length).toBe(reading.length)
        for (let at = 1; at < offsets.length; at++) expect(offsets[at]!).toBeGreaterThan(offsets[at - 1]!)
        for (const [at, offset] of offsets.entries())
          if (!' \n-'.includes(reading[at]!)) expect(fold(text[offset]!)).toBe(reading[at])
      }),
    )
  })
})
