import type { Role } from '../../report/report.ts'
import { LIST_GAP } from './lists.ts'

const CHANGE =
  '增长|增加|上升|提高|提升|下降|降低|减少|压减|压缩|缩短|缩减|删减|调减|压降|削减|精简|减幅|增幅|降幅|涨幅|增速|提速|净增|递增|递减|下滑|回落|改善|多增|少增'
/** Words that lead from a from-value to a to-value: 提高到, 压缩至, 调整为. */
const LEADS = `(?:${CHANGE}|增|减|降|升|缩|压|扩大|拓展|扩展|调整|变更|优化|简化|合并|整合|归并|扩增|扩充|下调|上调|跃升|攀升|延长)`
const NUMBER = '(?:[约近超]|超过|不超过|不足)?[\\d一二两三四五六七八九十百]'

/** Right before the figure: 增长了, 压缩率达, 均增, 比上年多, 同比. */
const CHANGES = anyOf(
  new RegExp(`(?:${CHANGE})(?:了|约|近|超|达|幅|量|额)*$`),
  new RegExp(
    `(?:(?:${CHANGE})(?:率|比例|比率|比|幅度)|增幅|降幅|增速|涨幅|减幅)(?:分别|平均|均|都|已|也|高|约)*(?:达到|达|为|是|在|:)?$`,
  ),
  /(?:同比|环比|年均|分别|均|净|累计)[增降减涨升多少](?:了|约)?$/,
  /[比较][^,。;]{0,14}[多少高低增减降升](?:了|出)?$/,
  /[同环]比$/,
)
const CHANGED_NOUN =
  /(?<verb>净增|压减|压缩|缩短|缩减|减少|削减|降低|精简|增加|提升|提高|下降)(?<noun>(?!率|比例|值)[^,。;:\d到至为达由从]{1,12})$/
const OTHER_WORK = /办理|完成|开展|组织|受理|调解|处理|查处|制定|检查|发放|培训|建立|建成|取消|下放|调整|承接/
const CHANGE_BEHIND = /^的(?:增长|增幅|降幅|降低|增速|提升幅度|下降)/

const FROM = /原(?:来|有|先)?的?$|(?:由|从)[^,。;由从到至]{0,14}$|[将把][^,。;将把]{0,6}$/
const TO_BEHIND = new RegExp(`^[^,。;\\d]{0,8},?[^,。;\\d]{0,6}?${LEADS}[^,。;\\d]{0,2}?(?:至|到|为|成)${NUMBER}`)
const STRAIGHT_TO = new RegExp(`^,?(?:${LEADS}(?:至|到|为|成))${NUMBER}`)
const BARE_TO = new RegExp(`^(?:至|到)${NUMBER}`)
const EARLIER =
  /(?:(?:较|比|由|从|与|同)[^,。;]{0,6}(?:上年|去年|前年|上一年|同期|往年|(?:19|20)\d\d年)(?:度|同期|底|末)?的?|(?:上年|去年|上一年)同期(?:的|为|是|仅为|仅)?)$/

/** 去年为66件, 上年同期仅受理33件, unless this year's is compared with it (比去年增加3件) or it begins a span. */
const LAST_YEAR =
  /(?:^|[^较比从由与同自])(?:去年|上年|上一年|前年)(?:度|同期|全年)?(?![年末底初]|以来|起|结[转存]|遗留|未结)(?:[^,。;:以起增减升降多少高低至到今本]{0,10})$/
/** 2022年受理30件, in a report on 2023. */
const NAMED_YEAR =
  /(?:^|[^较比从由与同自至-])(?<year>(?:19|20)\d\d)年(?:度|全年)?(?![底末初]|以来|起|\d|[结转])(?:[^,。;:以起增减升降多少高低至到今本]{0,10})$/
/** 占全部案件的30% measures a share, whatever its cases did. */
const SHARE_OF = /占(?!比|用|地|有率|率)[^,。;:]{0,20}$/
const SHARE_UNITS = /^[%‰]?$/
/** A year that is named with a goal: 到2030年培育; 2025年…将新建. */
const GOAL_YEAR = /(?:到|至|于)?(?<year>20\d\d)年(?<words>[^。;]*)$/
const GOAL_WORDS = /^(?:底|末|前)?[^。;]{0,24}?(?:将(?![\u4e00-\u9fff]{0,6}\d)|计划|力争|预计|拟(?!定|制))/
const GOAL_BY = /^(?:到|至)/
const REACHED = /已|累计|共有|达到?了|截[至止]/

const AIM =
  /(?:力争|争取(?:在|于|实现|达|使|让|[今明]年|年内)|预计|预期目标|(?:^|[,;:])(?:[我全][省市县区镇乡局]|今?后|还|并)?计划(?:于|在|到|新|开展|完成|用)|拟(?:于|在|新|建|开展|用)|(?:全年|今年|年内|明年|来年)计划(?!完成率)|目标[是为]|明年|下一年度?|下一步|接下来)/

/** Of 减少环节5个、材料8份 the second is reduced as the first; a rate of its own, or other work, is not. */
const LISTED_LABEL = /^、[\u4e00-\u9fff]{1,8}$/
const RATE = /[率度比]$/

/** The words around one figure, and the role of the figure before it if the two are in one list. */
export interface RoleContext {
  /** From the clause's begin to the figure, approximators taken off. */
  readonly clause: string
  /** The clauses before it that may say what it is for, up to the sentence's begin or a semicolon. */
  readonly lead: string
  readonly after: string
  readonly unit: string
  readonly inPlans: boolean
  /** The year reported on; null if the report does not say. */
  readonly year: number | null
  /** The figure before it in the same clause, if any: its role and the words between the two. */
  readonly previous: { readonly role: Role; readonly gap: string } | null
}

/** What the figure is to the year's work. A plan wins over all: what is to grow by 5% is a goal. */
export function roleOf({ clause, lead, after, unit, inPlans, year, previous }: RoleContext): Role {
  if (inPlans || isAim(lead, year)) return 'target'
  if (isBaseline(clause, after, unit, year)) return 'baseline'
  if (isChange(clause, after, unit)) return 'change'
  return previous?.role === 'change' && sharesVerb(previous.gap) ? 'change' : 'level'
}

/** Whether the words before a figure set a goal: what is to be reached in a year to come, or is planned. */
export function isAim(lead: string, year: number | null): boolean {
  if (AIM.test(lead)) return true
  const goal = GOAL_YEAR.exec(lead)
  if (goal === null || (year !== null && Number(goal.groups!.year) <= year)) return false
  const words = goal.groups!.words!
  if (GOAL_WORDS.test(words)) return true
  return GOAL_BY.test(goal[0]) && !REACHED.test(words)
}

function sharesVerb(gap: string): boolean {
  return LIST_GAP.test(gap) || (LISTED_LABEL.test(gap) && !RATE.test(gap) && !OTHER_WORK.test(gap))
}

function isBaseline(clause: string, after: string, unit: string, year: number | null): boolean {
  const named = NAMED_YEAR.exec(clause)?.groups?.year
  if (named !== undefined && year !== null && Number(named) < year) return true
  if (EARLIER.test(clause) || (unit !== '倍' && LAST_YEAR.test(clause)) || STRAIGHT_TO.test(after)) return true
  return FROM.test(clause) && (TO_BEHIND.test(after) || BARE_TO.test(after))
}

function isChange(clause: string, after: string, unit: string): boolean {
  if (unit.endsWith('百分点') || CHANGE_BEHIND.test(after)) return true
  if (SHARE_UNITS.test(unit) && SHARE_OF.test(clause)) return false
  return CHANGES.test(clause) || changesNoun(clause, unit)
}

/** 压减申请材料45.6%, 减少审批环节12个: the verb governs the noun between it and the figure. */
function changesNoun(clause: string, unit: string): boolean {
  const found = CHANGED_NOUN.exec(clause)
  if (!found) return false
  const { verb = '', noun = '' } = found.groups ?? {}
  if (OTHER_WORK.test(noun) || (unit !== '%' && noun.includes('、'))) return false
  if (verb === '提升' || verb === '提高') return unit === '%' && !/[率度]$/.test(noun)
  if (verb === '精简') return unit === '%'
  return true
}

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'))
}
