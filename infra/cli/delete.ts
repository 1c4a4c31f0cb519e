import type { DocumentRow } from '../../shared/store/document-row.ts'
import { listedOf } from '../../shared/store/list-document.ts'
import { UNPACKED_PREFIX } from '../../shared/store/object-keys.ts'
import { type Holdings, holdingsOf, withdrawDocument } from '../../shared/store/withdraw-document.ts'
import { type Deployment, findDeployment } from './deployment.ts'
import { findDocumentId, noDocument } from './document-ids.ts'
import { UsageError, UserError } from './errors.ts'

export interface DeleteOptions {
  readonly stack?: string
  readonly reason?: string
  readonly restore?: boolean
  readonly dryRun?: boolean
}

/**
 * Takes a document back with everything that was made of it, or lets it come again. Prints what was done, a line each.
 * @throws {UsageError} unless exactly one of a reason and `restore` is given
 */
export async function deleteDocument(id: string, options: DeleteOptions): Promise<void> {
  const { reason, restore } = options
  if ((reason === undefined) === (restore === undefined) || reason?.trim() === '')
    throw new UsageError('Say why with --reason, or let the document come again with --restore.')
  for (const line of await carryOut(id, options, await findDeployment(options))) console.log(line)
}

/**
 * @returns what was done or, with `dryRun`, would be
 * @throws {UserError} if not one document is named so, or it is to be restored and is not withdrawn
 */
export async function carryOut(id: string, options: DeleteOptions, deployment: Deployment): Promise<string[]> {
  const row = await deployment.results.document(await findDocumentId(id, deployment))
  if (row === null) throw noDocument(id)
  return options.reason === undefined
    ? restore(row, options, deployment)
    : withdraw(row, options.reason, options, deployment)
}

async function withdraw(
  row: DocumentRow,
  reason: string,
  { dryRun = false }: DeleteOptions,
  deployment: Deployment,
): Promise<string[]> {
  const copies = await copiesOf(row, deployment)
  const held = dryRun
    ? { ...(await holdingsOf(row, deployment)), wasUnderWay: false }
    : await withdrawDocument(row, reason, deployment)
  const figures = 'indicatorCount' in row ? row.indicatorCount : 0
  return [
    `${dryRun ? 'Would withdraw' : 'Withdrew'} ${row.documentId}: ` +
      `${figures} figures, ${held.objects.length} objects in the bucket, ${held.sightings.length} names.`,
    ...(held.wasUnderWay
      ? ['It was being read. Run this again in some minutes, so that what came late goes too.']
      : []),
    ...copies.map((copy) => `${copy} has the same text; delete it too if it must go.`),
    ...archivesOf(held).map((archive) => `The archive ${archive} still holds the file; delete it too if it must go.`),
  ]
}

async function restore(
  { documentId, status }: DocumentRow,
  { dryRun = false }: DeleteOptions,
  { withdrawals }: Deployment,
): Promise<string[]> {
  if (status !== 'WITHDRAWN') throw new UserError(`Document ${documentId} is ${status}, not withdrawn.`)
  if (dryRun) return [`Would let ${documentId} come again.`]
  await withdrawals.restore(documentId)
  return [`${documentId} may come again. Upload its file; until then it stays withdrawn.`]
}

/** Other documents of its report that have the same text in other bytes. */
async function copiesOf(row: DocumentRow, { reports }: Deployment): Promise<string[]> {
  const listed = listedOf(row)
  if (listed === null || listed.document.state === 'elsewhere' || listed.document.bodyHash === null) return []
  const { bodyHash } = listed.document
  const { documents = [] } = (await reports.get(listed.report)) ?? {}
  return documents
    .filter((other) => other.state === 'shown' && other.bodyHash === bodyHash && other.documentId !== row.documentId)
    .map(({ documentId }) => documentId)
}

/** Archives that the document came out of. */
function archivesOf({ sightings }: Holdings): string[] {
  const keys = sightings.map(({ objectKey }) => objectKey).filter((key) => key.startsWith(UNPACKED_PREFIX))
  return [...new Set(keys.map((key) => key.slice(UNPACKED_PREFIX.length).split('/')[0]!))]
}
