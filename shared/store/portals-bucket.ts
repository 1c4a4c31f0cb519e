import type { Readable } from 'node:stream'
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { PortalsFileError } from '../crawl/portals.ts'
import type { PortalsFiles, StoredPortals } from '../crawl/ports.ts'
import { StoreError } from './errors.ts'
import { LAST_GOOD_PORTALS_KEY, PORTALS_KEY } from './object-keys.ts'
import { request } from './request.ts'

/** Some ten thousand portals. More would take a function's memory. */
const MAX_PORTALS_BYTES = 8 * 1024 * 1024

/** Metadata of the last good file: the etag of the file that it is a copy of. */
const COPY_OF = 'copy-of'

/**
 * The portals files in the bucket.
 * @example
 * const files = new PortalsBucket(makeBucketClient(), 'reports')
 * await files.deploy(JSON.stringify({ contact, portals }))
 */
export class PortalsBucket implements PortalsFiles {
  readonly #client: S3Client
  readonly #bucket: string

  constructor(client: S3Client, bucket: string) {
    this.#client = client
    this.#bucket = bucket
  }

  /**
   * Puts a file that was checked in the place of the one that is there.
   * @throws {PortalsFileError} if it is too large
   */
  async deploy(text: string): Promise<void> {
    refuseAbove(Buffer.byteLength(text))
    await this.#put(PORTALS_KEY, text, {})
  }

  /** @throws {PortalsFileError} if it is too large */
  async deployed(): Promise<StoredPortals | null> {
    return this.#read(PORTALS_KEY)
  }

  async lastGood(): Promise<StoredPortals | null> {
    return this.#read(LAST_GOOD_PORTALS_KEY)
  }

  async keepGood({ text, etag }: StoredPortals): Promise<void> {
    if ((await this.#etagOfGood()) !== etag) await this.#put(LAST_GOOD_PORTALS_KEY, text, { [COPY_OF]: etag })
  }

  async #etagOfGood(): Promise<string | null> {
    try {
      const head = new HeadObjectCommand({ Bucket: this.#bucket, Key: LAST_GOOD_PORTALS_KEY })
      return (await this.#client.send(head)).Metadata?.[COPY_OF] ?? null
    } catch (cause) {
      if (isAbsent(cause)) return null
      throw new StoreError(`find ${LAST_GOOD_PORTALS_KEY}`, cause)
    }
  }

  async #read(Key: string): Promise<StoredPortals | null> {
    try {
      const get = new GetObjectCommand({ Bucket: this.#bucket, Key })
      const { Body, ContentLength = 0, ETag = '', LastModified } = await this.#client.send(get)
      if (ContentLength > MAX_PORTALS_BYTES) (Body as Readable).destroy()
      refuseAbove(ContentLength)
      return { text: await Body!.transformToString('utf-8'), etag: ETag, storedAt: LastModified!.getTime() }
    } catch (cause) {
      if (isAbsent(cause)) return null
      if (cause instanceof PortalsFileError) throw cause
      throw new StoreError(`read ${Key}`, cause)
    }
  }

  async #put(Key: string, Body: string, Metadata: Record<string, string>): Promise<void> {
    const put = new PutObjectCommand({ Bucket: this.#bucket, Key, Body, Metadata, ContentType: 'application/json' })
    await request(`store ${Key}`, this.#client.send(put))
  }
}

function refuseAbove(bytes: number): void {
  if (bytes > MAX_PORTALS_BYTES)
    throw new PortalsFileError(`The portals file has ${bytes} bytes; at most ${MAX_PORTALS_BYTES} are read.`)
}

/** As S3 says it of a whole object and of its head. */
function isAbsent(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'NoSuchKey' || cause.name === 'NotFound')
}
