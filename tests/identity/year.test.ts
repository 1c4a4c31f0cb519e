import { describe, expect, it } from 'vitest'
import { yearOf } from '../../shared/identity/year.ts'

describe('the year reported on', () => {
  const text = (opening: number, plan: number) =>
    `${opening}年,我县依法行政取得进展。\n一、主要工作\n审结案件3件。\n二、${plan}年工作打算\n继续努力。`

  it.each([
    ['甲县2021年法治政府建设情况报告', text(2021, 2022), 2021],
    ['甲县法治政府建设情况报告', text(2021, 2022), 2021],
    ['甲县2021年法治政府建设情况和2022年工作安排的报告', text(2021, 2022), 2021],
    ['甲县贯彻《法治政府建设实施纲要(2021—2025年)》情况的报告', text(2023, 2024), 2023],
  ])('is that of %s', (title, body, year) => {
    expect(yearOf(title, body)).toBe(year)
  })

  it.each(['甲县2019—2021年法治政府建设情况报告', '甲县2020年度、2021年度法治政府建设工作报告'])(
    'is not told of %s',
    (title) => {
      expect(yearOf(title, text(2019, 2022))).toBeNull()
    },
  )

  it('is that of the text if its opening and its plan agree against a title of an earlier year', () => {
    expect(yearOf('甲县2021年法治政府建设情况报告', text(2022, 2023))).toBe(2022)
  })

  it.each([
    ['the plan alone', text(2021, 2023)],
    ['the opening alone', text(2022, 2022)],
    ['a text of an earlier year', text(2020, 2021)],
  ])('is that of the title against %s', (_, body) => {
    expect(yearOf('甲县2021年法治政府建设情况报告', body)).toBe(2021)
  })
})
