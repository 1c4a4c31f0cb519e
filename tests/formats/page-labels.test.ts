import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { makeDoc } from './make-doc.ts'
import { PAGE_TITLE, PARAGRAPHS, paragraphs, portal } from './page.ts'
import { paragraph, run, wordFile } from './word.ts'

/** A report with a publication line under its title, in each format that has lines. */
const FORMATS: Readonly<Record<string, (lines: readonly string[]) => Uint8Array>> = {
  html: (lines) => portal(`${lines.map((line) => `<p>${line}</p>`).join('')}${paragraphs()}`),
  'html, above its article': (lines) =>
    portal(paragraphs(), {
      container: `<div class="info">${lines.map((line) => `<span>${line}</span>`).join('<br>')}</div><div class="article-content">`,
    }),
  eml: (lines) =>
    Buffer.concat([
      Buffer.from('MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'),
      FORMATS.html!(lines),
    ]),
  text: (lines) => Buffer.from([PAGE_TITLE, ...lines, ...PARAGRAPHS].join('\n')),
  docx: (lines) =>
    wordFile({ body: [PAGE_TITLE, ...lines, ...PARAGRAPHS].map((line) => paragraph(run(line))).join('') }),
  doc: (lines) => makeDoc({ paragraphs: [PAGE_TITLE, ...lines, ...PARAGRAPHS].map((text) => ({ runs: [{ text }] })) }),
}

describe.each(Object.keys(FORMATS))('in %s', (format) => {
  it.each([
    [['更新时间：2024-06-05', '发布时间：2024-01-20'], '2024-01-20'],
    [['发布时间：2024-01-20', '最后更新时间：2024-06-05'], '2024-01-20'],
    [['更新于 2024年6月5日', '发表于 2024年1月20日'], '2024-01-20'],
    [['更新时间：2024-06-05'], '2024-06-05'],
    [['发布于2024年1月20日'], '2024-01-20'],
    [['上网时间 2024/1/20'], '2024-01-20'],
    [['来源：石桥镇 发布日期：二〇二四年一月二十日'], '2024-01-20'],
    [['刊发时间：２０２４年１月２０日'], '2024-01-20'],
  ])('%j says when the report was published', async (lines, day) => {
    const { report } = await parseDocument(FORMATS[format]!(lines))
    expect(report.publishedOn).toBe(day)
  })
})
