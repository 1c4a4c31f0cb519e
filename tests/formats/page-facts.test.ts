import { describe, expect, it } from 'vitest'
import { readHtml } from '../../shared/formats/html/read-html.ts'
import { readDocument } from '../../shared/formats/read-document.ts'
import { LAYOUTS } from './layouts.ts'
import { TITLE } from './sample.ts'

const factsOf = async (name: string) => (await readHtml(LAYOUTS[name]!('utf-8'))).facts

describe('page facts', () => {
  it('come from the guideline meta tags', async () => {
    expect(await factsOf('trs')).toMatchObject({
      title: TITLE,
      publishedOn: '2024-02-26',
      source: '镇司法所',
      siteCode: '3207770011',
      siteName: '白鹭洲镇人民政府',
    })
    expect(await factsOf('vsb')).toMatchObject({ title: TITLE, publishedOn: '2024-02-26', source: '镇司法所' })
  })

  it('come from the header table, placeholders of the template left out', async () => {
    expect(await factsOf('tables')).toMatchObject({
      title: TITLE,
      indexNumber: '014377/2024-00012',
      issuer: '白鹭洲镇人民政府',
      documentDate: '2024-02-20',
      publishedOn: '2024-02-26',
      siteName: null,
    })
  })

  it('come from definition lists and the publication line', async () => {
    expect(await factsOf('dense')).toMatchObject({
      indexNumber: '014377/2024-00012',
      documentDate: '2024-02-20',
      publishedOn: '2024-02-26',
      source: '镇司法所',
    })
  })

  it.each([
    ['<p>今天是2019年12月3日</p>', null],
    ['<p>办公时间：周一至周五</p><p>发布时间：2024-3-8 9:05</p>', '2024-03-08'],
    ['<p>发布日期：2024-02-31</p>', null],
  ])('%s is published on %s', async (line, date) => {
    const { facts } = await readHtml(`<html><body>${line}<div id="zoom"><p>正文。</p></div></body></html>`)

    expect(facts.publishedOn).toBe(date)
  })

  it('keep the attachments of the page, and of other links those in the article', async () => {
    const html = `<body><a href="/menu">首页</a><div id="zoom"><p>见<a href="./a.html">办法</a>。</p></div><a href="P1.ofd">附件</a></body>`

    expect((await readHtml(html)).facts.links).toEqual([
      { href: './a.html', text: '办法' },
      { href: 'P1.ofd', text: '附件' },
    ])
  })

  it('are read from a page saved as one file too', async () => {
    const body = Buffer.from(LAYOUTS.trs!('utf-8')).toString('base64').replace(/.{76}/g, '$&\r\n')
    const saved = [
      'From: <Saved by a browser>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="part"',
      '',
      '--part',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      body,
      '--part--',
    ].join('\r\n')

    const document = await readDocument(Buffer.from(saved))

    expect(document).toMatchObject({ format: 'mhtml', facts: { title: TITLE, publishedOn: '2024-02-26' } })
    expect(document.text).toContain('37件')
  })
})
