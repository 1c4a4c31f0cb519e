import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { townReport } from '../pipeline/reports.ts'

const TITLE = '青石镇2023年法治政府建设年度报告'
const readUnder = async (title: string) => {
  const text = townReport().replace(/^.*\n/, `${title}\n`)
  return (await parseDocument(new TextEncoder().encode(text))).report
}

describe('a draft', () => {
  it.each([
    `${TITLE}（征求意见稿）`,
    `${TITLE}(送审稿)`,
    `${TITLE}（草案）`,
    `${TITLE}征求意见稿`,
    `《${TITLE}》（讨论稿）`,
    `（征求意见稿）\n${TITLE}`,
    `${TITLE}\n（徵求意見稿）`,
  ])('is told by %j', async (title) => {
    expect(await readUnder(title)).toMatchObject({ kind: 'rule_of_law_annual_report', draft: true })
  })

  it.each([TITLE, `意见征集\n${TITLE}`, `关于规范性文件草案征求意见稿的说明\n${TITLE}`, `${TITLE}（正式稿）`])(
    'is not told by %j',
    async (title) => {
      expect(await readUnder(title)).toMatchObject({ draft: false })
    },
  )
})
