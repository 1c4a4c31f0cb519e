import type { TriedList } from '../../../shared/crawl/check/try-lists.ts'
import { reasonOf } from '../../../shared/crawl/problem.ts'
import { textTable } from '../text-table.ts'

/** What the lists gave, and below it each row that would be fetched or that may be a report and could not be. */
export function triedTables(tried: readonly TriedList[], maxWidth: number | undefined): string[] {
  const lists = tried.map(({ portalId, url, walk, rows }) => [
    portalId,
    walk.system ?? '',
    String(walk.pages),
    String(walk.items.length + walk.unreadable.length),
    String(rows.candidates.length + rows.unread.length),
    url,
    walk.problem === null ? '' : reasonOf(walk.problem),
  ])
  const pages = tried.flatMap(({ portalId, rows }) => [
    ...rows.candidates.map(({ url, title, publishedOn }) => [portalId, 'fetched', publishedOn ?? '', title, url, '']),
    ...rows.unread.map(({ url, title, problem }) => [portalId, 'not fetched', '', title, url, reasonOf(problem)]),
  ])
  return [
    '',
    ...textTable(['portal', 'system', 'pages', 'rows', 'candidates', 'list', 'problem'], lists, maxWidth),
    '',
    ...textTable(['portal', 'would be', 'published', 'title', 'address', 'reason'], pages, maxWidth),
  ]
}
