import type { DocumentSummary } from '../../../shared/store/document-summary.ts'
import { finishRun } from '../../../shared/store/finish-run.ts'
import { QUARANTINE_PREFIX } from '../../../shared/store/object-keys.ts'
import { type Deployment, findDeployment } from '../deployment.ts'
import { findDocumentId, noDocument } from '../document-ids.ts'
import { UsageError } from '../errors.ts'
import { printRows } from '../print.ts'

export interface QuarantineOptions {
  readonly stack?: string
  readonly reason?: string
  readonly json?: boolean
}

/** A refused file, of which a copy is in `quarantine/`. */
export interface Quarantined {
  readonly documentId: string
  /** The code of the refusal; null if the document is not refused any more. */
  readonly reason: string | null
  readonly receivedAt: string | null
  readonly size: number
  /** The keys it came under. */
  readonly names: readonly string[]
}

const COLUMNS = {
  document: ({ documentId }: Quarantined) => documentId,
  reason: ({ reason }: Quarantined) => reason,
  received: ({ receivedAt }: Quarantined) => receivedAt?.slice(0, 10),
  bytes: ({ size }: Quarantined) => size,
  'seen as': ({ names }: Quarantined) => names.join(' '),
}

/** Prints what is in quarantine. */
export async function list({ reason, json = false, ...options }: QuarantineOptions): Promise<void> {
  printRows(await quarantined({ reason }, await findDeployment(options)), COLUMNS, json)
}

/**
 * Has refused files read once more by the deployed parser. Prints what became of each request.
 * @throws {UsageError} unless either IDs or a reason are given
 */
export async function release(ids: readonly string[], { reason, ...options }: QuarantineOptions): Promise<void> {
  if (ids.length > 0 === (reason !== undefined))
    throw new UsageError('Name the documents, or all that were refused for a reason with --reason.')
  const deployment = await findDeployment(options)
  const documentIds =
    reason === undefined
      ? await Promise.all(ids.map((id) => findDocumentId(id, deployment)))
      : (await quarantined({ reason }, deployment)).map(({ documentId }) => documentId)
  if (documentIds.length === 0) console.log(`No file in quarantine was refused for ${reason}.`)
  for (const documentId of documentIds) console.log(await releaseOne(documentId, deployment))
}

export async function quarantined(
  { reason }: { readonly reason: string | undefined },
  { objects, tables, sightings }: Deployment,
): Promise<Quarantined[]> {
  const copies = new Map(
    (await objects.under(QUARANTINE_PREFIX)).map(({ objectKey, size }) => [
      objectKey.slice(QUARANTINE_PREFIX.length),
      size,
    ]),
  )
  const rows = await tables.documents(copies.keys())
  const found: Quarantined[] = []
  for (const [documentId, size] of copies) {
    const row = rows.get(documentId)
    if (reason !== undefined && refusalOf(row) !== reason) continue
    const names = (await sightings.ofDocument(documentId)).map(({ objectKey }) => objectKey)
    found.push({ documentId, reason: refusalOf(row), receivedAt: row?.receivedAt ?? null, size, names })
  }
  return found
}

function refusalOf(row: DocumentSummary | undefined): string | null {
  return row?.status === 'REJECTED' ? row.reason : null
}

/**
 * @returns what was done, as a sentence
 * @throws {UserError} if there is no such document
 */
export async function releaseOne(documentId: string, deployment: Deployment): Promise<string> {
  const { documents, runs, quarantine, reprocessQueue } = deployment
  const row = await documents.get(documentId)
  if (row === null) throw noDocument(documentId)
  if (row.status !== 'REJECTED') return `${documentId} is ${row.status}, not refused: left as it is.`
  const [newest] = await runs.ofDocument(documentId)
  if (!(await quarantine.release(row, Math.max(row.run, newest?.run ?? 0) + 1)))
    return `${documentId} has changed meanwhile: left as it is.`
  // Should this end here, the row stands still as RECEIVED, and the reconciler sends it.
  await finishRun(documentId, deployment)
  await reprocessQueue.send({ reprocess: documentId })
  return `${documentId} (${row.reason}) is read once more.`
}
