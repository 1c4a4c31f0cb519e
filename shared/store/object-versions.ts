import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'
import { StoreError } from './errors.ts'
import { type ObjectRef, unquoted } from './report-bucket.ts'
import { request } from './request.ts'

/** S3's limit for one DeleteObjects. */
const MAX_DELETED = 1000

/** One version of an object, as a list of the bucket shows it. */
export interface ObjectVersion extends ObjectRef {
  readonly etag: string
  readonly size: number
}

/**
 * Every version of the bucket's objects: what a deletion must reach, and a deletion without it would leave behind.
 * @example
 * const versions = new ObjectVersions(makeBucketClient(), 'reports')
 * await versions.remove(await versions.under(`text/${documentId}/`))
 */
export class ObjectVersions {
  readonly #client: S3Client
  readonly #bucket: string

  constructor(client: S3Client, bucket: string) {
    this.#client = client
    this.#bucket = bucket
  }

  /** Every version of every object whose key begins so. In a bucket without versions, each object once. */
  async under(prefix: string): Promise<ObjectVersion[]> {
    return request(`list versions under ${prefix}`, this.#list(prefix))
  }

  async remove(versions: readonly ObjectRef[]): Promise<void> {
    for (let first = 0; first < versions.length; first += MAX_DELETED) {
      const Objects = versions
        .slice(first, first + MAX_DELETED)
        .map(({ objectKey, versionId }) => ({ Key: objectKey, ...(versionId !== null && { VersionId: versionId }) }))
      const { Errors = [] } = await request(
        `delete ${Objects.length} objects`,
        this.#client.send(new DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects, Quiet: true } })),
      )
      const [failed] = Errors
      if (failed !== undefined)
        throw new StoreError(`delete ${failed.Key}`, new Error(`${failed.Code}: ${failed.Message}`))
    }
  }

  async #list(prefix: string): Promise<ObjectVersion[]> {
    try {
      return await this.#versions(prefix)
    } catch (error) {
      // The engine on one machine keeps no versions.
      if (!(error instanceof Error && error.name === 'NotImplemented')) throw error
      return this.#objects(prefix)
    }
  }

  async #versions(prefix: string): Promise<ObjectVersion[]> {
    const found: ObjectVersion[] = []
    let marker = {}
    for (;;) {
      const {
        Versions = [],
        IsTruncated,
        NextKeyMarker,
        NextVersionIdMarker,
      } = await this.#client.send(new ListObjectVersionsCommand({ Bucket: this.#bucket, Prefix: prefix, ...marker }))
      for (const { Key = '', VersionId = 'null', ETag = '', Size = 0 } of Versions)
        found.push({ objectKey: Key, versionId: VersionId, etag: unquoted(ETag), size: Size })
      if (!IsTruncated) return found
      marker = { KeyMarker: NextKeyMarker, VersionIdMarker: NextVersionIdMarker }
    }
  }

  async #objects(prefix: string): Promise<ObjectVersion[]> {
    const found: ObjectVersion[] = []
    const pages = paginateListObjectsV2({ client: this.#client }, { Bucket: this.#bucket, Prefix: prefix })
    for await (const { Contents = [] } of pages)
      for (const { Key = '', ETag = '', Size = 0 } of Contents)
        found.push({ objectKey: Key, versionId: null, etag: unquoted(ETag), size: Size })
    return found
  }
}
