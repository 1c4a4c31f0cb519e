import { createHash } from 'node:crypto'
import { CopyObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { CrawledFiles, Provenance } from '../crawl/ports.ts'
import { MAX_FILE_BYTES } from '../formats/limits.ts'
import { documentIdFrom, provisionalIdOf } from '../report/document-id.ts'
import type { RefusalError } from '../report/refusal.ts'
import { ObjectVanishedError, StoreError } from './errors.ts'
import { CRAWLED_PREFIX, quarantineKeyOf, textKeyOf, UNPACKED_PREFIX, unpackedKeyOf } from './object-keys.ts'
import { metadataOf, provenanceFrom, sourceUrlIn } from './provenance.ts'
import { refusalFrom, refusalMetadata } from './refusal-metadata.ts'
import { request } from './request.ts'

/** Above the limit a file is still hashed for its id, up to what streams through within a function's time. */
const MAX_HASHED_BYTES = 1024 * 1024 * 1024

/** CopyObject takes no more; above it the original under `incoming/` stays the only copy. */
const MAX_COPIED_BYTES = 5 * 1024 * 1024 * 1024

const GONE = new Set(['NoSuchKey', 'NoSuchVersion', 'NotFound', 'MethodNotAllowed'])

/** One version of one object. */
export interface ObjectRef {
  readonly objectKey: string
  readonly versionId: string | null
}

export interface StoredReport {
  readonly documentId: string
  /** Null if the file is larger than `MAX_FILE_BYTES`. */
  readonly bytes: Uint8Array | null
  readonly size: number
  readonly etag: string
  readonly provenance: Provenance | null
  /** Why a file could not be taken out of its archive; the bytes are then those of the archive. Null for every other object. */
  readonly refusal: RefusalError | null
  /** Address that the file came from, if one is given. */
  readonly sourceUrl: string | null
}

/**
 * The bucket: reports come in under `incoming/`; texts and refused files are kept beside it.
 * @example
 * const bucket = new ReportBucket(makeBucketClient(), 'reports')
 * const { documentId, bytes } = await bucket.read({ objectKey: 'incoming/a.pdf', versionId: null })
 * const textKey = await bucket.putText(documentId, PARSER_VERSION, text)
 */
export class ReportBucket implements CrawledFiles {
  readonly #client: S3Client
  readonly #bucket: string

  constructor(client: S3Client, bucket: string) {
    this.#client = client
    this.#bucket = bucket
  }

  /**
   * Reads an object once, hashing as it streams, and never holds more of it than `MAX_FILE_BYTES`.
   * @throws {ObjectVanishedError} if it is not there any more
   */
  async read(ref: ObjectRef): Promise<StoredReport> {
    const { Body, ContentLength = 0, ETag = '', Metadata = {} } = await this.#open(ref)
    const object = {
      etag: unquoted(ETag),
      provenance: provenanceFrom(Metadata),
      sourceUrl: sourceUrlIn(Metadata),
      refusal: ref.objectKey.startsWith(UNPACKED_PREFIX) ? refusalFrom(Metadata) : null,
    }
    const stream = Body as AsyncIterable<Uint8Array> & { destroy(): void }
    if (ContentLength > MAX_HASHED_BYTES) {
      stream.destroy()
      const documentId = provisionalIdOf({ etag: object.etag, size: ContentLength })
      return { documentId, bytes: null, size: ContentLength, ...object }
    }
    return { ...(await request(`read ${ref.objectKey}`, drain(stream))), ...object }
  }

  /** Keeps the canonical text of a run. Returns its key. */
  async putText(documentId: string, run: number, text: string): Promise<string> {
    const textKey = textKeyOf(documentId, run)
    await request(
      `store text of ${documentId}`,
      this.#client.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: textKey,
          Body: text,
          ContentType: 'text/plain; charset=utf-8',
        }),
      ),
    )
    return textKey
  }

  /** The canonical text that `putText` kept. */
  async readText(textKey: string): Promise<string> {
    const { Body } = await this.#open({ objectKey: textKey, versionId: null })
    return request(`read ${textKey}`, Body!.transformToString('utf-8'))
  }

  /** Puts a file that the crawl found into `incoming/`, from where the pipeline takes it. */
  async putCrawled(name: string, bytes: Uint8Array, provenance: Provenance): Promise<void> {
    await request(
      `store ${name}`,
      this.#client.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: `${CRAWLED_PREFIX}${name}`,
          Body: bytes,
          Metadata: metadataOf(provenance),
        }),
      ),
    )
  }

  /**
   * Puts a file out of an archive into `incoming/`. Done again, it takes the same key.
   * @param refusal why it could not be taken out; `bytes` are then what the archive has of it
   */
  async putUnpacked(archiveId: string, name: string, bytes: Uint8Array, refusal: RefusalError | null): Promise<void> {
    const object = { Bucket: this.#bucket, Key: unpackedKeyOf(archiveId, name), Body: bytes }
    const metadata = refusal === null ? {} : { Metadata: refusalMetadata(refusal) }
    await request(`store ${name}`, this.#client.send(new PutObjectCommand({ ...object, ...metadata })))
  }

  /** Copies a refused file to `quarantine/`. */
  async quarantine({ objectKey, versionId }: ObjectRef, { documentId, size }: StoredReport): Promise<void> {
    if (size > MAX_COPIED_BYTES) return
    const version = versionId === null ? '' : `?versionId=${encodeURIComponent(versionId)}`
    await request(
      `quarantine ${objectKey}`,
      this.#client.send(
        new CopyObjectCommand({
          Bucket: this.#bucket,
          Key: quarantineKeyOf(documentId),
          // Copying an uploader's tags would need permission to read and write tags.
          TaggingDirective: 'REPLACE',
          CopySource: `${this.#bucket}/${objectKey.split('/').map(encodeURIComponent).join('/')}${version}`,
        }),
      ),
    )
  }

  async #open({ objectKey, versionId }: ObjectRef) {
    const version = versionId === null ? {} : { VersionId: versionId }
    try {
      return await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: objectKey, ...version }))
    } catch (cause) {
      if (isGone(cause)) throw new ObjectVanishedError(objectKey, { cause })
      throw new StoreError(`open ${objectKey}`, cause)
    }
  }
}

async function drain(stream: AsyncIterable<Uint8Array>): Promise<Pick<StoredReport, 'documentId' | 'bytes' | 'size'>> {
  const sha256 = createHash('sha256')
  const kept: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    sha256.update(part)
    size += part.length
    if (size <= MAX_FILE_BYTES) kept.push(part)
    else kept.length = 0
  }
  return { documentId: documentIdFrom(sha256), bytes: size <= MAX_FILE_BYTES ? Buffer.concat(kept) : null, size }
}

/** Whether S3 says that there is no such object. */
export function isGone(cause: unknown): boolean {
  return cause instanceof Error && GONE.has(cause.name)
}

/** S3 gives the etag in quotes on requests and without them in events. */
export function unquoted(etag: string): string {
  return etag.replaceAll('"', '')
}
