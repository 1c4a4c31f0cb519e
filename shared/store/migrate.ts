import { publisherIdOf } from '../identity/publisher-id.ts'
import { countCodes } from './count-codes.ts'
import type { FormerDocuments, ReadDocument } from './former-documents.ts'
import type { FormerIndicators } from './former-indicators.ts'
import type { FormerLedger } from './former-ledger.ts'
import { inParallel } from './in-parallel.ts'
import type { IndicatorStore } from './indicator-store.ts'
import { type ListDeps, listDocument } from './list-document.ts'
import type { MessageQueue } from './message-queue.ts'
import type { ReprocessRequest } from './reprocess-request.ts'

const PARALLEL_DOCUMENTS = 4

export interface MigrateDeps extends ListDeps {
  readonly formerDocuments: FormerDocuments
  readonly formerIndicators: FormerIndicators
  readonly formerLedger: FormerLedger
  readonly indicators: IndicatorStore
  readonly reprocessQueue: Pick<MessageQueue<ReprocessRequest>, 'send'>
  readonly onProgress: (documents: number) => void
}

export interface Migrated {
  readonly documents: number
  /** Documents whose figures are not all there, by ID: how many are, and how many should be. */
  readonly incomplete: ReadonlyMap<string, string>
}

/**
 * Moves what version 0.1 stored: the figures of each document to their table of today, its place in `reports`, then its row, then
 * what is left of the former rows goes. Stopped anywhere and started again, it goes on with the documents whose rows are not
 * rewritten yet. Whoever reads a document finds its figures in one table or the other; it can be compared once it is in `reports`.
 * At last the ledger comes into its index.
 */
export async function migrate(deps: MigrateDeps): Promise<Migrated> {
  const { formerDocuments, formerIndicators, formerLedger, onProgress } = deps
  const incomplete = new Map<string, string>()
  let documents = 0
  for await (const page of formerDocuments.all())
    await inParallel(PARALLEL_DOCUMENTS, page, async (row) => {
      const problem = await moveDocument(row, deps)
      if (problem === null) documents += 1
      else incomplete.set(row.documentId, problem)
      onProgress(documents)
    })
  for await (const ids of formerIndicators.documents())
    for (const documentId of ids) if (!incomplete.has(documentId)) await formerIndicators.remove(documentId)
  await formerLedger.index()
  return { documents, incomplete }
}

/** @returns why a document's figures cannot be moved; null if they are */
async function moveDocument(row: ReadDocument, deps: MigrateDeps): Promise<string | null> {
  const { documentId, run } = row
  if (row.status === 'COMPLETE') {
    const figures = await deps.formerIndicators.ofRun(documentId, run)
    if (figures.length !== row.indicatorCount) return `${figures.length} of ${row.indicatorCount} figures`
    await deps.indicators.put(figures)
    const { issuer, level, region } = row
    const publisherId = publisherIdOf({ issuer, level, regionCode: region.code })
    await countCodes(await listDocument({ ...row, publisherId }, deps), deps)
  }
  // Messages of version 0.1 with its figures are not taken any more.
  if (row.status === 'PARSED') await deps.reprocessQueue.send({ reprocess: documentId })
  await deps.formerDocuments.rewrite(row)
  return null
}
