import * as v from 'valibot'
import { type CoverageRow, coverageRow } from '../crawl/ledger/rows.ts'
import { described } from '../report/attributes.ts'
import type { RowKind } from './read-rows.ts'

/** Key of a row in the ledger: whose it is, and which of its owner's. Its name is made of other attributes of the row. */
export const coverageKey = v.object({
  ownerKey: described(v.string(), 'Key. `portal#portalId`, or `publisher#publisherId`.'),
  itemKey: described(
    v.string(),
    'Sort key. `page#url`, `list#url`, `list-page#url` or `walk` of a portal; `year#year` of a publisher.',
  ),
})

export type CoverageKey = v.InferOutput<typeof coverageKey>

export const coverageRows = {
  table: 'coverage',
  key: ['ownerKey', 'itemKey'],
  schema: coverageRow,
} satisfies RowKind

const WALK = 'walk'
/** Beginnings of the keys of pages, lists and the walk. */
export const SEARCH_PREFIXES = ['page#', 'list#', WALK] as const

export function portalKey(portalId: string): string {
  return `portal#${portalId}`
}

export function pageKey({ portalId, url }: { readonly portalId: string; readonly url: string }): CoverageKey {
  return { ownerKey: portalKey(portalId), itemKey: `page#${url}` }
}

export function coverageKeyOf(row: CoverageRow): CoverageKey {
  switch (row.kind) {
    case 'page':
      return pageKey(row)
    case 'list':
      return { ownerKey: portalKey(row.portalId), itemKey: `list#${row.url}` }
    case 'listPage':
      return { ownerKey: portalKey(row.portalId), itemKey: `list-page#${row.url}` }
    case 'walk':
      return { ownerKey: portalKey(row.portalId), itemKey: WALK }
    case 'publisher':
      return { ownerKey: `publisher#${row.publisherId}`, itemKey: `year#${row.year}` }
  }
}
