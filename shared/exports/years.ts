import { FIRST_YEAR, LAST_YEAR } from '../report/years.ts'
import { inParallel } from '../store/in-parallel.ts'
import type { ExportReader } from './table.ts'

/** Years asked for at once. */
const YEARS_AT_ONCE = 10

const ANYTHING = { prefix: '', after: null }

/** The years of which there is a document or a row of the ledger, in order. Asks for one row of each year that may be. */
export async function yearsWithRows({ tables }: Pick<ExportReader, 'tables'>): Promise<number[]> {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, n) => FIRST_YEAR + n)
  const found: number[] = []
  await inParallel(YEARS_AT_ONCE, years, async (year) => {
    const [documents, ledger] = await Promise.all([
      tables.documentsOfYear(year, ANYTHING, 1),
      tables.ledgerOfYear(year, ANYTHING, 1),
    ])
    if ([documents, ledger].some(({ rows, next }) => rows.length > 0 || next !== null)) found.push(year)
  })
  return found.sort((a, b) => a - b)
}
