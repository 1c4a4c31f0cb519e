import { anyExtension, EXTENSIONS } from '../formats/formats.ts'

/** What the reports are about, as titles and announcements say it: 法治政府建设, 法治税务建设, 依法行政. */
const SUBJECT =
  '(?:法治(?:政府|建设|工作)|(?<!普)法治(?!宣传|文化|教育|社会|乡村|校园|企业)[\\u4e00-\\u9fff]{2,8}?(?:建设|工作)|依法行政|依法治[国省市区县镇旗州乡])'

/**
 * Words by which a report's own title is known, on a line folded and with its blanks left out: what it is about, then
 * what kind of writing it is, perhaps a second body's name in brackets or next year's plan after it.
 */
export const REPORT_TITLE = new RegExp(
  `^[^。;?!:]{0,60}${SUBJECT}[^。;?!:]{0,30}(?:报告|总结|汇报|情况|小结|年报)(?:的?公[示开告])?(?:\\([^)]{1,20}\\))?` +
    '(?:(?:及|和|暨|与|以及)(?:20\\d\\d年|下[一年]|明年)[^。;?!]{0,20}(?:计划|安排|打算|思路|要点))?$',
)

/** 关于公布《…报告》的公告, 关于印发…报告的通知. 关于报送…的通知 asks for one. */
const ANNOUNCED =
  /(?:印发|公布|发布|公开|公示|转发|刊登|刊发)(?<document>[^，。,]{4,80}?)的?(?:通知|公告|通告|公示|函)[\s)）》」"”]*$/

/** The document that a title announces, without its quotation marks. Null if the title is none of an announcement. */
export function announcedDocument(title: string): string | null {
  return ANNOUNCED.exec(title)?.groups?.document?.replace(/^[《「"“<]+|[》」"”>]+$/g, '') ?? null
}

/** Titles of documents that are no such report. */
export const OTHER_TITLE =
  /^[^。;!:]{4,80}(?:报告|总结|汇报|通知|通报|公告|公示|决定|意见|办法|细则|规则|规定|条例|方案|规划|计划|要点|安排|纲要|解读|年报|批复|函)(?:\([^)]{1,20}\))?$/

/** A column of the site, or a bare label: neither who nor when. */
export const COLUMN_NAME =
  /^(?:推进)?(?:法治政府建设|法治建设|依法行政)(?:工作)?(?:年度)?(?:工作)?(?:情况|报告|年报|总结|情况报告|报告公示|信息)?$/

/** The rest of a title whose line broke before its last words. */
export const TITLE_TAIL =
  /^(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|总结|汇报)(?:\([^)]{1,20}\))?$/

/** A line that only names the body that reports, as stands over a title that begins with 关于 or the year. */
export const ISSUER_LINE =
  /^[\u4e00-\u9fff()、]{2,40}(?:人民政府|政府|委员会|办事处|管委会|[局厅委]|办公室|党委|党组|党工委|总队|支队|公署)$/

/** A township's bare name over such a title. */
export const TOWNSHIP_LINE = /^[\u4e00-\u9fff]{2,20}(?:[镇乡]|街道)$/

const FILE_NAME = new RegExp(`\\.(?:${anyExtension(EXTENSIONS)})$`, 'i')

export function isFileName(line: string): boolean {
  return FILE_NAME.test(line)
}
