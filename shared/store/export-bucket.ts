import { createReadStream } from 'node:fs'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { ExportManifest } from './export-manifest.ts'
import { EXPORT_MANIFEST_KEY, EXPORTS_PREFIX } from './object-keys.ts'
import { request } from './request.ts'

/** Bytes of a part. The local S3 server accepts at most 11 MiB in one request. */
const PART_SIZE = 8 * 1024 * 1024

/** Where exports are put: the folder `exports/` of the bucket. */
export class ExportBucket {
  readonly #client: S3Client
  readonly #bucket: string

  constructor(client: S3Client, bucket: string) {
    this.#client = client
    this.#bucket = bucket
  }

  putManifest(manifest: ExportManifest): Promise<void> {
    return this.#putText(EXPORT_MANIFEST_KEY, `${JSON.stringify(manifest, null, 2)}\n`)
  }

  putText(path: string, text: string): Promise<void> {
    return this.#putText(`${EXPORTS_PREFIX}${path}`, text)
  }

  async #putText(Key: string, Body: string): Promise<void> {
    await request(`store ${Key}`, this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key, Body })))
  }

  /** Puts a file of this machine, part by part. Readers see the one before until all of it is there. */
  async putFile(path: string, file: string): Promise<void> {
    const params = { Bucket: this.#bucket, Key: `${EXPORTS_PREFIX}${path}`, Body: createReadStream(file) }
    const upload = new Upload({ client: this.#client, params, partSize: PART_SIZE, queueSize: 1 })
    await request(`store the export ${path}`, upload.done())
  }
}
