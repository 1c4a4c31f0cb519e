import { isSettled } from '../../shared/store/document-row.ts'
import { findBytes } from '../../shared/store/find-bytes.ts'
import { type Ingestion, known, type ReadDeps, readAnew } from './read-anew.ts'

/**
 * Reads a document anew, from one of the objects that it was seen as. Like `ingestObject`, it may be repeated.
 * @throws {BytesGoneError} permanent; any other error is temporary
 */
export async function reprocessDocument(documentId: string, deps: ReadDeps): Promise<Ingestion> {
  const row = await deps.documents.get(documentId)
  if (row === null) return { kind: 'known', documentId }
  if (isSettled(row, deps.parserVersion)) return known(row, deps)
  const { ref, stored } = await findBytes(documentId, deps)
  return readAnew(row, ref, stored, deps)
}
