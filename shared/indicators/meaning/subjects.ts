import { lastOf } from '../../text/cut.ts'
import type { Span } from '../../text/span.ts'

/** A subject longer than this is no longer short: its end, nearest to the figure, says the most. */
const LONGEST = 28
/** A phrase no longer than this is a verb whose object follows the number: 整治54宗涉水违建. */
const SHORT = 6

/** Said before what is counted, and no part of it. */
const OPENING =
  /^(?:\d{4}年(?:度|以来|底|来)?|\d{1,2}月\d{1,2}日|截至\d*月?底?|截至目前为?止?|今年以来|今年来|年以来|以来|全年|年内|目前|其中|累计|共计|一共|合计|总计|共(?!同|享|建|治|产)|已|均|还|并|先后|同时|此外|另有|另外|分别|依法|积极|按照要求|据统计|我[省市区县镇乡局街]|[一二三四五六七八九]是|[、和及与的了:()。,;\n ])+/
/** Said between what is counted and the number. */
const CLOSING =
  /(?:累计|共计|合计|总计|共有|共|达到|达|(?<!行|作)为|仅|已|(?<![民合公契条预签违])约|近|超过|超|逾|(?<!平)均|不少于|不低于|保持在|提高到|提升到|提升至|增加到|增至|上升到|[、和及与的了:( 由至到]|(?<![所没国拥])有)+$/
/** 共 and 累计 between a noun and its verb: 行政诉讼案件共出庭应诉. */
const COUNTING =
  /(?<!公)(?:共计|累计|共)(?=(?:出庭|提供|受理|收到|办理|办结|组织|开展|调解|处理|化解|立案|接待|发放|审查|完成|制定|排查))/g
/** Verbs whose object follows the number: 依托司法所建成8个工作站. */
const OBJECT_FOLLOWS =
  /(?:建成|建立|创建|选派|动员|开通|录入|发放|发出|共享|组织|打造|配备|聘请|培养|推出|设立|[全该][省市区县镇乡街])$/
/** What the words after a number say is over where the sentence goes on to something else. */
const AFTER = /^[^,;。!?()、:\n]{2,16}/u
/** Words after a number that do not name what is counted. */
const NOT_NAMING = /^(?:并|且|均|全部|以|左右|同比|较|比|后|中(?![小学介心央])|其(?![他它])|增|减|提|上升|下降|已)/

/**
 * What was counted, in the report's own words.
 * @param left the words before the figure
 * @param right the words after it
 * @param carried what the sentence has named before, where these words name nothing themselves
 */
export function subjectOf(text: string, left: Span, right: Span, carried: string): string {
  const before = text.slice(left.start, left.end).replace(OPENING, '').replace(CLOSING, '').replace(COUNTING, '')
  const after = AFTER.exec(text.slice(right.start, right.end))?.[0] ?? ''
  const open = before.length <= SHORT || OBJECT_FOLLOWS.test(before)
  const said = open && !NOT_NAMING.test(after) ? `${before}${after}` : before
  return lastOf(said.includes(carried) ? said : `${carried}${said}`, LONGEST)
}
