import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'

const PART = '全年开展执法检查120次，办理行政处罚案件36件，收到行政复议申请12件，审结10件，办结率不断提高。'
const REPORT = [
  '2022年，我县坚持以法治政府建设为统领，依法行政水平稳步提升。',
  '一、主要工作和成效',
  PART.repeat(5),
  '二、存在的主要问题',
  '一是部分干部的法治观念还需要加强。',
]
const kindOf = async (title: string, paragraphs: readonly string[]) => {
  const body = paragraphs.map((one) => `<p>${one}</p>`).join('')
  const page = `<html><head><title>${title}</title></head><body><h1>${title}</h1><div id="zoom">${body}</div></body></html>`
  return (await parseDocument(Buffer.from(page))).report
}

describe('a notice', () => {
  it.each([
    ['关于公布《石泉县2022年法治政府建设年度报告》的公告', '现将报告全文予以公布。'],
    [
      '石泉县人民政府关于印发石泉县2022年法治政府建设情况报告的通知',
      '各镇人民政府：现将报告印发给你们，请结合实际抓好落实。',
    ],
  ])('is the report that it carries whole: %s', async (title, lead) => {
    const report = await kindOf(title, [lead, ...REPORT])
    expect(report).toMatchObject({ kind: 'rule_of_law_annual_report', year: 2022, level: 'county' })
    expect(report.title).toMatch(/^石泉县2022年法治政府建设(?:年度|情况)报告$/)
  })

  it.each([
    ['关于公布《石泉县2022年法治政府建设年度报告》的公告', ['现将报告予以公布，全文见附件。']],
    [
      '关于印发《石泉县2022年法治政府建设年度报告》的通知',
      ['请认真贯彻落实。一、高度重视。二、抓好落实。三、按时报送。'],
    ],
    ['关于印发石泉县2022年法治政府建设工作要点的通知', REPORT],
    ['关于报送2022年法治政府建设年度报告的通知', REPORT],
  ])('is none otherwise: %s', async (title, paragraphs) => {
    expect((await kindOf(title, paragraphs)).kind).toBe('other')
  })
})
