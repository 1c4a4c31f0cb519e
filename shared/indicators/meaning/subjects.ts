import type { Span } from '../../report/report.ts'

/** A subject longer than this is no longer short: its end, nearest to the figure, says the most. */
const LONGEST = 28

/** Said before what is counted, and no part of it. */
const OPENING =
  /^(?:截至(?:目前|\d+月底?|年底)?(?:为止)?|今年以来|年以来|全年|年内|目前|其中|累计|共计|一共|合计|总计|共|已|均|还|并|先后|同时|此外|另有|另外|分别|现已|依法|积极|及时|按照要求|据统计|[一二三四五六七八九]是|、|和|及|与|的|了|:|\(|\)|。|,|;|\n| )+/
/** Said between what is counted and the number. */
const CLOSING =
  /(?:累计|共计|合计|总计|共有|共|达到|达|为|仅为|已|约|近|超过|超|逾|均|不少于|不低于|保持在|提高到|提升到|提升至|增加到|增至|上升到|、|和|及|与|的|了|:|\(| |由|至|到|有)+$/
/** What the words after a number say is over where the sentence goes on to something else. */
const AFTER = /^[^,;。!?()、:\n]{1,20}/
/** Verbs and counts that say nothing without what follows the number. */
const BARE =
  /^(?:组织|有|现有|共有|录入|建成|建立|发放|选派|配备|为|对|将|把|向|聘请|聘任|培养|培育|开展|安排|举办|设立|全县|全市|全区|全镇|全省|打造|新建|完成|推出|上线|公示|归集|发布|出动|帮助|指导|惠及|涉及|开通|动员|发出|划分为|赠送|落地|推进)?$/

/** What was counted, in the report's own words: the phrase before the figure, and the words after it where they say it. */
export function subjectOf(text: string, left: Span, right: Span, carried: string): string {
  const before = text.slice(left.start, left.end).replace(OPENING, '').replace(CLOSING, '')
  const after = AFTER.exec(text.slice(right.start, right.end))?.[0] ?? ''
  const said = BARE.test(before) ? `${before}${after}` || before : before
  const subject = carried !== '' && !said.includes(carried) ? `${carried}${said}` : said
  return subject.slice(-LONGEST)
}
