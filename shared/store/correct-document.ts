import { foundAgain, type NotedCorrection } from './correction.ts'
import type { DocumentRow } from './document-row.ts'
import type { DocumentStore } from './document-store.ts'
import { TooManyCorrectionsError } from './errors.ts'
import type { IndicatorStore } from './indicator-store.ts'

/** Of one document, so that its row stays small. A document with so many is read wrongly, and that should be mended. */
const MAX_CORRECTIONS = 100

/**
 * Notes a correction on the row of a document, behind those that there are.
 * @returns false if the document has changed since its row was read
 * @throws {TooManyCorrectionsError}
 */
export async function noteCorrection(
  row: DocumentRow,
  correction: NotedCorrection,
  documents: DocumentStore,
): Promise<boolean> {
  const { documentId, corrections = [] } = row
  if (corrections.length >= MAX_CORRECTIONS) throw new TooManyCorrectionsError(documentId, MAX_CORRECTIONS)
  return documents.correct(row, [...corrections, correction])
}

export interface FollowDeps {
  readonly documents: DocumentStore
  readonly indicators: Pick<IndicatorStore, 'ofRun'>
}

/** Finds the figures of a document's corrections again in the run that it shows. May be repeated. */
export async function followCorrections(row: DocumentRow, { documents, indicators }: FollowDeps): Promise<void> {
  for (let now: DocumentRow | null = row; now?.status === 'COMPLETE'; now = await documents.get(row.documentId)) {
    const { documentId, run, corrections = [] } = now
    if (corrections.every(({ figure }) => figure.run === run)) return
    if (await documents.correct(now, foundAgain(corrections, run, await indicators.ofRun(documentId, run)))) return
  }
}
