import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { FOOT, PAGE_TITLE, PARAGRAPHS, paragraphs, portal } from './page.ts'

const PLAIN = [PAGE_TITLE, ...PARAGRAPHS].join('\n')
const textOf = async (page: Buffer) => (await readDocument(page)).text

/** The page with something put into the figure of 318次. */
const inFigure = (markup: string, head = '') =>
  portal(
    paragraphs('318次', (text) => text.replace('318', `3${markup}18`)),
    { head },
  )

describe('what nobody sees on a page is not read', () => {
  it.each([
    ['of no size', '<span style="font-size:0">77</span>'],
    ['of a tenth of a point', '<font style="FONT-SIZE: 0.1pt">77</font>'],
    ['not displayed', '<i style="color:red; display : none !important">77</i>'],
    ['transparent', '<span style="opacity:0">77</span>'],
    ['invisible', '<span style="visibility:hidden">77</span>'],
    ['beside the page', '<span style="position:absolute;left:-999em">77</span>'],
    ['cut to nothing', '<span style="position:absolute;width:1px;height:1px;overflow:hidden">77</span>'],
    ['clipped', '<span style="position:absolute;clip:rect(0 0 0 0)">77</span>'],
    ['white on white', '<span style="color:#FFF">77</span>'],
    ['nearly white', '<span style="color:#fefefe">77</span>'],
    ['filtered away', '<span style="filter:opacity(0)">77</span>'],
    ['white by font', '<font color="white">77</font>'],
    ['white by its own numbers', '<span style="color:rgb(255, 255, 255)">77</span>'],
    ['of the colour of its ground', '<span style="background:#eee;color:#eeeeee">77</span>'],
    ['with the attribute hidden', '<span hidden>77</span>'],
    ['deleted', '<del>77</del>'],
    ['struck out', '<s>7</s><strike>7</strike>'],
    ['transparent by its colour', '<span style="color:#12345600">77</span>'],
    ['transparent in hue and light', '<span style="color: hsla(0, 0%, 0%, 0)">77</span>'],
    ['of no size by a formula', '<span style="font-size: calc(0 * 1rem)">77</span>'],
    ['of no size behind a weight', '<span style="font: bold 700 0/1.5 serif">77</span>'],
    ['moved off the page', '<span style="position:absolute;transform:translate(0, -120vh)">77</span>'],
    ['moved off in space', '<span style="transform: translate3d(-90em,0,0)">77</span>'],
    ['struck out by style', '<span style="text-decoration:line-through">77</span>'],
    ['the pronunciation of a ruby', '<ruby><rp>(</rp><rt>77</rt><rp>)</rp></ruby>'],
    [
      'the source of a formula',
      '<math><semantics><mn></mn><annotation encoding="application/x-tex">77</annotation></semantics></math>',
    ],
    ['a mark of a note', '<sup></sup>'],
  ])('%s', async (_, markup) => {
    expect(await textOf(inFigure(markup))).toBe(PLAIN)
  })

  it.each([
    ['by class', '.x9{display:none}', '<b class="x9">77</b>'],
    ['by id, among other rules', 'p{color:red}\n/* } */ #n1 , .other { font-size : 0px }', '<b id="n1">77</b>'],
    ['by place', '.con p > b { visibility: hidden; }', '<b>77</b>'],
    ['by attribute', 'b[data-no="1"]{position:absolute;top:-5000px}', '<b data-no="1">77</b>'],
    ['by its place among others', '.con p b:nth-of-type(2n + 1){display:none}', '<b>77</b>'],
    ['by what stands before it', 'u + b{display:none}', '<u></u><b>77</b>'],
    ['by what stands somewhere before it', 'u ~ b{display:none}', '<u></u><i></i><b>77</b>'],
    ['beside a rule that is none', 'b:nth-child(odds){color:red} b{display:none}', '<b>77</b>'],
    ['on every screen', '@media screen { .x9 { opacity: 0 } }', '<b class="x9">77</b>'],
    [
      'if grids can be drawn',
      '@supports (display: grid) and (gap: 1px) { .x9 { display: none } }',
      '<b class="x9">77</b>',
    ],
    ['by the stronger rule', '.x9{display:inline} b.x9{display:none} b{display:inline}', '<b class="x9">77</b>'],
  ])('hidden by a rule: %s', async (_, css, markup) => {
    expect(await textOf(inFigure(markup, `<style>${css}</style>`))).toBe(PLAIN)
  })
})

describe('what is seen is read', () => {
  it.each([
    ['hidden on small screens only', '@media (max-width: 700px) { .x9 { display: none } }'],
    ['hidden in print only', '@media print { .x9 { display: none } }'],
    ['hidden where grids cannot be drawn', '@supports not (display: grid) { .x9 { display: none } }'],
    ['cut out of their ground', '.x9 { color: transparent; -webkit-background-clip: text }'],
    ['moved by half a screen', '.x9 { margin-left: -50vw; transform: translateX(-50%) }'],
    ['black on a shade', '.con { background: rgba(0, 0, 0, 0.05) } .x9 { color: #000 }'],
    ['hidden under a pointer', '.x9:hover { display: none }'],
    ['shown by a stronger rule', '.x9 { display: none } p .x9 { display: inline }'],
    ['shown by a later rule', '.x9 { display: none } .x9 { display: inline }'],
    ['of its own size in a box of no size', '.con { font-size: 0 } .con p { font-size: 16px }'],
    ['white on a ground of its own', '.x9 { color: #fff; background: #c00 }'],
  ])('%s', async (_, css) => {
    const page = portal(
      paragraphs('318次', (text) => `<b class="x9">${text}</b>`),
      { head: `<style>${css}</style>` },
    )
    expect(await textOf(page)).toBe(PLAIN)
  })

  describe('on a dark page', () => {
    const DARK = '<style>body { background: #203040 } .con { color: #fff } .x9 { color: #213041 }'
    const dark = (markup: string, head = `${DARK}</style>`) => textOf(inFigure(markup, head))

    it('white words are read, and those of the colour of the ground are not', async () => {
      expect(await dark('<b class="x9">77</b>')).toBe(PLAIN)
      expect(await dark('<b style="color: rgb(32, 48, 64)">77</b>')).toBe(PLAIN)
    })

    it('the nearest ground decides', async () => {
      const light = `${DARK} .con p { background: #fff; color: #203040 }</style>`
      expect(await dark('<b style="color: white">77</b>', light)).toBe(PLAIN)
      expect(await dark('<b class="x9">77</b>', light)).toContain('37718次')
    })

    it('by an attribute', async () => {
      const container = '<div class="con" bgcolor="#203040" style="color: #eee">'
      const article = paragraphs('318次', (text) => text.replace('318', '3<font color="#203040">77</font>18'))
      expect(await textOf(portal(article, { container }))).toBe(PLAIN)
    })

    it('a sheet that is not at hand may lay a light ground over it', async () => {
      expect(await dark('<b class="x9">77</b>', `<link rel="stylesheet" href="a.css">${DARK}</style>`)).toContain(
        '37718次',
      )
    })
  })

  it('white words of a table whose ground is in a sheet that is not at hand', async () => {
    const table = '<table><tr><td style="color:#fff">类别</td><td style="color:#fff">件数</td></tr></table>'
    expect(await textOf(portal(`${paragraphs()}${table}`))).toContain('类别\t件数')
  })
})

const LAST_TITLE = PAGE_TITLE.replace('2023', '2022')
const LAST_YEAR = [
  '2022年，石桥镇推进依法行政，现报告如下。',
  '受理行政复议案件11件，办结9件。',
  '化解矛盾纠纷65起。',
].concat(Array.from({ length: 8 }, (_, at) => `（${at + 1}）开展普法宣传活动${at + 31}场，发放资料${at + 700}份。`))

describe('an article that a script shows is read', () => {
  it.each([
    ['invisible', '<div id="js_content" style="visibility: hidden; opacity: 0;">'],
    ['not displayed', '<div class="con" style="display:none">'],
    ['hidden by attribute', '<div hidden>'],
  ])('%s', async (_, container) => {
    expect(await textOf(portal(paragraphs(), { container }))).toBe(PLAIN)
  })

  it('without what is hidden in it', async () => {
    const article = paragraphs('318次', (text) => text.replace('318', '3<span style="font-size:0">77</span>18'))
    expect(await textOf(portal(article, { container: '<div style="visibility:hidden">' }))).toBe(PLAIN)
  })

  it('pane by pane', async () => {
    const panes = [PARAGRAPHS.slice(0, 4), PARAGRAPHS.slice(4)].map(
      (lines, at) =>
        `<div class="tab-pane"${at === 0 ? '' : ' style="display:none"'}>${lines.map((line) => `<p>${line}</p>`).join('')}</div>`,
    )
    expect(await textOf(portal(panes.join('')))).toBe(PLAIN)
  })

  it.each([
    ['in a pane', `<div class="tab-pane">`, LAST_YEAR.slice(0, 3)],
    ['in a pane, and longer', '<div class="tab-pane">', LAST_YEAR],
    ['in a block, and longer', '<div class="former">', [...LAST_YEAR, ...LAST_YEAR]],
  ])('but not the report of another year %s', async (_, pane, lines) => {
    const hidden = `${pane.replace('>', ' style="display:none">')}<h1>${LAST_TITLE}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</div>`
    const tabs = `<ul><li>${PAGE_TITLE}</li><li>${LAST_TITLE}</li></ul>`
    expect(await textOf(portal(`${tabs}<div class="tab-pane">${paragraphs()}</div>${hidden}`))).not.toContain('办结9件')
  })

  it('beside words that name another year and are no document', async () => {
    const box = '<div class="box"><div>2019年法治政府建设年度报告</div></div>'
    const html = `<html><head><meta charset="utf-8"></head><body>${box}<div style="display:none"><h1>${PAGE_TITLE}</h1>${paragraphs()}</div></body></html>`
    expect(await textOf(Buffer.from(html))).toContain(PLAIN)
  })

  it('the first of several reports, if all are hidden', async () => {
    const pane = (title: string, lines: readonly string[]) =>
      `<div class="tab-pane"><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</div>`
    const panes = `<style>.tab-pane{display:none}</style>${pane(PAGE_TITLE, PARAGRAPHS)}${pane(LAST_TITLE, LAST_YEAR)}`
    const html = `<html><head><meta charset="utf-8"></head><body>${panes}</body></html>`
    expect(await textOf(Buffer.from(html))).toBe(PLAIN)
  })

  it('but not a copy of what is shown', async () => {
    const copy = `<div class="wap" style="display:none"><h2>${PAGE_TITLE}</h2>${paragraphs()}</div>`
    expect(await textOf(portal(paragraphs(), { foot: copy + FOOT }))).toBe(PLAIN)
  })
})

describe('marks of notes', () => {
  it.each([
    ['sup', '<sup>1</sup>'],
    ['a link in sup', '<sup><a href="#n2">[2]</a></sup>'],
    ['raised by style', '<span style="vertical-align: super; font-size: 70%">③</span>'],
    ['several', '<sup>1,2</sup>'],
    ['raised by a rule', '<style>.n { vertical-align: super }</style><span class="n">1</span>'],
    ['a star', '<sup>*</sup>'],
    ['a star with a number', '<sup>*2</sup>'],
    ['small and shifted up', '<i style="position: relative; bottom: 4px; font-size: 9px">2</i>'],
    [
      'small and shifted up by a rule',
      '<style>.n { position: relative; top: -.4em; font-size: smaller }</style><b class="n">7</b>',
    ],
    [
      'small and raised by a length',
      '<style>.n { vertical-align: 5px } b { font-size: 70% }</style><b class="n">[3]</b>',
    ],
  ])('are no part of a figure: %s', async (_, mark) => {
    expect(await textOf(portal(paragraphs('318次', (text) => text.replace('318', `318${mark}`))))).toBe(PLAIN)
  })

  it.each([
    ['figures that are set right', 'position: relative; top: -1px; font-size: 80%'],
    ['figures of the size of their line', 'position: relative; top: -4px'],
    ['figures that are set lower', 'position: relative; top: 4px; font-size: 80%'],
  ])('are no %s', async (_, style) => {
    const page = portal(paragraphs('318次', (text) => text.replace('318', `<b style="${style}">318</b>`)))
    expect(await textOf(page)).toBe(PLAIN)
  })

  it('are told from exponents and words', async () => {
    const text = await textOf(portal('<p>面积300m<sup>2</sup>，体积5km<sup>3</sup>，东区<sup>新建</sup>楼房。</p>'))
    expect(text).toContain('面积300m²，体积5km³，东区新建楼房。')
  })
})

describe('ordered lists', () => {
  const article = (list: string) => portal(`<p>2023年工作如下。</p>${list}<p>完毕。</p>`)

  it.each([
    ['<ol><li>甲</li><li>乙</li></ol>', '1.甲\n2.乙'],
    ['<ol start="4"><li>2023年办结</li><li value="9"><p>乙</p></li><li>丙</li></ol>', '4. 2023年办结\n9.乙\n10.丙'],
    ['<ol reversed><li>甲</li><li>乙</li></ol>', '2.甲\n1.乙'],
    ['<ol type="A"><li>甲</li></ol>', 'A.甲'],
    [
      '<ol style="list-style-type: cjk-ideographic"><li>甲</li><li>乙<ol><li>丙</li></ol></li></ol>',
      '一、甲\n二、乙\n1.丙',
    ],
    ['<ol style="list-style:none"><li>甲</li></ol>', '甲'],
    ['<ol><li>一、甲</li></ol>', '一、甲'],
    ['<ul><li>甲</li></ul>', '甲'],
  ])('%s', async (list, shown) => {
    expect(await textOf(article(list))).toContain(`2023年工作如下。\n${shown}\n完毕。`)
  })
})

describe('an article of few sentences', () => {
  const LONG_FOOT = `<div class="bq"><p>主办：石桥镇人民政府；承办：镇党政办</p><p>建议使用下列浏览器访问；分辨率不低于1280；打开脚本；如有误请联系；谢谢！</p><p>网站标识码3207770012；已支持多种网络协议。</p></div>`
  const table = '<table><tr><td>立案</td><td>12件</td></tr><tr><td>行政复议案件</td><td>3件</td></tr></table>'

  it.each([
    ['a table', `<p>情况如下：</p>${table}`, LONG_FOOT],
    ['a table under a foot without a box', table, LONG_FOOT.replace(/<\/?div[^>]*>/g, '')],
    [
      'one line, above the address of the owner',
      '<p>全年立案12件，行政复议案件3件</p>',
      '<div class="x"><p>地址：某路1号；邮编：414000；电话：0730；传真：0731；建议使用下列浏览器；网站标识码3207770012；</p></div>',
    ],
    ['one line', '<p>全年立案12件，行政复议案件3件</p>', LONG_FOOT],
    ['one line in an article of its own', '<article>全年立案12件，行政复议案件3件</article>', LONG_FOOT],
  ])('is not lost to the foot of the page: %s', async (_, article, foot) => {
    const { report, text, indicators } = await parseDocument(portal(article, { foot }))

    expect(report.kind).toBe('rule_of_law_annual_report')
    expect(indicators.map(({ raw }) => raw)).toEqual(['12件', '3件'])
    expect(text).not.toMatch(/浏览器|标识码/)
  })
})

describe('what is typed as it stands is read so', () => {
  it('lines of a pre, and what fields show that nobody can change', async () => {
    const article = `<pre>一、办理情况
行政复议   <b>12</b>件
行政应诉   3件</pre><p>调解<input readonly value="45">起，走访<input value="请输入">户。</p>
<textarea disabled>二、问题
力量不足。</textarea><textarea>请留言</textarea><input type="button" disabled value="打印">`

    expect(await textOf(portal(article, { container: '<div class="zoom">' }))).toBe(
      [
        PAGE_TITLE,
        '一、办理情况',
        '行政复议   12件',
        '行政应诉   3件',
        '调解45起，走访户。',
        '二、问题',
        '力量不足。',
      ].join('\n'),
    )
  })
})

describe('a report that is a list', () => {
  it('is not lost to a box of other articles', async () => {
    const list = '<ul><li>行政复议12件</li><li>行政应诉3件</li></ul>'
    const box = '<div class="xgxw"><p>会议召开。会议强调，要抓好落实。新增车位850个。</p></div>'
    const { text } = await readDocument(portal(list, { container: '<div class="zoom">', foot: box }))

    expect(text).toBe([PAGE_TITLE, '行政复议12件', '行政应诉3件'].join('\n'))
  })
})

describe('characters of a font of the page', () => {
  const hidden = '\ue101\ue102\ue103'

  it('leave no figure beside them', async () => {
    const page = portal(paragraphs('318次', (text) => text.replace('318次', `1${hidden}318次，巡查57${hidden}次`)))
    const { indicators, report } = await parseDocument(page)

    expect(indicators.map(({ raw }) => raw)).toEqual(['7件', '23份', '5.6万元', '不少于12次'])
    expect(report.warnings.map(({ code }) => code)).toContain('private_use')
  })

  it('give no verdict on a file of little else', async () => {
    const page = Buffer.from(`<html><body><p>${hidden.repeat(40)}</p><p>通知：见正文</p></body></html>`)

    await expect(parseDocument(page)).rejects.toMatchObject({ reason: 'no_text' })
  })
})

describe('a page that only shows where its report is', () => {
  it.each([
    ['<p>附件：<a href="/p/1.docx">石桥镇报告.docx</a></p>', 'the attachment 石桥镇报告.docx'],
    ['<p><a href="javascript:void(0)" onclick="window.open(\'/p/2.pdf\')">全文</a></p>', 'the attachment 全文'],
    ['<iframe src="/pdfjs/web/viewer.html?file=%2Fp%2F3.pdf"></iframe>', 'the attachment /p/3.pdf'],
    ['<object data="/p/4.docx"><embed src="/p/4.docx"></object>', 'the attachment /p/4.docx'],
    ['<iframe src="/show.jsp?id=5"></iframe>', 'the frame /show.jsp?id=5'],
    ['<iframe srcdoc="&lt;p&gt;办结9件。"></iframe>', 'the frame about:srcdoc'],
    [`${'<p>机构职能。领导信息。政策文件。</p>'.repeat(20)}<iframe src="/d?n=6"></iframe>`, 'the frame /d?n=6'],
    ['<p><img src="/p/1.png"><img src="/p/2.png"></p>', '2 pictures'],
  ])('says so: %s', async (article, named) => {
    const { text, warnings } = await readDocument(portal(article))

    expect(text).toContain(PAGE_TITLE)
    expect(warnings).toMatchObject([{ code: 'partly_unread', message: expect.stringContaining(named) }])
  })

  it('says nothing of a page that has the report, whatever else hangs on it', async () => {
    const page = portal(
      `${paragraphs().repeat(3)}<p><img src="/p/1.png"></p><p>附件：<a href="/p/1.docx">表.docx</a></p>`,
    )
    expect((await readDocument(page)).warnings).toEqual([])
  })
})
