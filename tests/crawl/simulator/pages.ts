/** Pages of portals in the style of the content systems; their reports are short but complete. */

export interface Article {
  /** Path on its site. */
  readonly path: string
  readonly title: string
  /** ISO date. */
  readonly date: string
}

/** A report as a county writes it, long enough to be recognised. */
export function reportBody(title: string, figure = 12): string[] {
  return [
    `${title}`,
    '　　本年度，本县坚持以法治政府建设为统领，各项工作稳步推进。现将有关情况报告如下：',
    '　　一、主要工作和成效',
    `　　（一）依法全面履行政府职能。全年办理行政复议案件${figure}件，审结${figure - 2}件，化解率明显提高。`,
    `　　（二）推进严格规范公正文明执法。开展执法检查${figure * 10}次，作出行政处罚决定${figure * 3}宗。`,
    '　　二、存在的主要问题',
    '　　一是部分干部的法治观念还需要加强；二是基层执法力量仍然不足，执法水平参差不齐。',
    '　　三、党政主要负责人履行推进法治建设第一责任人职责情况',
    `　　主要负责人主持召开会议${figure}次，专题研究部署法治政府建设工作，带头学法用法。`,
    '　　四、下一年度工作计划',
    '　　一是继续深化行政执法体制改革；二是加强法治宣传教育，营造良好的法治氛围。',
  ]
}

export interface ArticlePage {
  readonly title: string
  readonly publishedOn?: string
  readonly paragraphs?: readonly string[]
  /** Markup after the article. */
  readonly after?: string
  readonly charset?: string
}

export function articlePage({
  title,
  publishedOn,
  paragraphs = reportBody(title),
  after = '',
  charset = 'utf-8',
}: ArticlePage) {
  const date = publishedOn === undefined ? '' : `<meta name="PubDate" content="${publishedOn} 10:20">`
  return `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${title}</title>
<meta name="ArticleTitle" content="${title}">${date}</head><body>
<div class="nav"><a href="/">首页</a> <a href="/zwgk/">政务公开</a></div>
<div class="article"><h1>${title}</h1>
<div class="TRS_Editor">${paragraphs.map((line) => `<p>${line}</p>`).join('\n')}</div>${after}</div>
<div class="footer">主办：县人民政府办公室</div></body></html>`
}

export function rows(articles: readonly Article[]): string {
  return articles
    .map(({ path, title, date }) => {
      const cut = title.length > 16 ? `${title.slice(0, 16)}…` : title
      return `<li><a href="${path}" title="${title}" target="_blank">${cut}</a><span>${date}</span></li>`
    })
    .join('\n')
}

/** A list page around its rows. */
export function listPage(content: string, column = '法治政府建设年度报告', charset = 'utf-8'): string {
  return `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${column}</title>
<meta name="ColumnName" content="${column}"></head><body>
<div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/hdjl/">互动交流</a></div>
${content}
<div class="footer"><a href="/about.html">网站地图</a></div></body></html>`
}

/** Articles in the order of a list: reports of these years among other news. */
export function articlesOf(directory: string, years: readonly number[], name = '甲县'): Article[] {
  return years.flatMap((year, n) => [
    {
      path: `${directory}/${year + 1}03/t${year + 1}0310_${1000 + n}.html`,
      title: `${name}人民政府${year}年法治政府建设年度报告`,
      date: `${year + 1}-03-10`,
    },
    {
      path: `${directory}/${year + 1}02/t${year + 1}0211_${2000 + n}.html`,
      title: `关于印发${year}年依法行政工作要点的通知`,
      date: `${year + 1}-02-11`,
    },
  ])
}
