import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import type { Report } from '../../shared/report/report.ts'

const TITLE = '石泉县水利局2022年法治政府建设年度报告'
const BODY = [
  '2022年，我局依法治水。现将情况报告如下：',
  '一、主要工作',
  '全年检查12次，办理案件3件。',
  '二、存在问题',
  '执法人员少。',
]

type Stated = Partial<Pick<Report, 'publishedOn' | 'documentDate' | 'indexNumber' | 'source'>>

/** What stands above the article, line by line, and what the page says with it. */
const HEADERS: readonly (readonly [string, Stated, inTime: boolean | null])[] = [
  ['更新时间:2024-05-06 发布时间:2023-03-01', { publishedOn: '2023-03-01' }, true],
  ['最后更新时间:2024-05-06\n2023-03-01 15:20', { publishedOn: '2023-03-01' }, true],
  ['更新时间：2023-03-01 09:10', { publishedOn: '2023-03-01' }, true],
  ['更新日期：2024-05-06', { publishedOn: '2024-05-06' }, false],
  ['发布于:2023-03-01', { publishedOn: '2023-03-01' }, true],
  ['成文日期:二〇二三年一月十五日', { documentDate: '2023-01-15', publishedOn: null }, null],
  [
    '成文日期：二○二三年一月十五日\n发布日期：二〇二三年三月一日',
    { documentDate: '2023-01-15', publishedOn: '2023-03-01' },
    true,
  ],
  ['发文时间：2023年1月15日 上传时间：2023年3月1日', { documentDate: '2023-01-15', publishedOn: '2023-03-01' }, true],
  [
    '信息提供日期：2023.3.1 | 索引编号：01234567X/2023-00012',
    { publishedOn: '2023-03-01', indexNumber: '01234567X/2023-00012' },
    true,
  ],
  [
    '索 引 号：\n01234567X/2023-00012\n发布机构：\n石泉县水利局',
    { indexNumber: '01234567X/2023-00012', source: '石泉县水利局' },
    null,
  ],
  [
    '索引号\t01234567X/2023-00012\t发布机关\t石泉县水利局',
    { indexNumber: '01234567X/2023-00012', source: '石泉县水利局' },
    null,
  ],
  ['来源：石泉县水利局（办公室） 【字体：大 中 小】', { source: '石泉县水利局' }, null],
  ['[ 发布机构 ] 石泉县水利局 [ 发布日期 ] 2023-03-01', { source: '石泉县水利局', publishedOn: '2023-03-01' }, true],
  ['來源：石泉縣水利局 發佈日期：2023-03-01', { source: '石泉县水利局', publishedOn: '2023-03-01' }, true],
  ['来源：null 发布机构：石泉县水利局', { source: '石泉县水利局' }, null],
  ['2023年3月1日 15:20 来源：石泉县水利局', { publishedOn: '2023-03-01', source: '石泉县水利局' }, true],
  ['点击率：12 办理时间：2023-03-01', { publishedOn: null }, null],
  ['施行日期：2023-03-01', { publishedOn: null, documentDate: null }, null],
  ['今天是2023年3月1日 星期三', { publishedOn: null }, null],
  ['发布日期：2023-02-31', { publishedOn: null }, null],
]

const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('\n')

const FORMS: Readonly<Record<string, (header: readonly string[]) => string>> = {
  text: (header) => [...header, TITLE, ...BODY].join('\n'),
  'HTML, the header above the article': (header) =>
    `<html><head><title>${TITLE}</title></head><body><div class="info">${paragraphs(header)}</div><h1>${TITLE}</h1><div id="zoom">${paragraphs(BODY)}</div></body></html>`,
  'HTML, the header in the article': (header) =>
    `<html><body><div id="zoom">${paragraphs([...header, TITLE, ...BODY])}</div></body></html>`,
}

describe.each(Object.entries(FORMS))('a page as %s', (_form, write) => {
  it.each(HEADERS)('%j', async (header, stated, publishedByApril1) => {
    const { report } = await parseDocument(Buffer.from(write(header.split('\n'))))

    expect(report).toMatchObject({ title: TITLE, year: 2022, ...stated })
    expect(report.completeness.publishedByApril1).toBe(publishedByApril1)
  })
})

describe('a date without a label', () => {
  it('is not the page’s if it stands below the article', async () => {
    const page = `<html><body><div id="zoom">${paragraphs([TITLE, ...BODY])}</div><div><p>2024-05-06 关于开会的通知</p></div></body></html>`

    const { report } = await parseDocument(Buffer.from(page))

    expect(report).toMatchObject({ title: TITLE, publishedOn: null })
  })
})
