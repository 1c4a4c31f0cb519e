/** A small report of a town that does not exist, as a portal's page has it. Tests hide, mark or move a part of it. */
export const PAGE_TITLE = '石桥镇人民政府2023年法治政府建设年度报告'

export const PARAGRAPHS = [
  '2023年，石桥镇推进依法行政，现将有关情况报告如下。',
  '一、主要工作及成效',
  '（一）规范决策。审查行政规范性文件7件，出具法律意见书23份。',
  '（二）严格执法。开展执法检查318次，罚款合计5.6万元。',
  '二、存在的主要问题',
  '执法力量配备不足，普法形式比较单一。',
  '三、下一步工作打算',
  '组织业务培训不少于12次。',
]

export const FOOT = '<div class="bq"><p>主办：石桥镇人民政府办公室 网站标识码：3207770012</p></div>'

/** @param article markup of the container's content, by default the paragraphs */
export function portal(
  article = paragraphs(),
  { head = '', container = '<div class="con">', foot = FOOT } = {},
): Buffer {
  return Buffer.from(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>${PAGE_TITLE}-石桥镇</title>${head}</head>
<body><div class="nav"><a href="/">首页</a><a href="/a">公开</a><a href="/b">互动</a></div><h1>${PAGE_TITLE}</h1>${container}${article}</div>${foot}</body></html>`)
}

/** @param change how the markup of the paragraph that has the words is changed */
export function paragraphs(words = '', change: (paragraph: string) => string = (paragraph) => paragraph): string {
  return PARAGRAPHS.map((text) => `<p>${words !== '' && text.includes(words) ? change(text) : text}</p>`).join('\n')
}
