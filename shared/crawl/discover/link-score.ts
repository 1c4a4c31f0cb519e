import { squeezed } from '../../text/fold.ts'
import { namesReport } from '../candidate.ts'

/** What the words of a link promise of the column behind it, the best first. Scores are from 0 to 100. */
const WORDS: readonly (readonly [score: number, words: RegExp])[] = [
  [
    0,
    /信息公开(?:工作)?(?:年报|年度报告|指南|制度|规定)|依申请|意见箱|投诉|登录|注册|无障碍|适老|english|解读|回应|预决算/i,
  ],
  [100, /(?:法治政府|依法行政)[\u4e00-\u9fff]{0,10}(?:报告|年报|情况|总结)/],
  [90, /法治政府|依法行政/],
  [75, /依法治[省市县区旗州]|法治建设|法治[\u4e00-\u9fff]{1,4}建设/],
  [60, /法定主动公开|主动公开(?:内容|目录|信息)?$/],
  [55, /网站地图|站点地图|网站导航|全站导航|site\s?map/i],
  [52, /政府信息公开|信息公开目录|公开目录/],
  [48, /政务公开|信息公开|政府公开/],
  [40, /重点(?:领域|工作)|履职依据|行政权力|规划总结|计划总结|总结规划/],
  [32, /(?:工作|年度|执法)(?:总结|报告)|总结报告|专题|专栏/],
  [25, /法治|司法|执法|普法/],
  [15, /公示|公告|公报|政府文件|政策|政务|公开|机关|栏目/],
  [8, /政府|工作|报告|总结|规划|文件|部门/],
]
/** Parts of paths that content systems make of the names of columns. */
const PATHS: readonly (readonly [score: number, path: RegExp])[] = [
  [90, /fzzf(?:js)?|yfxz|fazhizhengfu/i],
  [50, /site-?map|wzdt|wangzhanditu/i],
  [48, /fdzdgk|zfxxgk|xxgk|zwgk|gkml|zdgk|zhengwugongkai/i],
  [30, /zdly|ghjh|gzzj|gzbg|ztzl/i],
]
/** The page of a report shows the column that it stands in. */
const REPORT = 65
/** A link that neither words nor its path tell anything of; its rows may. */
export const UNNAMED = 3
/** Words that say nothing of what a column holds: 服务, 综合. Longer ones are the title of an article. */
const ANY_COLUMN =
  /^(?!.*(?:概况|互动|访谈|新闻|要闻|动态|首页|图片|视频|走进|旅游|关于|联系|邮箱|微博|微信))[\u4e00-\u9fff]{2,6}$/
/** Names of columns are short; longer words are the title of an article. */
const LONGEST_COLUMN = 24
const YEAR = /20[0-9]{2}/

/** How likely a link leads to the column of the reports, from 0 (not at all) to 100. */
export function scoreLink(words: string, url: URL): number {
  const folded = squeezed(words)
  if (namesReport(folded)) return REPORT
  const path = PATHS.find(([, pattern]) => pattern.test(url.pathname))?.[0] ?? 0
  if (folded === '') return path || UNNAMED
  const isTitle = folded.length > LONGEST_COLUMN || YEAR.test(folded)
  // 2023年法治政府建设 may be a column of a year, or an article.
  if (isTitle) return namesColumn(folded) && folded.length <= LONGEST_COLUMN ? REPORT : 0
  const said = WORDS.find(([, pattern]) => pattern.test(folded))?.[0]
  return said === 0 ? 0 : Math.max(said ?? (ANY_COLUMN.test(folded) ? UNNAMED : 0), path)
}

/** Whether words are the name of a column that holds the reports. */
export function namesColumn(words: string): boolean {
  return /法治政府|依法行政/.test(squeezed(words))
}
