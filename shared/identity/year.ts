import { yearIn } from '../text/dates.ts'
import { severalYearsOf } from './several-years.ts'

/** 2016-2020年 is a period, and so is 20212025年, whose dash a conversion lost. */
const PERIOD = /\d{4}\s?年?\s?[—~至-]+\s?\d{4}|\d{8}/g
/** 现将2021年…报告如下: the sentence that says what follows. */
const ANNOUNCEMENT = /现(?:[将就把对]|结合)[^。\n]{0,80}/
/** A text that names no year of its own does what the plan for the year asked: 《乙市2023年法治政府建设工作要点》. */
const TASKS = /20\d\d年[^《》\n]{0,30}(?:计划|要点|安排)(?=[^《》\n]{0,10}》)/
/** 四、2023年工作安排: the part on the next year. */
const PLAN_HEADING =
  /(?:^|\n)\s{0,20}[一二三四五六七八九十]{1,3}、[^\n。]{0,30}?(20\d\d)年[^\n。]{0,30}(?:打算|安排|计划|思路|任务|重点)/
/** The year of a plan or of a document's date is not the year reported on. */
const LEAD = 1200

/**
 * The year reported on: as the title says; else the sentence that announces the report; else the year that opens the
 * text, or its first heading; else the year whose plan it says it carried out. Null for a report whose title names several
 * years. A title that was left standing from an earlier year yields to the text if its opening and its plan agree on another.
 */
export function yearOf(title: string | null, body: string): number | null {
  if (title !== null && severalYearsOf(title).length > 0) return null
  const inTitle = yearIn(title?.replace(PERIOD, '') ?? '')
  const inText = yearOfText(body)
  const isStale = inTitle !== null && inText !== null && inTitle < inText && yearOfPlan(body) === inText + 1
  return isStale ? inText : (inTitle ?? inText)
}

function yearOfText(body: string): number | null {
  const lead = body.slice(0, LEAD).replace(PERIOD, '')
  return (
    yearIn(ANNOUNCEMENT.exec(lead)?.[0] ?? '') ??
    yearIn(lead.replace(/《[^》]{0,60}》/g, '')) ??
    yearIn(TASKS.exec(lead)?.[0] ?? '')
  )
}

function yearOfPlan(body: string): number | null {
  const year = PLAN_HEADING.exec(body)?.[1]
  return year === undefined ? null : Number(year)
}
