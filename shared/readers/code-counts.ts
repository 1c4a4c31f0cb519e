import { CATALOGUE } from '../catalogue/catalogue.ts'
import type { ReaderTables } from '../store/reader-tables.ts'
import { reportYears } from './report-years.ts'

/** In how many current reports a code has a figure, by the year that is reported on. Years without any are left out. */
export type CountsByYear = Readonly<Record<string, number>>

/** By code, in the order of the catalogue; codes without any are left out. */
export type CodeCounts = ReadonlyMap<string, CountsByYear>

/**
 * Counts for every code, through an index of the reports that has their codes.
 * @param today ISO date
 */
export async function codeCounts(tables: ReaderTables, today: string): Promise<CodeCounts> {
  const years = reportYears(today).reverse()
  const each = await Promise.all(years.map((year) => tables.changes.codeCounts(year)))
  return new Map(
    CATALOGUE.flatMap(({ code }) => {
      const ofCode = each.flatMap((counts, at) => (counts.has(code) ? [[years[at]!, counts.get(code)!] as const] : []))
      return ofCode.length === 0 ? [] : [[code, Object.fromEntries(ofCode)] as const]
    }),
  )
}
