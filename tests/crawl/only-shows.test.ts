import { describe, expect, it } from 'vitest'
import { framed, walk } from './walk-pages.ts'

const YEARS = [2022, 2021, 2020, 2019]
const title = (year: number) => `云溪县${year}年法治政府建设年度报告`
const row = (year: number) =>
  `<div class="yr"${year < 2021 ? ' style="display:none"' : ''}><h3>${year}年</h3><ul><li><a href="/info/${year}.html">${title(year)}</a></li></ul></div>`
/** A page that shows two years, and two more to those who unfold them. */
const folded = (control: string, script = '') =>
  walk({
    '/l.html': framed(
      `<div id="all">${YEARS.map(row).join('')}</div>${control}${script && `<script>${script}</script>`}`,
    ),
  })
const MORE = '<a href="javascript:;" class="more" id="m">展开更多</a>'
const click = (body: string) => `$(function(){ $('.more').click(function(){ ${body} }) })`

describe('a control that unfolds rows which the page has is no pager', () => {
  it.each([
    ['in its own script', `<a href="javascript:;" onclick="$('.yr').show()">展开更多</a>`, ''],
    ['around its words', `<a href="#" onclick="$('.yr').show(200);return false;"><span>展开全部</span></a>`, ''],
    ['as a part of the page', `<div onclick="$('.yr').slideDown('slow'); $(this).hide()">点击展开更多</div>`, ''],
    [
      'without a library',
      `<a onclick="document.getElementById('all').style.height='auto';this.style.display='none'">查看更多</a>`,
      '',
    ],
    [
      'in a function of the page',
      `<a href="javascript:unfold()">显示全部</a>`,
      `function unfold(){ $(".yr").fadeIn(); $("#all").addClass("open") }`,
    ],
    ['in a script that is bound to it', MORE, click(`$('.yr').toggle(); return false`)],
    [
      'by turns',
      MORE,
      click(
        `if($(this).text()=='展开更多'){ $('#all .yr').show(); $(this).text('收起') }else{ $('.yr').hide(); $(this).text('展开更多') } // 收起`,
      ),
    ],
    ['by a class', MORE, `$('#m').on('click', function(e){ e.preventDefault(); $('#all').toggleClass('open') })`],
  ])('%s', async (_, control, script) => {
    const { items, problem } = await folded(control, script)
    expect(items.map((item) => item.title)).toEqual(YEARS.map(title))
    expect(problem).toBeNull()
  })
})

describe('a control that may do more is one', () => {
  const scripted = '<script src="/js/more.js"></script>'
  it.each([
    ['it also calls something', `<a onclick="$('.yr').show(); more(2)">展开更多</a>`, ''],
    ['it fetches rows', `<a onclick="$('#all').load('/more/2')">展开更多</a>`, ''],
    ['it writes what it was given', MORE, click(`$('#all').show().html(data)`)],
    ['it is bound twice', MORE, `${click(`$('.yr').show()`)}; $('#m').on('click', function(){ next(2) })`],
    ['it shows what a script fills', `<div id="rest"></div><a onclick="$('#rest').show()">展开更多</a>`, ''],
    ['it shows what is not there', `<a onclick="$('.archive').show()">展开更多</a>`, ''],
    ['its function is elsewhere', `<a onclick="showMore()">展开更多</a>${scripted}`, ''],
    ['its script is elsewhere', `${MORE}${scripted}`, ''],
    ['only its own look is changed', `<a onclick="$(this).hide()">展开更多</a>${scripted}`, ''],
    ['it goes elsewhere in the end', MORE, click(`$('.yr').show(); location.href='/more.html'`)],
  ])('%s', async (_, control, script) => {
    expect((await folded(control, script)).problem?.code).toMatch(/^(?:pager_unknown|count_mismatch)$/)
  })
})
