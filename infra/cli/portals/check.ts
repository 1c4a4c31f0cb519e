import { tryLists } from '../../../shared/crawl/check/try-lists.ts'
import type { Portal } from '../../../shared/crawl/portal.ts'
import { createProgress } from '../progress.ts'
import { textTable } from '../text-table.ts'
import { checkedOrTold } from './portals-file.ts'
import { triedTables } from './tried-tables.ts'

export interface CheckOptions {
  readonly try?: boolean
  readonly allowLoopback?: boolean
}

/** Prints the mistakes of a portals file, one a line, and exits with 1; or its portals and lists, and what trying them gave. */
export async function check(
  path: string,
  { try: isTried = false, allowLoopback = false }: CheckOptions,
): Promise<void> {
  const checked = await checkedOrTold(path, allowLoopback)
  if (checked === null) return
  const width = process.stdout.columns
  for (const line of listsTable(checked.file.portals, width)) console.log(line)
  if (!isTried) return

  await using cleanup = new AsyncDisposableStack()
  const progress = createProgress()
  cleanup.defer(progress.clear)
  const tried = await tryLists(checked.file, allowLoopback, (done, all) =>
    progress.show(`${done} of ${all} lists tried …`),
  )
  progress.clear()
  for (const line of triedTables(tried, width)) console.log(line)
  if (tried.some(({ walk }) => walk.problem !== null)) process.exitCode = 1
}

function listsTable(portals: readonly Portal[], maxWidth: number | undefined): string[] {
  const header = ['portal', 'name', 'region', 'from', 'schedule', 'system', 'list']
  const rows = portals.flatMap(({ id, name, regionCode, fromYear, schedule, paused, lists }) =>
    lists.map(({ url, system, recipe }) => [
      id,
      name,
      regionCode ?? '',
      String(fromYear ?? ''),
      paused ? 'paused' : schedule,
      recipe === undefined ? system : 'recipe',
      url,
    ]),
  )
  return textTable(header, rows, maxWidth)
}
