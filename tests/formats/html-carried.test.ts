import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { PAGE_TITLE, PARAGRAPHS, paragraphs, portal } from './page.ts'

const PLAIN = [PAGE_TITLE, ...PARAGRAPHS].join('\n')
const textOf = async (page: Buffer) => (await readDocument(page)).text
const escaped = (markup: string) => markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const inScript = (text: string) => JSON.stringify(text).replaceAll('</', '<\\/')

describe('an article that a page carries until a script writes it', () => {
  it.each([
    ['escaped in a hidden field', `<textarea style="display:none">${escaped(paragraphs())}</textarea>`],
    ['in a hidden input', `<input type="hidden" value="${escaped(paragraphs())}">`],
    ['in an attribute', `<div data-content="${escaped(paragraphs())}"></div>`],
    ['in a frame without an address', `<iframe srcdoc="${escaped(paragraphs())}"></iframe>`],
    ['in a template', `<template>${paragraphs()}</template>`],
    ['in a script of markup', `<script type="text/html">${paragraphs()}</script>`],
    ['in the words of a script', `<script>var a = {"no": 1, "content": ${inScript(paragraphs())}};</script>`],
    ['escaped in the words of a script', `<script>document.write(${inScript(escaped(paragraphs()))})</script>`],
    [
      'in data',
      `<script type="application/json">{"body": ${inScript(paragraphs()).replaceAll('<', '\\u003c')}}</script>`,
    ],
  ])('is read: %s', async (_, carrier) => {
    expect(await textOf(portal('正在加载……', { container: '<div id="zoom">', foot: carrier }))).toBe(PLAIN)
  })

  it.each([
    [
      'beside the article',
      portal(paragraphs().repeat(3), { foot: `<textarea>${escaped('<p>巡查99次。</p>'.repeat(60))}</textarea>` }),
    ],
    [
      'as a mask to be filled in',
      portal('', { foot: `<script type="text/html">${'<p>巡查{{n}}次。</p>'.repeat(60)}</script>` }),
    ],
  ])('but not %s', async (_, page) => {
    expect(await textOf(page)).not.toContain('巡查')
  })
})

describe('a page whose text a script loads from elsewhere', () => {
  it.each(['数据加载中，请稍候', '<div id="app"></div>'])('says so: %s', async (article) => {
    const { report } = await parseDocument(portal(article, { foot: '<script src="/load.js"></script>' }))
    expect(report.warnings).toMatchObject([
      { code: 'partly_unread', message: 'Could not be read: what a script loads into the page.' },
    ])
  })
})

describe('boxes beside an article of few sentences', () => {
  const table = '<table><tr><td>立案</td><td>12件</td></tr><tr><td>行政复议案件</td><td>3件</td></tr></table>'
  const teaser = (name: string) =>
    `<li><a href="/a/${name}.html">${name}2023年法治政府建设年度报告</a><p>${name}办理案件217件。成效明显。工作有力。</p></li>`
  const teasers = ['河东县', '双桥县', '西山县', '北原县'].map(teaser).join('')

  it.each([
    ['named', `<div class="related"><ul>${teasers}</ul></div>`],
    [
      'under a heading',
      `<div class="r3"><h3>相关阅读</h3><div>${teasers.replaceAll('<li>', '<p>').replaceAll('</li>', '')}</div></div>`,
    ],
    ['of items that begin with links', `<div class="w300"><ul>${teasers}</ul></div>`],
    [
      'of items with a picture and a date',
      `<div class="w300">${teasers.replaceAll('<li>', '<dl><dd><img src="a.png"> 03-05 ').replaceAll('</li>', '</dd></dl>')}</div>`,
    ],
    ['of what readers say', `<div class="pinglun"><p>写得好。办了217件。多谢。</p><p>希望继续。不错。加油。</p></div>`],
    [
      'of what readers say, under a heading',
      `<div><b>网友评论(3)</b><p>写得好。办了217件。多谢。</p><p>希望继续。</p></div>`,
    ],
  ])('are no part of it: %s', async (_, box) => {
    const { indicators, text } = await parseDocument(portal(table, { container: '<div class="a9">', foot: box }))

    expect(indicators.map(({ raw }) => raw)).toEqual(['12件', '3件'])
    expect(text).not.toContain('217')
  })
})

describe('numbers of lists that Word writes into pages', () => {
  const item = (number: string, text: string, font = '') =>
    `<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='${font}'><span style='mso-list:Ignore'>${number}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}</p>`

  it('stand before their text as typed ones do, and bullets do not', async () => {
    const list =
      item('一、', '主要工作') + item('1.', '2023年立案12件。') + item('Ø', '巡查5次。', 'font-family:Wingdings')
    expect(await textOf(portal(`<p>2023年工作如下。</p>${list}`))).toContain(
      '2023年工作如下。\n一、主要工作\n1. 2023年立案12件。\n巡查5次。',
    )
  })
})
