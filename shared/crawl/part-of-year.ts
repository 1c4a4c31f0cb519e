import { squeezed } from '../text/fold.ts'

const NUMBER = '[0-9一二三四五六七八九十]{1,3}'
const TO = '[-—–~～至到]'
const PART = /半年|季度|季报|月份|月报(?!道)/
/** 2022年1-9月; 2022年6月 before what is reported on. Elsewhere a month may be when the report was published. */
const MONTHS = new RegExp(`年${NUMBER}月?${TO}${NUMBER}月|年${NUMBER}月(?=依法|法治|推进|工作)`)
const TWELVE_MONTHS = new RegExp(`(?<![0-9十])[1一]月?${TO}(?:12|十二)月份?`)
const ANNUAL = /年报|年度[^,，。]{0,20}(?:报告|总结)/
/** What is planned for a part of the next year may stand beside the report of a whole one. */
const PLANNED = /(?:及|和|暨|与|以及|、)[^,，。、]{0,20}(?:计划|打算|安排|思路|要点)/
/** What one person answers for. A government's report may have it in its own title. */
const OF_ONE_PERSON = /^(?!.*法治政府).*述[职法]/

/** Whether a title says that its report is of a half year, a quarter or months, or of one person's duty. */
export function isOfNoWholeYear(title: string): boolean {
  const done = squeezed(title).replace(PLANNED, '').replace(TWELVE_MONTHS, '')
  if (OF_ONE_PERSON.test(done)) return true
  if (done.includes('全年')) return false
  return PART.test(done) || (MONTHS.test(done) && !ANNUAL.test(done))
}
