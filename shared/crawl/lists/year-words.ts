import { squeezed } from '../../text/fold.ts'

/**
 * What lists of a year, of earlier years or of an old site are called beside that. No word is made of others or is one of earlier years:
 * what can be read in two ways, as often as it stands there, takes twice as long each time.
 */
const GENERIC =
  '(?:的|年度|政府|网|门户|站|公开|发布|公示|公布|信息|报告|档案|数据|资料|内容|文件|列表|栏目|专栏|年份|版本?|目录|记录|文章|查询|查看|浏览|入口|页面|链接|更多|点击?|进入|展开|显示|请|这里|此处)'
const YEAR = '(?:20[0-9]{2}|二[〇○零O0][一二三四五六七八九〇○零]{2})年?度?'
/** 2021, 2021年度, 2019-2021年, 2021年以前, 2021年公开, 2021年度报告. */
const YEARS = new RegExp(
  `^${YEAR}(?:[-—–~～至到和及、,]{1,2}${YEAR})*(?:及?[以之]?[前后来])?(?:${GENERIC}|归档|存档)*$`,
)
/** Words that say that years stand elsewhere. */
const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])'
const MONTHS = new RegExp(`^(?:20[0-9]{2}[-./](?:0[1-9]|1[0-2])|(?:20[0-9]{2}年)?${MONTH}月份?)$`)
const EARLIER =
  '(?:往年|往期|往届|以往|过往|过去|历年|历届|历史|早年|早期|更早|较早|此前|(?:其[他它余]|更多|全部|所有|各)年[份度]?|归档|存档|回顾|上一?年度?|前一?年度?|上一?届|[旧老原](?:版|网?站|门户|公开|栏目|目录|平台|系统)|[(（]旧[)）]|20[0-9]{2}年度?及?[以之]前)'
const ONLY_EARLIER = new RegExp(`^${GENERIC}*${EARLIER}(?:${GENERIC}|${EARLIER}|[(（)）:：])*[.…>›»]{0,4}$`)
const SOME_EARLIER = new RegExp(`${EARLIER}|^[旧老原](?:法治|依法)`)
/** Signs around words, and how much there is behind them: 【2021年】, 2021年(5). */
const AROUND = /^[^\p{L}\p{N}(（]+|[^\p{L}\p{N})）]+$|[(（][0-9]{1,4}[篇条]?[)）]$/gu
/** An old site as a whole. A list cannot be known to hold all that is there. */
const OLD_SITE = /(?:旧|老|原)(?:版|网站?|站|门户)/
const MAX_WORDS = 24

/** Bodies and spans of time by which a list is divided: 县直部门, 乡镇, 近三年. */
const DIVISION =
  /^(?:[省市县区州旗本各]级?)?(?:人民政府|政府|直属?(?:部门|单位|机关)|(?:政府)?(?:部门|工作部门)|乡镇|镇街|街道)(?:年?度?报告|信息)?$|^近[一二三四五六1-9]年$|^全部$/

/** Words of one of several divisions of a list. */
export function isDivision(words: string): boolean {
  return words.length <= MAX_WORDS && DIVISION.test(bare(words))
}

/** Words of a link to the list of a year, or of some. */
export function isYears(words: string): boolean {
  return words.length <= MAX_WORDS && YEARS.test(bare(words))
}

/** Words of a link to the list of a month: 2023年2月, 2023-02, 二月. */
export function isMonths(words: string): boolean {
  return words.length <= MAX_WORDS && MONTHS.test(bare(words))
}

/** Words for earlier years alone, so that they can be about this very list: 往年报告, 历史公开信息, 更早, 原网站. */
export function isEarlier(words: string): boolean {
  return words.length <= MAX_WORDS && ONLY_EARLIER.test(bare(words))
}

/** Words that say among others that they are about earlier years. */
export function namesEarlier(words: string): boolean {
  return SOME_EARLIER.test(squeezed(words))
}

export function isOldSite(words: string): boolean {
  return OLD_SITE.test(squeezed(words))
}

function bare(words: string): string {
  return squeezed(words).replace(AROUND, '').replace(AROUND, '')
}
