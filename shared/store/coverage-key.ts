import * as v from 'valibot'
import { type CoverageRow, coverageRow, type PublisherRow } from '../crawl/ledger/rows.ts'
import { described } from '../report/attributes.ts'
import type { RowKind } from './read-rows.ts'

/** Key of a row in the ledger: whose it is, and which of its owner's. Its name is made of other attributes of the row. */
export const coverageKey = v.object({
  ownerKey: described(v.string(), 'Key. `portal#portalId`, `publisher#publisherId`, or `dispatch`.'),
  itemKey: described(
    v.string(),
    'Sort key. `page#url`, `list#url`, `list-page#url` or `walk` of a portal; `year#year` of a publisher; `portalId` of a walk that was sent.',
  ),
  missingSince: v.optional(
    described(
      v.string(),
      'Sort key of `byYearMissing`: `changedAt`. Only on rows of publishers whose report is missing, and not if it is `null`.',
    ),
  ),
  publisherYear: v.optional(
    described(v.number(), 'Key of `byYear`: `year`. Only on rows of publishers, which alone are in that index.'),
  ),
})

export type CoverageKey = Pick<v.InferOutput<typeof coverageKey>, 'ownerKey' | 'itemKey'>

export const coverageRows = {
  table: 'coverage',
  key: ['ownerKey', 'itemKey'],
  schema: coverageRow,
} satisfies RowKind

export const PAGE_PREFIX = 'page#'
export const LIST_PREFIX = 'list#'

/** Owner of the rows of walks that were sent. Together they are read at once, at each tick. */
export const DISPATCH_OWNER = 'dispatch'

export function portalKey(portalId: string): string {
  return `portal#${portalId}`
}

export function walkKey(portalId: string): CoverageKey {
  return { ownerKey: portalKey(portalId), itemKey: 'walk' }
}

export function pageKey({ portalId, url }: { readonly portalId: string; readonly url: string }): CoverageKey {
  return { ownerKey: portalKey(portalId), itemKey: `${PAGE_PREFIX}${url}` }
}

function coverageKeyOf(row: CoverageRow): CoverageKey {
  switch (row.kind) {
    case 'page':
      return pageKey(row)
    case 'list':
      return { ownerKey: portalKey(row.portalId), itemKey: `${LIST_PREFIX}${row.url}` }
    case 'listPage':
      return { ownerKey: portalKey(row.portalId), itemKey: `list-page#${row.url}` }
    case 'walk':
      return walkKey(row.portalId)
    case 'dispatch':
      return { ownerKey: DISPATCH_OWNER, itemKey: row.portalId }
    case 'publisher':
      return publisherKey(row)
  }
}

/** @param publisherId or the beginning of one */
export function publisherOwner(publisherId: string): string {
  return `publisher#${publisherId}`
}

export function publisherKey({ publisherId, year }: Pick<PublisherRow, 'publisherId' | 'year'>): CoverageKey {
  return { ownerKey: publisherOwner(publisherId), itemKey: `year#${year}` }
}

/** A row of the ledger as the table holds it. */
export function coverageItemOf(row: CoverageRow) {
  return { ...coverageKeyOf(row), ...(row.kind === 'publisher' && indexKeysOf(row)), ...row }
}

function indexKeysOf({ year, state, changedAt }: PublisherRow) {
  return { publisherYear: year, ...(state === 'missing' && changedAt !== null && { missingSince: changedAt }) }
}
