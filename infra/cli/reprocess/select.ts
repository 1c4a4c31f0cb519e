import { isSettled, parserVersionOf, type Status } from '../../../shared/store/document-row.ts'
import type { DocumentVersion } from '../../../shared/store/document-versions.ts'
import { onlyOne } from '../document-ids.ts'

/** Which documents a reprocessing is about. */
export interface Selection {
  /** IDs, or their beginnings. Empty for every document. */
  readonly ids: readonly string[]
  /** Documents that a parser below this version has read, now or before the last reprocessing. */
  readonly beforeVersion: number
  /** A region code or its beginning; '' for every place. */
  readonly region: string
  readonly year: number | null
  readonly status: Status | null
}

export interface Selected {
  /** Version of the parser that reads them. */
  readonly target: number
  /** To be read anew. */
  readonly todo: readonly DocumentVersion[]
  /** Already read anew by the target version, by an earlier start. */
  readonly done: readonly DocumentVersion[]
}

/** Documents that are on their way are read by the newest parser in any case. */
const ON_THEIR_WAY: ReadonlySet<Status> = new Set(['RECEIVED', 'PARSED'])

/**
 * Selects documents out of all. Started again, the same selection finds the same documents, those that are done already among them.
 * @param target version of the parser that will read them
 * @throws {UserError} if an ID names no document, or more than one
 */
export async function select(
  pages: AsyncIterable<readonly DocumentVersion[]>,
  { ids, beforeVersion, region, year, status }: Selection,
  target: number,
): Promise<Selected> {
  const todo: DocumentVersion[] = []
  const done: DocumentVersion[] = []
  const found = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]))
  for await (const page of pages)
    for (const row of page) {
      const asked = ids.filter((id) => row.documentId.startsWith(id))
      for (const id of asked) found.get(id)!.add(row.documentId)
      if (ids.length > 0 && asked.length === 0) continue
      if (!row.region?.code?.startsWith(region) && region !== '') continue
      if (year !== null && row.year !== year) continue
      const earlier = isSettled(row, target) ? row.changes : undefined
      if (status !== null && status !== (earlier?.status ?? row.status)) continue
      if (isSettled(row, target)) {
        if (earlier && parserVersionOf(earlier) < beforeVersion) done.push(row)
      } else if (!ON_THEIR_WAY.has(row.status) && isAsked(row, beforeVersion)) todo.push(row)
    }
  for (const [id, documents] of found) onlyOne(id, documents)
  return { target, todo, done }
}

/** A document that failed is tried again, whichever version failed. */
function isAsked(row: DocumentVersion, beforeVersion: number): boolean {
  return row.status === 'FAILED' || parserVersionOf(row) < beforeVersion
}
