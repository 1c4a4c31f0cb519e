import { FIRST_YEAR, LAST_YEAR } from '../readers/years.ts'
import { inParallel } from '../store/in-parallel.ts'
import type { ExportReader } from './table.ts'

/** Years asked for at once. */
const YEARS_AT_ONCE = 10

/** The years of which there is a document or a row of the ledger, in order. Asks for one row of each year that may be. */
export async function yearsWithRows({ source }: Pick<ExportReader, 'source'>): Promise<number[]> {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, n) => FIRST_YEAR + n)
  const found: number[] = []
  await inParallel(YEARS_AT_ONCE, years, async (year) => {
    const pages = await Promise.all([source.documents({ year, limit: 1 }), source.coverage({ year, limit: 1 })])
    if (pages.some(({ items, next }) => items.length > 0 || next !== null)) found.push(year)
  })
  return found.sort((a, b) => a - b)
}
