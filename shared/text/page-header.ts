import { dateIn } from './dates.ts'
import { isClock } from './page-boilerplate.ts'
import { type Field, isLabelled, labelledValues } from './page-labels.ts'

/** What the lines around a text say of it; the same for the lines of an HTML page and for those of a text. */
export interface PageHeader {
  /** ISO dates. */
  readonly publishedOn: string | null
  /** When the page was changed last: it says when a document was published only if nothing else does. */
  readonly updatedOn: string | null
  readonly documentDate: string | null
  readonly indexNumber: string | null
  /** 来源, then the other labels of who put the page up. In the page's order, each without what follows the name. */
  readonly sources: readonly string[]
  readonly publishers: readonly string[]
}

/** A value longer than this is text that follows a label, not the label's value. */
const LONGEST_VALUE = 80
const INDEX_NUMBER = /^[A-Za-z0-9][\w\-/.〔〕()\u4e00-\u9fff]{3,60}/

const OPENING_MARKS = '[-\\s|([]*'
const YEAR = '20\\d\\d'
const CLOCK_TIME = '\\d{1,2}:\\d\\d'
/** A date that opens a line of digits and marks is the page's; 2023年1月10日 under a title is the document's own. */
const UNLABELLED_DATE = new RegExp(
  [
    `^${OPENING_MARKS}${YEAR}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{1,2}`,
    `${YEAR}[-/.]\\d{1,2}[-/.]\\d{1,2}\\s{1,3}${CLOCK_TIME}`,
    `^\\d\\d\\.\\d\\d\\.${YEAR}(?:\\s|$)`,
    `^${YEAR}年\\d{1,2}月\\d{1,2}日\\s+(?:${CLOCK_TIME}|\\S{2,4}:)`,
  ].join('|'),
)

/** Reads the facts that the lines state with labels. @param lines folded */
export function readPageHeader(lines: readonly string[]): PageHeader {
  const labelled = labelledValues(lines)
  const valuesOf = (wanted: Field) => labelled.filter(({ field }) => field === wanted).map(({ value }) => value)
  const firstDate = (field: Field) =>
    valuesOf(field)
      .map((value) => dateIn(value.slice(0, LONGEST_VALUE)))
      .find((date) => date !== null) ?? null
  return {
    publishedOn: firstDate('published'),
    updatedOn: firstDate('updated'),
    documentDate: firstDate('dated'),
    indexNumber: valuesOf('indexNumber').flatMap((value) => INDEX_NUMBER.exec(value)?.[0] ?? [])[0] ?? null,
    sources: valuesOf('source').flatMap((value) => nameIn(value) ?? []),
    publishers: valuesOf('publisher').flatMap((value) => nameIn(value) ?? []),
  }
}

/** The date of a publication line that has no label (2023-01-05 15:20). Null if there is none. @param lines folded */
export function unlabelledDate(lines: readonly string[]): string | null {
  const line = lines.find((text) => !isClock(text) && !isLabelled(text) && UNLABELLED_DATE.test(text))
  return line === undefined ? null : dateIn(line)
}

/** A name up to the next blank, separator or bracket: what follows is a remark, another column or a tool of the page. */
export function nameIn(value: string): string | null {
  const name = value.trim().split(/[\s|,;【([\]】)]/, 1)[0]!
  return name === '' || name.length > LONGEST_VALUE ? null : name
}
