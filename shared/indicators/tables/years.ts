import type { Role } from '../../report/report.ts'

const YEAR = /(?<year>(?:19|20)\d\d)(?=年|$)/
const LAST_YEAR = /上年|去年|上一年|前年|^同期/

const YEAR_ALONE = /^(?:(?:19|20)\d\d年?度?|[上去前本今]年度?|上年同期|去年同期|上一年度?|同期)$/

/** Whether a word of a row or column is a year and nothing else. */
export function isYearAlone(word: string): boolean {
  return YEAR_ALONE.test(word)
}

/** The year that words of a row or column name; null if they name none. */
export function yearNamed(words: string): number | null {
  const year = YEAR.exec(words)?.groups?.year
  return year === undefined ? null : Number(year)
}

/**
 * What a figure under these words of row and column is by its year: `baseline` for a year before the report's, `target` for a later one, else null.
 * @param year the year reported on
 */
export function roleByYear(words: readonly string[], year: number | null): Role | null {
  const named = words.map(yearNamed).find((one) => one !== null) ?? null
  if (named === null) return words.some((word) => LAST_YEAR.test(word)) ? 'baseline' : null
  if (year === null || named === year) return null
  return named < year ? 'baseline' : 'target'
}
