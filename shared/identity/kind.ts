import type { Kind } from '../report/report.ts'
import type { Opening } from '../structure/opening.ts'
import { REPORT_TITLE } from '../structure/title-words.ts'
import { squeeze } from '../text/lines.ts'
import { isLabelled } from '../text/page-labels.ts'
import { OTHER_KINDS } from './other-kinds.ts'
import { titleWords } from './title.ts'

/** How much of the text tells what else it is. */
const LEAD = 400
/** By here a report has said that it is one. */
const ANNOUNCED_BY = 1000
/** Columns of a site (通知公告, 政策解读) say nothing of the kind of what stands under them. */
const LONGEST_COLUMN = 6
const OWN_BEGINNING = /^20\d\d年/
/** A page that names so many reports lists them. */
const LISTED = 3
/** By here the first part of a report has begun. */
const PARTS_BY = 1500
const SUBJECT = /法治|依法行政|依法治|依法全面履行/
/** 现将…报告如下, 现结合我街道…实际,报告如下, and their misprints. */
const ANNOUNCEMENT = /现(?:[将就把对]|结合|按照|根据)([^。]{0,80}?)(?:报告?|汇报|总结|情况|公开|公[布示])如下/
/** What an announcement may call its subject: the law-based government, or nothing in particular. */
const OWN_SUBJECT = /法治政府|法治建设|法治[\u4e00-\u9fff]{2,8}(?:建设|工作)|依法行政|依法治[国省市区县镇旗州乡]/
const OTHER_SUBJECT =
  /普法|法治宣传|执法检查|信息公开|政务公开|审判|检察|行政复议|依法治[校企]|预算|审计|信访|提案|述法|考核结果|名单|事项/
/** What an announcement calls a report on something else alone. */
const ELSEWISE = /信息公开|政务公开|审判|检察|预算|审计|信访|提案|建议办理|考核结果/
/** Articles look back on some years, reports on one. */
const LOOKS_BACK = /^(?:近年来|近几年|多年来|长期以来|党的十八大以来)/
/** Somebody reports: in the first person, or a government or department as the subject of a year. */
const FIRST_PERSON = /[我本全][省市区县州旗盟镇乡局厅委办部街]|我街道|街道(?:干部|党工委)|自治区党委|全区/
const YEAR_OF_A_BODY =
  /^(?:20\d\d年(?:以来)?|二[〇○零]..年|今年以来|一年来),?(?:[^,。]{0,30},)?(?!全国|中国|我国|各地)[^,。]{0,24}(?:[省市县区州旗盟镇乡](?!民|域|场)|街道|[局厅委署部]|政府|自治区)/
/** 2021年是…的第一年。: what the year was, before who did what in it. */
const YEAR_PRAISED = /^(20\d\d年)是[^。]{0,120}。/
/** A year of one's own, told at once: 2020年,…我区…法治政府. */
const OWN_YEAR = /^20\d\d年(?:以来)?,(?=[^\n]{0,200}我[省市区县州旗镇乡局厅委])(?=[^\n]{0,200}法治政府)/
const OPENS_PART = /(?:^|[\n。:;])\s{0,8}(?:[一1](?:、|\.)|\(一\))/

/** A title may promise next year's plan as well. */
const NEXT_PLAN = /(?:及|和|暨|与|以及)(?:20\d\d年|下[一年]|明年)[^。]{0,20}$/

interface Verdict {
  readonly kind: Kind
  readonly reason: string | null
}

type Above = Pick<Opening, 'header' | 'passed'>

const REPORT: Verdict = { kind: 'rule_of_law_annual_report', reason: null }
const other = (reason: string): Verdict => ({ kind: 'other', reason })

/**
 * Whether a document is an annual report on building a law-based government, and if not, why.
 * @param title folded, null if the document has none
 * @param above what stands over the text
 * @param body the text, folded and without pinyin
 */
export function kindOf(title: string | null, { header, passed }: Above, body: string): Verdict {
  const lead = squeeze(body.slice(0, LEAD))
  const words = header.map(({ text }) => squeeze(text))
  const lines = words.filter((_, at) => !isLabelled(header[at]!.text))
  const opening = squeeze(body.slice(0, ANNOUNCED_BY))
  const announced = ANNOUNCEMENT.exec(opening)?.[1]
  const isTitled = title !== null && REPORT_TITLE.test(title)
  const saysOwn = announced !== undefined && OWN_SUBJECT.test(announced)
  const isAnnounced = saysOwn && !OTHER_SUBJECT.test(announced)
  const above = isTitled
    ? [title.replace(NEXT_PLAN, '')]
    : lines.filter((line) => line.length > LONGEST_COLUMN || line.endsWith(':'))
  const spoken = [...words, ...passed.map(({ text }) => squeeze(text)), lead]
  /** A masked year or name may be parted by the page's width; a text's own year does not go on with the title above it. */
  const pairs = spoken.slice(1).flatMap((line, at) => (OWN_BEGINNING.test(line) ? [] : spoken[at]! + line))
  const said = [...spoken, ...pairs]
  const sign = OTHER_KINDS.find(
    ({ header, lead: within, overTitle }) =>
      above.some((line) => header?.test(line)) ||
      (!isTitled && !isAnnounced && within?.test(lead)) ||
      said.some((line) => overTitle?.test(line)),
  )
  if (sign !== undefined) return other(sign.reason)
  if (new Set(lines.map(titleWords).filter((line) => REPORT_TITLE.test(line))).size >= LISTED)
    return other('It lists reports and is none.')
  if (isTitled || isAnnounced) return REPORT
  if (announced !== undefined && !saysOwn && ELSEWISE.test(announced))
    return other('It announces a report on something else.')
  if (!SUBJECT.test(opening)) return other('Neither its title nor its first sentences speak of 法治 or 依法行政.')
  if (announced !== undefined && !OTHER_SUBJECT.test(announced)) return REPORT
  if (LOOKS_BACK.test(lead)) return other('It looks back on several years, not on one.')
  if (OWN_YEAR.test(lead)) return REPORT
  if (
    (YEAR_OF_A_BODY.test(lead.replace(YEAR_PRAISED, '$1,')) || FIRST_PERSON.test(lead)) &&
    OPENS_PART.test(body.slice(0, PARTS_BY))
  )
    return REPORT
  return other('It has no title of a report, and no government or department opens it by reporting on its year.')
}
