import { fold } from '../text/fold.ts'

const SUBJECT = /法治政府|依法行政|法治建设/
const REPORT = /报告|总结|情况|汇报/
/** The last noun of a title says what the document is. These documents are about reports, or about something else. */
const OTHER_KIND =
  /(?:通知|公告|通告|方案|计划|要点|办法|规定|意见|解读|纲要|规划|清单|批复|会议?|培训班?|活动|名单|预算|决算)[\s)）》」"”]*$/
const OTHER_REPORT = /信息公开|预算|决算|绩效|环境|统计公报/
const CUT = /(?:\.{2,6}|…{1,3})$/
const YEAR = /20[0-9]{2}|二[〇○零O0]/
/** Path segments and names of columns that contain only these reports. */
const COLUMN = /法治政府建设|依法行政|fzzfjs(?:qk)?(?:nd)?bg|fzzfjs/i

/**
 * Whether a row of a list may lead to an annual report: by its title, or by its column if the title says little. Prefers too
 * many to too few: the page itself decides.
 * @param column name of the list's column and the list's URL
 */
export function isCandidate(title: string, column: string): boolean {
  const folded = fold(title).replace(/\s+/g, '')
  if (OTHER_KIND.test(folded)) return false
  if (SUBJECT.test(folded)) return REPORT.test(folded) || CUT.test(folded)
  return COLUMN.test(fold(column)) && YEAR.test(folded) && REPORT.test(folded) && !OTHER_REPORT.test(folded)
}
