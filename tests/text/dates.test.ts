import { describe, expect, it } from 'vitest'
import { dateIn, dateOnLeaf, yearIn } from '../../shared/text/dates.ts'
import { inChinese, spellDigits } from '../../shared/text/numerals.ts'

describe('dateIn', () => {
  it.each([
    ['2023-01-05', '2023-01-05'],
    ['发布于 2023/1/5 09:10', '2023-01-05'],
    ['2023.1.5', '2023-01-05'],
    ['2023年01月05日', '2023-01-05'],
    ['2023 年 1 月 5 日', '2023-01-05'],
    ['2023-\n01-05', '2023-01-05'],
    ['05.01.2023', '2023-01-05'],
    ['二○二三年一月五日', '2023-01-05'],
    ['二零二三年十二月三十一日', '2023-12-31'],
    ['2023-02-29', null],
    ['2023-13-01', null],
    ['2023-01', null],
    ['2023年1月', null],
    ['12023-01-05', null],
    ['2023-01-056', null],
  ])('%j is %s', (text, date) => {
    expect(dateIn(text)).toBe(date)
  })

  it('reads each day of a leap year in each of its forms', () => {
    const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2024, 0, day + 1)))
    for (const day of days) {
      const iso = day.toISOString().slice(0, 10)
      const [year, month, date] = iso.split('-').map(Number) as [number, number, number]
      const spelled = `${spellDigits(year)}年${inChinese(month)}月${inChinese(date)}日`
      const forms = [iso, `${year}年${month}月${date}日`, `${year}/${month}/${date}`, spelled]
      expect(forms.map(dateIn)).toEqual(forms.map(() => iso))
    }
  })
})

describe('dateOnLeaf', () => {
  it.each([
    ['15 2023-03', '2023-03-15'],
    ['15\n2023年3月', '2023-03-15'],
    ['31 2023-02', null],
    ['5 2023-02-31', null],
    ['2023-03', null],
  ])('%j is %s', (text, date) => {
    expect(dateOnLeaf(text)).toBe(date)
  })
})

describe('yearIn', () => {
  it.each([
    ['甲县2023年度报告', 2023],
    ['二〇二三年工作总结', 2023],
    ['2016-2020年规划', null],
    ['2023-01-05', null],
    ['1998年', null],
  ])('%s is on %s', (text, year) => {
    expect(yearIn(text)).toBe(year)
  })
})
