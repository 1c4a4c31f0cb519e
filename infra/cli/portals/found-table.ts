import type { Discovery } from '../../../shared/crawl/discover/discover.ts'
import { entryOf } from '../../../shared/crawl/discover/entry.ts'
import { reasonOf } from '../../../shared/crawl/problem.ts'
import { textTable } from '../text-table.ts'

const HEADER = ['site', 'score', 'in entry', 'reports', 'rows', 'system', 'column', 'list', 'problem']

/** The lists that were found, the likeliest of each site first. */
export function foundTable(found: readonly Discovery[], maxWidth: number | undefined): string[] {
  const rows = found.flatMap((one) => {
    const chosen = new Set(entryOf(one)?.lists.map(({ url }) => url))
    const { host } = new URL(one.home)
    return [...one.lists]
      .sort((a, b) => b.score - a.score)
      .map(({ url, score, column, reports, walk }) => [
        host,
        String(score),
        chosen.has(url) ? 'yes' : '',
        String(reports.length),
        String(walk.items.length),
        walk.system ?? '',
        column,
        url,
        walk.problem === null ? '' : reasonOf(walk.problem),
      ])
  })
  return rows.length === 0 ? [] : textTable(HEADER, rows, maxWidth)
}
