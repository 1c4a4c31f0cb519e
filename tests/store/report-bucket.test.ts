import { createHash } from 'node:crypto'
import type { GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES } from '../../shared/formats/limits.ts'
import { provisionalIdOf } from '../../shared/report/document-id.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'

const MEGABYTE = Buffer.alloc(1024 * 1024, '法')

/** A bucket with one object of this size; the local engine accepts no object that large. */
function bucketWith(megabytes: number, bytes = 0) {
  const taken = { megabytes: 0 }
  async function* body() {
    for (; taken.megabytes < megabytes; taken.megabytes += 1) yield MEGABYTE
    if (bytes > 0) yield MEGABYTE.subarray(0, bytes)
  }
  const Body = Object.assign(body(), { destroy: () => {} })
  const size = megabytes * MEGABYTE.length + bytes
  const answer = { Body, ContentLength: size, ETag: '"abc"' } as unknown as GetObjectCommandOutput
  const bucket = new ReportBucket({ send: async () => answer } as unknown as S3Client, 'reports')
  return { size, taken, read: () => bucket.read({ objectKey: 'incoming/a', versionId: null }) }
}

describe('ReportBucket.read', () => {
  it('gives the bytes of a file up to the limit', async () => {
    const { size, read } = bucketWith(50)
    expect(size).toBe(MAX_FILE_BYTES)
    expect((await read()).bytes).toHaveLength(size)
  })

  it('keeps none of a larger one, and knows it by all of its bytes', async () => {
    const { size, read } = bucketWith(50, 1)
    const sha256 = createHash('sha256')
    for (let megabyte = 0; megabyte < 50; megabyte += 1) sha256.update(MEGABYTE)
    const documentId = sha256.update(MEGABYTE.subarray(0, 1)).digest('hex').slice(0, 32)
    expect(await read()).toMatchObject({ documentId, bytes: null, size })
  })

  it('does not read one that would take too long to hash, and knows it by etag and size', async () => {
    const { size, taken, read } = bucketWith(1025)
    expect(await read()).toMatchObject({ documentId: provisionalIdOf({ etag: 'abc', size }), bytes: null, size })
    expect(taken.megabytes).toBe(0)
  })
})
