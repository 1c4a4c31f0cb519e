import { spelledYear } from '../text/dates.ts'

const YEAR = /(?<![\d—~-]\s?)(20\d\d)(?=\s?(?:年|\d{0}年度))|([二][〇○零][〇○零一二三四五六七八九]{2})(?=年)/g
/** 2016-2020年 is a period, and so is 20212025年, whose dash a conversion lost. */
const PERIOD = /\d{4}\s?年?\s?[—~至-]+\s?\d{4}|\d{8}/g
/** 现将2021年…报告如下: the sentence that says what follows. */
const ANNOUNCEMENT = /现(?:[将就把对]|结合)[^。\n]{0,80}/
/** A text that names no year of its own does what the plan for the year asked: 《乙市2023年法治政府建设工作要点》. */
const TASKS = /20\d\d年[^《》\n]{0,30}(?:计划|要点|安排)(?=[^《》\n]{0,10}》)/
/** The year of a plan or of a document's date is not the year reported on. */
const LEAD = 1200

/**
 * The year reported on: as the title says; else the sentence that announces the report; else the year that opens the
 * text, or its first heading; else the year whose plan it says it carried out.
 */
export function yearOf(title: string | null, body: string): number | null {
  const lead = body.slice(0, LEAD).replace(PERIOD, '')
  return (
    firstYear(title?.replace(PERIOD, '') ?? '') ??
    firstYear(ANNOUNCEMENT.exec(lead)?.[0] ?? '') ??
    firstYear(lead.replace(/《[^》]{0,60}》/g, '')) ??
    firstYear(TASKS.exec(lead)?.[0] ?? '')
  )
}

function firstYear(text: string): number | null {
  for (const [, digits, spelled] of text.matchAll(YEAR)) {
    const year = digits === undefined ? spelledYear(spelled!) : Number(digits)
    if (year >= 2000) return year
  }
  return null
}
