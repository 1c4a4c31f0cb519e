import type { DocumentRow } from './document-row.ts'
import { type FinishDeps, finishRun } from './finish-run.ts'
import { quarantineKeyOf, TEXT_PREFIX } from './object-keys.ts'
import type { ObjectVersion, ObjectVersions } from './object-versions.ts'
import type { ReportBucket } from './report-bucket.ts'
import type { Sighting } from './sighting-row.ts'
import type { SightingStore } from './sighting-store.ts'
import type { Withdrawals } from './withdrawals.ts'

export interface WithdrawDeps extends FinishDeps {
  readonly withdrawals: Withdrawals
  readonly sightings: SightingStore
  readonly bucket: ReportBucket
  readonly objects: ObjectVersions
}

/** What the bucket and the tables hold of a document's contents. */
export interface Holdings {
  /** Versions of the file, of its quarantined copy and of its texts. */
  readonly objects: readonly ObjectVersion[]
  readonly sightings: readonly Sighting[]
}

export interface Withdrawn extends Holdings {
  /** A function may be reading it, and leave a text or a copy behind: to be withdrawn again. */
  readonly wasUnderWay: boolean
}

/**
 * Takes a document back: its row becomes a tombstone, and from that write on no reader finds it; then its figures, its texts, its
 * file in every version and its quarantined copy go. May be repeated: what an earlier attempt did not come to is done then, and
 * what came late goes too.
 * @param reason a sentence for people, kept on the tombstone
 */
export async function withdrawDocument(row: DocumentRow, reason: string, deps: WithdrawDeps): Promise<Withdrawn> {
  const { documentId } = row
  const { withdrawals, runs, sightings, objects } = deps
  const [newest] = await runs.ofDocument(documentId)
  // A number of its own: no run up to it is ever shown, and one that begins after a restoration has a higher one.
  const run = Math.max(row.status === 'WITHDRAWN' ? row.run : row.run + 1, (newest?.run ?? 0) + 1)
  await withdrawals.withdraw({ documentId, run, detail: reason })
  await finishRun(documentId, deps)
  const held = await holdingsOf(row, deps)
  await objects.remove(held.objects)
  // Last: they say where the file is.
  for (const { objectKey } of held.sightings) await sightings.remove(objectKey, documentId)
  return { ...held, wasUnderWay: newest !== undefined && newest.state !== 'ended' }
}

/** Everything in the bucket that has a document's contents. Keys that hold other bytes by now keep those. */
export async function holdingsOf(
  { documentId, size }: Pick<DocumentRow, 'documentId' | 'size'>,
  deps: Pick<WithdrawDeps, 'sightings' | 'bucket' | 'objects'>,
): Promise<Holdings> {
  const { sightings, bucket, objects } = deps
  const seen = await sightings.ofDocument(documentId)
  const found = [
    ...(await objects.under(`${TEXT_PREFIX}${documentId}/`)),
    ...(await objects.under(quarantineKeyOf(documentId))),
  ]
  const etags = new Set(seen.map(({ etag }) => etag))
  for (const key of new Set(seen.map(({ objectKey }) => objectKey)))
    for (const version of await objects.under(key)) {
      if (version.objectKey !== key) continue
      // The etag of a file that came in parts says nothing of its bytes.
      const isIt =
        etags.has(version.etag) || (version.size === size && (await bucket.read(version)).documentId === documentId)
      if (isIt) found.push(version)
    }
  return { objects: found, sightings: seen }
}
