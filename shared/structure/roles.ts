import type { SectionRole } from '../report/report.ts'

/** Words of headings by role, asked in this order: 存在的问题及下一步打算 is first of all about problems. */
const ROLE_WORDS: readonly (readonly [SectionRole, RegExp])[] = [
  ['other', /^.{0,6}(?:其他|其它|需要报告|需要说明|附件|附表)/],
  [
    'problems',
    /存在[^,。]{0,8}(?:问题|不足|短板|困难|差距|薄弱|弱项)|(?:问题|不足|短板|困难|差距|薄弱环节|弱项|瓶颈)(?:[和与及、]|以及|情况|原因|分析|短板|弱项|不足|$)/,
  ],
  [
    'responsibility',
    /第一责任人|(?:主要负责人|主要负责同志|主要领导|党政主要|一把手|(?<!副)[书记省市区县镇乡局厅]长)[^。]{0,12}(?:履行|履职|职责|责任|法治|述法)|述法|履行[^。]{0,4}法治[^。]{0,8}职责/,
  ],
  [
    'plans',
    /下一?步|下一?阶段|今后|来年|明年|打算|工作计划|工作思路|工作设想|主要安排|总体安排|努力方向|工作展望|改进措施|改进方向|整改措施|工作建议|对策建议|(?:工作|总体|主要|重点|具体|初步|年度?)(?:计划|安排|思路|展望|要点)$/,
  ],
  [
    'achievements',
    /举措|成效|成绩|做法|进展|亮点|特色|经验|工作情况|开展情况|建设情况|完成情况|落实情况|主要情况|主要工作|重点工作|基本情况|工作回顾|工作总结|取得|推进情况|总体情况/,
  ],
]
/** Phrases that hold one of the words above and mean work done. */
const WORK_DONE =
  /(?:解决|破解|化解|整治|处理|聚焦|针对|回应|围绕|查摆|排查|坚持|补齐|帮扶)[^。,]{0,12}(?:问题|困难|短板|不足|弱项)|问题(?:导向|线索|整改)|困难群众|计划生育|规划/g

/** What a heading says its part is about; null if its words do not tell. @param heading folded */
export function roleOf(heading: string): SectionRole | null {
  const words = heading.replace(/\s/g, '').replace(WORK_DONE, '')
  return ROLE_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/**
 * The role of a part in the report on a year, null if that is not known: 2025年重点工作 is work done in the report on
 * 2025 and a plan in the one on 2024.
 * @param heading folded
 */
export function roleInReportOn(year: number | null, heading: string): SectionRole | null {
  const role = roleOf(heading)
  const namesNextYear = year !== null && heading.replace(/\s/g, '').includes(`${year + 1}年`)
  return namesNextYear && (role === null || role === 'achievements') ? 'plans' : role
}
