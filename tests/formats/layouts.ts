import { BLOCKS, type Block, TITLE } from './sample.ts'

/** Portal pages around the sample, each with the structure of one family of content systems; none is copied. */

const RELATED =
  '<a href="/a/1.html">邻镇2022年度报告：办结999件</a><a href="/a/2.html">关于召开888次会议的通知</a><a href="/a/3.html">招聘777名人员</a>'
const FOOTER = '主办：白鹭洲镇人民政府 网站标识码：3207770011 某ICP备20230666号 地址：人民路555号'
const META = `<meta name="SiteName" content="白鹭洲镇人民政府"><meta name="SiteIDCode" content="3207770011">
<meta name="ArticleTitle" content="${TITLE}"><meta name="PubDate" content="2024-02-26 09:30"><meta name="ContentSource" content="镇司法所">`

const table = (rows: Exclude<Block, string>) =>
  `<table border="1"><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('\n')}</tr>`).join('\n')}</tbody></table>`

const blocks = (paragraph: (text: string) => string) =>
  BLOCKS.map((block) => (typeof block === 'string' ? paragraph(block) : table(block))).join('\n')

const page = (charset: string | null, head: string, body: string) =>
  `<!DOCTYPE html>\n<html><head>${charset === null ? '' : `<meta charset="${charset}">`}<title>${TITLE}-白鹭洲镇人民政府</title>${head}
<style>p{margin:0 333px}</style></head><body>${body}<script>var visits = 444; document.write('共444次访问')</script></body></html>`

/** Guideline meta tags, an editor's container with spans, hidden text, related links next to the body. */
function trs(charset: string | null): string {
  const spans = blocks(
    (text) =>
      `<p style="text-indent:2em"><span>&nbsp;&nbsp;&nbsp;&nbsp;${text.slice(0, 9)}</span><font>${text.slice(9)}</font></p>`,
  )
  return page(
    charset,
    META,
    `<div class="top"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/z">政务公开</a></li><li><a href="/f">服务</a></li></ul></div>
<div class="main"><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/z">法治建设</a></div><h1>${TITLE}</h1>
<div class="info">发布时间：2024-02-26 09:30 来源：镇司法所 浏览次数：222次 字体：[大 中 小]</div>
<div class="content_wrap"><div class="trs_editor_view TRS_UEDITOR"><div class="TRS_Editor">${spans}
<div style="display:none">隐藏的111件</div><p>附件：<a href="./P0202402260001.pdf">${TITLE}.pdf</a></p></div></div>
<div class="xgwj"><h3>相关文件</h3>${RELATED}</div></div></div><div class="footer">${FOOTER}</div>`,
  )
}

/** A layout of tables with the header of a disclosed document and `br` between paragraphs. */
function tables(charset: string | null): string {
  return page(
    charset,
    '<meta name="SiteName" content="null"><meta name="ArticleTitle" content="">',
    `<table width="100%"><tr><td><a href="/">首页</a>|<a href="/b">公开目录</a>|<a href="/c">互动</a></td></tr>
<tr><td><table><tr><td><b>索 引 号：</b></td><td>014377/2024-00012</td><td><b>主题分类：</b></td><td>司法</td></tr>
<tr><td><b>发布机构：</b></td><td>白鹭洲镇人民政府</td><td><b>成文日期：</b></td><td>2024年02月20日</td></tr>
<tr><td><b>名 称：</b></td><td>${TITLE}</td><td><b>发布日期：</b></td><td>2024年02月26日</td></tr></table></td></tr>
<tr><td id="zoom"><p align="center"><strong>${TITLE}</strong></p>${blocks((text) => `　　${text}<br><br>`)}</td></tr>
<tr><td>上一篇：<a href="/1">关于666的公告</a><br>下一篇：<a href="/2">关于555的公告</a></td></tr>
<tr><td>${FOOTER}</td></tr></table>`,
  )
}

/** No known container: paragraphs are next to the related links, and the body is split into two blocks. */
function dense(charset: string | null): string {
  const parts = BLOCKS.map((block) => (typeof block === 'string' ? `<p>${block}</p>` : table(block)))
  return page(
    charset,
    '',
    `<div id="hd"><ul><li><a href="/">首页</a></li><li><a href="/1">要闻</a></li><li><a href="/2">公开</a></li></ul></div>
<div class="wrap"><div class="bt">${TITLE}</div><dl><dt>索引号</dt><dd>014377/2024-00012</dd><dt>发文日期</dt><dd>2024-02-20</dd></dl>
<p>发布日期：2024/02/26 | 来源：镇司法所 | 点击数：-</p><div class="w1">${parts.slice(0, 6).join('\n')}</div><div class="w2">${parts.slice(6).join('\n')}</div>
<div><h4>相关阅读</h4><ul><li>${RELATED.replaceAll('</a>', '</a></li><li>')}</li></ul></div></div>
<div id="ft"><p>${FOOTER}</p></div>`,
  )
}

/** The container of 博达, everything inside an ASP.NET form, line breaks of the editor inside the paragraphs. */
function vsb(charset: string | null): string {
  const wrapped = blocks(
    (text) => `<p class="vsbcontent_start">${text.replace(/(.{31}[一-龥])(?=[一-龥])/g, '$1\n      ')}</p>`,
  )
  return page(
    charset,
    `<META Name="sitename" Content="白鹭洲镇人民政府"/><META Name="articletitle" Content="${TITLE}"/><META Name="pubdate" Content="2024-02-26 09:30:12"/>`,
    `<form name="_newscontent_fromname" action="x.jsp"><div class="navbar"><a href="/">首页</a> <a href="/1">机构</a> <a href="/2">动态</a></div>
<h2>${TITLE}</h2><div align="center">2024年02月26日 09:30&nbsp;&nbsp;来源：镇司法所</div>
<div id="vsb_content_500"><div class="v_news_content">${wrapped}</div></div>
<div class="share">分享到：微信 微博</div><p>【<a href="javascript:close()">关闭窗口</a>】</p></form><div class="copyright">${FOOTER}</div>`,
  )
}

export const LAYOUTS: Readonly<Record<string, (charset: string | null) => string>> = { trs, tables, dense, vsb }

/** Words around the article. If the body has one of them, boilerplate was read. */
export const OUTSIDE = [
  '999',
  '888',
  '777',
  '666',
  '555',
  '444',
  '333',
  '222',
  '111',
  '首页',
  '网站标识码',
  '索引',
  '相关',
]
