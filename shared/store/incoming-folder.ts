import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import * as v from 'valibot'
import { StoreError } from './errors.ts'
import { CANARY_KEY, INCOMING_PREFIX, RECONCILE_CURSOR_KEY } from './object-keys.ts'
import { unquoted } from './report-bucket.ts'
import { request } from './request.ts'

const Cursor = v.object({ after: v.nullable(v.string()) })

export interface ListedObject {
  readonly objectKey: string
  readonly etag: string
  readonly size: number
  readonly lastModified: Date
}

export interface ListedPage {
  readonly objects: readonly ListedObject[]
  /** Key to go on after, or null at the end of the folder. */
  readonly next: string | null
}

/**
 * The bucket's `incoming/`, listed in pages over several runs. How far the last run came is kept in the bucket.
 * @example
 * const incoming = new IncomingFolder(makeBucketClient(), 'reports')
 * const { objects, next } = await incoming.list(await incoming.readCursor())
 * await incoming.keepCursor(next)
 */
export class IncomingFolder {
  readonly #client: S3Client
  readonly #bucket: string

  constructor(client: S3Client, bucket: string) {
    this.#client = client
    this.#bucket = bucket
  }

  /** One page of up to 1,000 objects, in the order of their keys, from the first if `after` is null. */
  async list(after: string | null): Promise<ListedPage> {
    const from = after === null ? {} : { StartAfter: after }
    const { Contents = [], IsTruncated } = await request(
      `list ${INCOMING_PREFIX}`,
      this.#client.send(new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: INCOMING_PREFIX, ...from })),
    )
    const objects = Contents.map(({ Key = '', ETag = '', Size = 0, LastModified = new Date() }) => ({
      objectKey: Key,
      etag: unquoted(ETag),
      size: Size,
      lastModified: LastModified,
    }))
    return { objects, next: IsTruncated ? (objects.at(-1)?.objectKey ?? null) : null }
  }

  /** Puts a text into the folder, as an upload does. */
  async put(objectKey: string, text: string): Promise<void> {
    await request(
      `store ${objectKey}`,
      this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: objectKey, Body: text })),
    )
  }

  async readCursor(): Promise<string | null> {
    try {
      const { Body } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: RECONCILE_CURSOR_KEY }),
      )
      const { after } = v.parse(Cursor, JSON.parse((await Body?.transformToString()) ?? ''))
      return after
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'NoSuchKey') return null
      throw new StoreError('read the cursor', cause)
    }
  }

  /** When a run last said how far it came; null before the first. */
  cursorKeptAt(): Promise<Date | null> {
    return this.#writtenAt(RECONCILE_CURSOR_KEY)
  }

  /** When the pipeline was last tried with its test report; null before the first time. */
  canarySentAt(): Promise<Date | null> {
    return this.#writtenAt(CANARY_KEY)
  }

  async #writtenAt(objectKey: string): Promise<Date | null> {
    try {
      const head = new HeadObjectCommand({ Bucket: this.#bucket, Key: objectKey })
      return (await this.#client.send(head)).LastModified ?? null
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'NotFound') return null
      throw new StoreError(`find ${objectKey}`, cause)
    }
  }

  /** @param cursor null to begin anew */
  async keepCursor(cursor: string | null): Promise<void> {
    await request(
      'keep the cursor',
      this.#client.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: RECONCILE_CURSOR_KEY,
          Body: JSON.stringify({ after: cursor }),
          ContentType: 'application/json',
        }),
      ),
    )
  }
}
