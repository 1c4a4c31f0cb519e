import type { NotedCorrection } from '../store/correction.ts'
import type { DocumentRow } from '../store/document-row.ts'
import { INCOMING_PREFIX } from '../store/object-keys.ts'
import type { Sighting } from '../store/sighting-row.ts'
import { type Citation, citationOf } from './citation.ts'
import type { ListedDocument } from './documents.ts'

/** Where and when a document was seen. */
export interface Seen {
  /** ISO time at which these bytes came under this name, the last time. */
  readonly seenAt: string
  /** Name under which they came in. */
  readonly name: string
  /** The address that the crawl fetched them from; null of an upload. */
  readonly url: string | null
}

/** What of a row says how it is kept, and nothing of the document. */
const KEPT_ONLY = ['revision', 'listedIn', 'publisherDocument', 'textKey', 'chunks', 'requeues'] as const

type Facts<Row> = Row extends DocumentRow ? Omit<Row, (typeof KEPT_ONLY)[number] | 'sourceUrl' | 'corrections'> : never

/** A document with all facts of its row, where it was seen, and whether it is the one to read. */
export type DocumentDetail = Facts<DocumentRow> &
  Pick<ListedDocument, 'current' | 'duplicateOf' | 'supersededBy'> & {
    /** Address of the page or file that the document came from; null of an upload without one. */
    readonly sourceUrl: string | null
    /** What persons say that figures should be; `figure.ordinal` is null where the figure is gone from this reading. */
    readonly corrections: readonly NotedCorrection[]
    /** The newest first. */
    readonly sightings: readonly Seen[]
    /** Null of a document that names neither its title nor who reports. */
    readonly citation: Citation | null
  }

export function detailOf(
  row: DocumentRow,
  standing: ListedDocument | undefined,
  sightings: readonly Sighting[],
): DocumentDetail {
  const { current = false, duplicateOf = null, supersededBy = null } = standing ?? {}
  const seen = sightings.map(seenOf).sort((a, b) => (a.seenAt > b.seenAt ? -1 : 1))
  const citation = citationOf(row, (seen[0]?.seenAt ?? row.receivedAt).slice(0, 10))
  const { sourceUrl = null, corrections = [] } = row
  return { ...factsOf(row), sourceUrl, corrections, current, duplicateOf, supersededBy, sightings: seen, citation }
}

function factsOf(row: DocumentRow): Facts<DocumentRow> {
  const facts: Record<string, unknown> = { ...row }
  for (const name of KEPT_ONLY) delete facts[name]
  return facts as Facts<DocumentRow>
}

function seenOf({ objectKey, seenAt, provenance }: Sighting): Seen {
  return { seenAt, name: objectKey.slice(INCOMING_PREFIX.length), url: provenance?.url ?? null }
}
