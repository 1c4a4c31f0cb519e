import type { SectionRole } from '../report/report.ts'

/** Words of headings by role, asked in this order: 存在的问题及下一步打算 is first of all about problems. */
const ROLE_WORDS: readonly (readonly [SectionRole, RegExp])[] = [
  ['other', /^.{0,6}(?:其他|其它|需要报告|需要说明|附件|附表)/],
  ['problems', /问题|不足|短板|困难|差距|薄弱|弱项|瓶颈/],
  [
    'responsibility',
    /第一责任人|(?:主要负责人|主要负责同志|主要领导|党政主要|一把手|[书记省市区县镇乡局厅]长)[^。]{0,12}(?:履行|履职|职责|责任|法治|述法)|述法|履行[^。]{0,10}职责(?:情况|方面)/,
  ],
  [
    'plans',
    /下一?步|下一?阶段|今后|来年|明年|未来|打算|工作计划|工作安排|工作思路|工作设想|主要安排|总体安排|努力方向|工作展望|改进措施|整改措施|对策|意见建议|工作建议|(?:计划|安排|思路|打算|展望)$/,
  ],
  [
    'achievements',
    /举措|成效|成绩|做法|进展|亮点|特色|经验|工作情况|开展情况|建设情况|完成情况|落实情况|主要情况|主要工作|重点工作|基本情况|工作回顾|工作总结|取得|推进情况|总体情况/,
  ],
]
/** Fixed phrases that hold one of the words above and mean something else. */
const NOT_A_ROLE = /问题导向|问题线索|解决[^。]{0,8}问题|突出问题|困难群众|计划生育|规划/g

/** What a heading says its part is about; null where its words do not tell. @param heading folded */
export function roleOf(heading: string): SectionRole | null {
  const words = heading.replace(/\s/g, '').replace(NOT_A_ROLE, '')
  return ROLE_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}
