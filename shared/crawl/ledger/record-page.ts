import type { Ledger } from '../ports.ts'
import { changedAtOf } from './changed.ts'
import type { PageRow } from './rows.ts'

/** Writes the row of a page after a visit. */
export async function recordPage(
  before: PageRow,
  seen: Partial<PageRow> & { readonly searchedAt: string },
  ledger: Pick<Ledger, 'put'>,
): Promise<void> {
  const row = { ...before, ...seen }
  await ledger.put({ ...row, changedAt: changedAtOf(before, row, seen.searchedAt) })
}
