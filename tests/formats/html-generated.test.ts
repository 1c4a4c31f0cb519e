import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { PAGE_TITLE, PARAGRAPHS, paragraphs, portal } from './page.ts'

const PLAIN = [PAGE_TITLE, ...PARAGRAPHS].join('\n')
const textOf = async (page: Buffer) => (await readDocument(page)).text
const linesOf = async (article: string, sheet: string) =>
  (await textOf(portal(`${paragraphs()}${article}`, { head: `<style>${sheet}</style>` })))
    .split('\n')
    .slice(1 + PARAGRAPHS.length)

/** The page with the figure of 318次 made by an element. */
const inFigure = (markup: string, sheet: string) =>
  portal(
    paragraphs('318次', (text) => text.replace('318', markup)),
    { head: `<style>${sheet}</style>` },
  )

describe('what sheets generate is read', () => {
  it.each([
    ['an attribute', 'i::before{content:attr(data-v)}', '<i data-v="318"></i>'],
    ['in a string, behind', "i:after { content: '18' }", '<i>3</i>'],
    ['in escapes', String.raw`i::after{content:"3\31 8"}`, '<i></i>'],
    ['by the rule that wins', 'i.a::before{content:"318"} i::before{content:"77"}', '<i class="a"></i>'],
    ['by what is important', 'i::before{content:"318" !important} i.a::before{content:"77"}', '<i class="a"></i>'],
    ['a counter', 'body{counter-reset:n 317} i{counter-increment:n} i::before{content:counter(n)}', '<i></i>'],
    ['a counter that its own style sets', 'i::before{content:counter(n)}', '<i style="counter-set:n 318"></i>'],
  ])('%s', async (_, sheet, markup) => {
    expect(await textOf(inFigure(markup, sheet))).toBe(PLAIN)
  })

  it.each([
    ['hidden', 'i::before{content:"77";visibility:hidden}'],
    ['not displayed', 'i::before{content:"77"} i.a::before{display:none}'],
    ['taken back', 'i::before{content:"77"} i.a::before{content:none}'],
    ['a sign of a font for signs', String.raw`i::before{content:"\e617"}`],
    ['for print', '@media print{i::before{content:"77"}}'],
    ['under a pointer', 'i:hover::before{content:"77"}'],
  ])('but not what is %s', async (_, sheet) => {
    expect(await textOf(inFigure('<i class="a">318</i>', sheet))).toBe(PLAIN)
  })
})

describe('numbers of headings and lists by sheets', () => {
  const items = (list: string, words = ['甲项', '乙项']) =>
    `<${list}>${words.map((word) => `<li>${word}。</li>`).join('')}</${list.split(' ')[0]}>`

  it('count anew below each heading', async () => {
    const sheet = `.con{counter-reset:a} h3{counter-increment:a;counter-reset:b} h3::before{content:counter(a,cjk-ideographic)"、"}
      h4{counter-increment:b} h4::before{content:"（"counter(b,simp-chinese-informal)"）"}`
    expect(await linesOf('<h3>总则。</h3><h4>范围。</h4><h4>原则。</h4><h3>附则。</h3><h4>施行。</h4>', sheet)).toEqual(
      ['一、总则。', '（一）范围。', '（二）原则。', '二、附则。', '（一）施行。'],
    )
  })

  it('have all their levels', async () => {
    const sheet = 'ol{counter-reset:k;list-style:none} li{counter-increment:k} li::before{content:counters(k,".")" "}'
    expect(
      await linesOf('<ol><li>检查。<ol><li>日常。</li><li>专项。</li></ol></li><li>处罚。</li></ol>', sheet),
    ).toEqual(['1 检查。', '1.1 日常。', '1.2 专项。', '2 处罚。'])
  })

  it.each([
    ['by a rule', '.zh{list-style-type:cjk-ideographic}', items('ol class="zh"'), ['一、甲项。', '二、乙项。']],
    ['of none', '.zh{list-style:none}', items('ol class="zh"'), ['甲项。', '乙项。']],
    [
      'of lists',
      'ol{list-style:none} li::before{content:"第"counter(list-item)"项："}',
      items('ol start="3"'),
      ['第3项：甲项。', '第4项：乙项。'],
    ],
  ])('are those %s', async (_, sheet, list, expected) => {
    expect(await linesOf(list, sheet)).toEqual(expected)
  })
})

it('an attribute in very many places ends what is generated', async () => {
  const long = '长'.repeat(100_000)
  const page = portal(`<div>${`<i data-v="${long}"></i>`.repeat(60)}</div>${paragraphs()}`, {
    head: `<style>i::before{content:${'attr(data-v)'.repeat(20)}}</style>`,
  })
  expect((await textOf(page).catch(({ reason }) => reason)).length).toBeLessThan(5_000_000)
})
