import type { Completeness, Section } from '../report/report.ts'

const LACKS = '(?:问题|不足|短板|差距|薄弱|困难|弱项)'
/** What a body says of its own work. 解决工作中存在的问题 is work done, and the problems that an inspection finds are others'. */
const PROBLEMS = new RegExp(
  [
    `(?:仍|还|也|依然|尚|但|主要)(?:(?!解决|整改|纠正|查|发现|针对|梳理|指出)[^。;\\n]){0,8}存在[^。;\\n]{0,24}${LACKS}`,
    `(?:看到|认识到|意识到|正视)[^。;\\n]{0,20}${LACKS}`,
    `(?:^|[。;:,、)\\n\\s])存在的?(?:主要|一些|突出)?${LACKS}`,
    `存在的?(?:主要|一些|突出)?${LACKS}(?:和${LACKS})?(?:主要)?(?:是|有|在于|体现|表现|如下|:)`,
  ].join('|'),
)
const PLANS =
  /(?:^|[\n。;])\s{0,8}(?:下一?步|今后|下一?阶段|接下来|明年|来年|新的一年)[^。\n]{0,60}(?:将|继续|进一步|要|重点|着力|加强)/

/** The first responsible persons of party and government (articles 3 and 5 of the 2016 rules on their duties). */
const LEADER =
  /(?:主要领导|主要负责人|主要负责同志|一把手|(?<!副)(?:[省市区县镇乡局厅]长|书记)(?!热线|信箱))[^。;\n]{0,16}(?:亲自|负责抓|部署|研究|履行|领衔|牵头|主持|带头|组长|担任|听取|述法|带领|抓|挂帅|负总责|推动)|(?<!不断强化|压实)第一责任人|领衔|述法/

export const NO_PARTS: Completeness = {
  achievements: false,
  problems: false,
  responsibility: false,
  plans: false,
  publishedByApril1: null,
}

/**
 * Which of the parts are present that article 24 and following of the 2019 rules on rule-of-law inspection ask for: in a
 * part of its own or in passing.
 * @param text folded
 */
export function completenessOf(
  text: string,
  sections: readonly Section[],
  publishedByApril1: boolean | null,
): Completeness {
  const parts = sections.filter(({ level }) => level === 1)
  const has = (role: Section['role']) => sections.some((section) => section.role === role)
  const done = parts.filter(({ role }) => role !== 'problems' && role !== 'plans')
  const said = (pattern: RegExp, among: readonly Section[]) =>
    among.some(({ start, end }) => pattern.test(text.slice(start, end)))
  return {
    achievements: has('achievements'),
    problems: has('problems') || said(PROBLEMS, parts),
    responsibility: has('responsibility') || said(LEADER, done),
    plans: has('plans') || said(PLANS, parts),
    publishedByApril1,
  }
}

/**
 * On time: on 1 April of the year after or earlier, for 4月1日之前 (article 25 of the 2019 rules) counts the day itself, as
 * 以前 does in article 1259 of the Civil Code. Null if the day or the year is not known. @param publishedOn ISO date
 */
export function isByApril1(publishedOn: string | null, year: number | null): boolean | null {
  return publishedOn === null || year === null ? null : publishedOn <= `${year + 1}-04-01`
}
