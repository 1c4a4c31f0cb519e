import { OTHER_KINDS } from '../identity/other-kinds.ts'
import { severalYearsOf } from '../identity/several-years.ts'
import { announcedDocument } from '../structure/title-words.ts'
import { yearIn } from '../text/dates.ts'
import { fold, squeezed } from '../text/fold.ts'
import { cutWithin, isCutBeforeSubject, saidBeforeCut } from './cut-title.ts'
import { isOfNoWholeYear } from './part-of-year.ts'

const SUBJECTS = '法治政府|依法行政|法治工作|法治[\\u4e00-\\u9fff]{0,6}建设|依法治[省市县区旗州]'
const SUBJECT = new RegExp(SUBJECTS)
const REPORT = /报告|总结|情况|汇报|年报/
/** The last noun of a title says what the document is. These documents are about reports, or about something else. */
const OTHER_KIND =
  /(?:通知|公告|通告|公示|方案|计划|要点|办法|规定|意见|解读|纲要|规划|清单|批复|会议?|培训班?|活动|名单|预算|决算)[\s)）》」"”]*$/
const OTHER_REPORT = /信息公开|预算|决算|绩效|环境|统计公报/
/** What may follow where a title is cut without a mark: 甲县2022年法治政府建设工. */
const STOPS_AFTER_SUBJECT = new RegExp(`(?:${SUBJECTS})建?(?:的|年度?|工作?|情|报|总)*$`)
const YEAR = /20[0-9]{2}|二[〇○零O0]/
const DIGITS = /(?<![0-9])20[0-9]{2}(?![0-9])/
/** Path segments and names of columns that contain only these reports. */
const COLUMN = /法治政府建设|依法行政|fzzfjs(?:qk)?(?:nd)?bg|fzzfjs/i
/** A title that can be of nothing but such a report. */
const NAMED_REPORT = new RegExp(
  `(?:${SUBJECTS})(?:[^，。]{0,20}(?:报告|总结|年报)|(?:建设)?(?:年度)?(?:工作)?情况)(?:\\([^()]{0,10}\\))?[》」"”]?$`,
)
/** A report's title with what was done with it. */
const PUBLISHED = /(报告|总结|年报)(?:的?(?:公[示告开]|通告)[)》」"”]*)+$/
/** A draft for comment, or what was done for a title of honour. */
const OTHER_WRITING = /征求意见|草案|初稿|示范创建/
/** In a column of reports: 2022年, 甲县2022年度, 年度报告. The day of the row or the page itself says the rest. */
const SAYS_ONLY_YEAR = /^(?:[\u4e00-\u9fff]{0,20}20[0-9]{2}年?度?|(?:年度)?(?:工作)?(?:报告|总结)|年报)$/
/** Up to here a title names the body that reports. */
const ISSUER_ENDS = /关于|20[0-9]{2}|二[〇○零O]|推进|法治|依法|年度|贯彻|落实/
/** Bodies whose report is not that of their government. An office for law-based governance writes for its government. */
const OTHER_BODY =
  /(?<!依法治.{1,3}委员会)(?:局|厅|委员会|管委会|街道(?:办事处)?|[镇乡](?:人民政府)?|中心|[支大总]队|公司|法院|检察院|学校|学院|医院)(?:办公室)?$/

/**
 * Whether a row of a list may lead to an annual report: by its title, or by its column if the title says little. Prefers too
 * many to too few: the page itself decides.
 * @param column name of the list's column and the list's URL
 */
export function isCandidate(title: string, column: string): boolean {
  const folded = squeezed(title)
  const announced = documentNamed(folded)
  if (announced !== folded) return isCandidate(announced, column)
  if (OTHER_KIND.test(folded) || isOfNoWholeYear(folded)) return false
  const cut = cutWithin(folded)
  if (cut !== null && isCandidate(cut, column)) return true
  if (SUBJECT.test(folded)) return REPORT.test(folded) || saidBeforeCut(folded) !== null || isCutShort(folded)
  if (isCutBeforeSubject(folded)) return true
  if (!COLUMN.test(fold(column)) || OTHER_REPORT.test(folded)) return false
  return (YEAR.test(folded) && REPORT.test(folded)) || SAYS_ONLY_YEAR.test(folded)
}

/** A title of a year that ends behind its subject says no kind of writing: its list cut it without a mark. */
function isCutShort(title: string): boolean {
  return YEAR.test(title) && STOPS_AFTER_SUBJECT.test(title)
}

/**
 * Whether a title is that of an annual report and of nothing else: 甲县2022年法治政府建设年度报告, not 法治政府建设督察整改情况的报告.
 */
export function namesReport(title: string): boolean {
  const named = documentNamed(squeezed(title))
  if (!NAMED_REPORT.test(named) || !YEAR.test(named) || OTHER_WRITING.test(named)) return false
  return !OTHER_KINDS.some(({ header }) => header?.test(named))
}

/**
 * Whether words are the title of a row wherever they stand: columns are called as their reports are, without a year. Where a title
 * is cut its year may be lost.
 */
export function mayNameReport(title: string): boolean {
  return isCandidate(title, '') && (yearOfTitle(title) !== null || saidBeforeCut(title) !== null)
}

/** The year that a row's title names. Null if it names none, so that it may be of any year. */
export function yearOfTitle(title: string): number | null {
  const folded = fold(title)
  const digits = DIGITS.exec(folded)?.[0]
  return yearIn(folded) ?? (digits === undefined ? null : Number(digits))
}

/** All years that a row's title names as those of its report: mostly one, none if it may be of any year. */
export function yearsOfTitle(title: string): number[] {
  const several = severalYearsOf(fold(title))
  if (several.length > 0) return several
  const one = yearOfTitle(title)
  return one === null ? [] : [one]
}

/** Whether a title says that a department, a township or another body reports, and not the government of the portal. */
export function namesOtherBody(title: string): boolean {
  return OTHER_BODY.test(issuerNamed(title))
}

/** The body that a title begins with, folded; empty if it names none. */
export function issuerNamed(title: string): string {
  const [issuer = ''] = squeezed(title)
    .replace(/^(?:关于)?(?:20[0-9]{2}年?度?)?/, '')
    .split(ISSUER_ENDS)
  return issuer
}

/** What an announcement announces: 关于公布《…报告》的公告, …报告公示. Else the title itself. */
function documentNamed(title: string): string {
  return announcedDocument(title) ?? title.replace(PUBLISHED, '$1')
}
