import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { isCanary } from '../report/canary.ts'
import { StoreError } from './errors.ts'
import { isGone, type ObjectRef, unquoted } from './report-bucket.ts'
import { request } from './request.ts'
import type { Sighting } from './sighting-row.ts'
import type { SightingStore } from './sighting-store.ts'

/**
 * Files as they were received, by the document that they are. Nothing of a file is held.
 * @example
 * const files = new ReceivedFiles(makeBucketClient(), 'reports', sightings)
 * const ref = await files.locate(documentId)
 */
export class ReceivedFiles {
  readonly #client: S3Client
  readonly #bucket: string
  readonly #sightings: Pick<SightingStore, 'ofDocument'>

  constructor(client: S3Client, bucket: string, sightings: Pick<SightingStore, 'ofDocument'>) {
    this.#client = client
    this.#bucket = bucket
    this.#sightings = sightings
  }

  /** An object that holds a document's bytes; null if none does any more, or if it is the canary. Another file may have taken its place under a key. */
  async locate(documentId: string): Promise<ObjectRef | null> {
    if (isCanary(documentId)) return null
    const seen = await this.#sightings.ofDocument(documentId)
    for (const sighting of seen.toSorted((a, b) => (a.seenAt > b.seenAt ? -1 : 1)))
      if (await this.#holds(sighting)) return { objectKey: sighting.objectKey, versionId: sighting.versionId }
    return null
  }

  /** The bytes, as they come. */
  async stream(ref: ObjectRef): Promise<ReadableStream<Uint8Array>> {
    const { Body } = await request(`open ${ref.objectKey}`, this.#client.send(new GetObjectCommand(this.#named(ref))))
    return Body!.transformToWebStream()
  }

  async #holds({ etag, size, ...ref }: Sighting): Promise<boolean> {
    try {
      const { ETag = '', ContentLength } = await this.#client.send(new HeadObjectCommand(this.#named(ref)))
      return unquoted(ETag) === etag && ContentLength === size
    } catch (cause) {
      if (isGone(cause)) return false
      throw new StoreError(`look for ${ref.objectKey}`, cause)
    }
  }

  #named({ objectKey, versionId }: ObjectRef) {
    return { Bucket: this.#bucket, Key: objectKey, ...(versionId !== null && { VersionId: versionId }) }
  }
}
