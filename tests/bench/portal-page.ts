import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A page like those of the content systems of portals: a head with metadata, styles and scripts; menus; the header table; a report of
 * usual length in the markup of an editor that pastes from Word; related links, a list of sites, the footer, and scripts again.
 */

/** Of usual length: 4,060 characters. Reports of towns have half, those of cities up to twice as many. */
const REPORT = join(import.meta.dirname, '../reports/city-2022.txt')
const STYLE_RULES = 60
const SCRIPT_FUNCTIONS = 25
const RELATED_LINKS = 8
const LISTED_SITES = 60
const LINKS_IN_MENU = 12

/** Word uses another font for figures in Chinese text, so editors that import its text put each figure in an element. */
const FIGURE = /[0-9.%]+/g
const inOwnFont = (figure: string) =>
  `<span lang="EN-US" style="font-family: Times New Roman; font-size: 16pt;">${figure}</span>`

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('\n')

/** @param bytes its size; menus fill the rest, as in portals that show all their columns on every page */
export function portalPage(bytes: number): Buffer {
  const [title = '', ...lines] = readFileSync(REPORT, 'utf8').split('\n')
  const above = `<!DOCTYPE html>\n<html>\n${head(title)}\n<body>\n${banner()}\n`
  const below = `${breadcrumb()}\n${article(title, lines)}\n${footer()}\n${script()}\n</body>\n</html>\n`
  const left = bytes - Buffer.byteLength(above + below)
  const menus = times(Math.round(left / Buffer.byteLength(menu(0))), menu)
  return Buffer.from(`${above}<div class="header-nav"><ul class="nav clearfix">\n${menus}\n</ul></div>\n${below}`)
}

function head(title: string): string {
  return `<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<meta name="SiteName" content="荆门市人民政府"><meta name="SiteDomain" content="www.jingmen.example"><meta name="SiteIDCode" content="4208000001">
<meta name="ColumnName" content="法治政府建设"><meta name="ColumnType" content="政务公开"><meta name="ColumnKeywords" content="法治政府,年度报告">
<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2023-03-21 16:40"><meta name="ContentSource" content="荆门市人民政府办公室">
<title>${title}_法治政府建设_荆门市人民政府</title>
${times(5, (index) => `<link rel="stylesheet" type="text/css" href="/images/2022/style${index}.css">`)}
<style type="text/css">
${times(STYLE_RULES, (index) => `.part${index} li a:hover { color: #c00; background: url(/images/bg${index}.png) no-repeat 0 50%; text-decoration: none; }`)}
</style>
${script()}
</head>`
}

function script(): string {
  const body = times(
    SCRIPT_FUNCTIONS,
    (index) =>
      `function show${index}(id, url) { var box = document.getElementById(id); if (box && url.length < ${index}) { box.innerHTML = '<a href="' + url + '">更多</a>'; } return false; }`,
  )
  return `<script type="text/javascript">\n${body}\n</script>`
}

function banner(): string {
  return `<div class="top-bar"><div class="wrap"><span class="weather"></span><a href="/wza" title="无障碍阅读">无障碍阅读</a> | <a href="javascript:void(0)" onclick="setHome(this)">设为首页</a>
<form name="search" action="/search" method="get" target="_blank"><input type="hidden" name="siteId" value="18"><input type="text" name="q" placeholder="请输入关键字"><button type="submit">搜索</button></form></div></div>
<!-- 头部导航开始 -->`
}

function menu(index: number): string {
  const link = (item: number) =>
    `<li class="nav-item"><a href="/zwgk/fdzdgknr/${index}/col${item}/index.shtml" target="_blank" title="重点领域信息公开">重点领域信息公开</a></li>`
  return `<li class="nav-li"><a class="nav-a" href="/zwgk/${index}/index.shtml" target="_blank">政务公开</a>\n<ul class="sub-nav">\n${times(LINKS_IN_MENU, link)}\n</ul></li>`
}

function breadcrumb(): string {
  return '<div class="location">当前位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/zwgk/">政务公开</a>&nbsp;&gt;&nbsp;<a href="/zwgk/fzzfjs/">法治政府建设</a></div>'
}

function article(title: string, lines: readonly string[]): string {
  const paragraphs = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(
      (line) =>
        `<p style="text-indent: 2em; text-align: justify; line-height: 1.75; margin-top: 0px; margin-bottom: 0px;"><span style="font-family: 仿宋_GB2312; font-size: 16pt;">${line.replace(FIGURE, inOwnFont)}</span></p>`,
    )
  return `<div class="main clearfix"><div class="article">
<table class="xxgk_table" width="100%" border="0" cellspacing="0" cellpadding="0"><tbody>
<tr><th>索 引 号：</th><td>011336/2023-07215</td><th>主题分类：</th><td>司法</td></tr>
<tr><th>发布机构：</th><td>荆门市人民政府办公室</td><th>成文日期：</th><td>2023年03月20日</td></tr>
<tr><th>文　　号：</th><td></td><th>有 效 性：</th><td>有效</td></tr></tbody></table>
<h1 class="article-title">${title}</h1>
<div class="article-info"><span>发布时间：2023-03-21 16:40</span><span>来源：荆门市人民政府办公室</span><span>浏览次数：<em id="hits"></em></span><span>字体：[<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>]</span></div>
<div class="article-content" id="zoom"><div class="trs_editor_view TRS_UEDITOR trs_paper_default">
${paragraphs.join('\n')}
</div></div>
<div class="share-box">分享到：<a href="#" class="wx">微信</a><a href="#" class="wb">微博</a></div>
<div class="related"><h3>相关链接</h3><ul>
${times(RELATED_LINKS, (index) => `<li><a href="/zwgk/fzzfjs/2022/t2022030${index}_88${index}.shtml" title="法治政府建设年度工作要点">法治政府建设年度工作要点</a><span>2022-03-0${index}</span></li>`)}
</ul></div></div></div>`
}

function footer(): string {
  return `<div class="footer"><div class="links"><select onchange="go(this)">
${times(LISTED_SITES, (index) => `<option value="http://www.site${index}.example/">各地政府网站</option>`)}
</select></div>
<p>主办：荆门市人民政府办公室&nbsp;&nbsp;承办：市数据局&nbsp;&nbsp;网站标识码：4208000001</p><p><a href="https://beian.example/">某ICP备00000001号</a>&nbsp;&nbsp;地址：某路1号&nbsp;&nbsp;邮编：448000</p></div>`
}
