import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import * as v from 'valibot'
import { StoreError } from './errors.ts'
import { type ExportFile, type ExportManifest, exportManifest } from './export-manifest.ts'
import { EXPORT_MANIFEST_KEY, EXPORTS_PREFIX } from './object-keys.ts'

/** A file of the exports, with where it is. */
export interface AddressedFile extends ExportFile {
  /** `s3://BUCKET/exports/…` */
  readonly address: string
}

/** What exports there are in the bucket. */
export class ExportFiles {
  readonly #client: S3Client
  readonly #bucket: string

  constructor(client: S3Client, bucket: string) {
    this.#client = client
    this.#bucket = bucket
  }

  /** Null before the first export. */
  async manifest(): Promise<ExportManifest | null> {
    const command = new GetObjectCommand({ Bucket: this.#bucket, Key: EXPORT_MANIFEST_KEY })
    try {
      const { Body } = await this.#client.send(command)
      return v.parse(exportManifest, JSON.parse(await Body!.transformToString('utf-8')))
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'NoSuchKey') return null
      throw new StoreError('read the manifest of exports', cause)
    }
  }

  /** The files of the manifest, by their paths. */
  async list(): Promise<AddressedFile[]> {
    const files = (await this.manifest())?.files ?? []
    return files.map((file) => ({ ...file, address: `s3://${this.#bucket}/${EXPORTS_PREFIX}${file.path}` }))
  }
}
