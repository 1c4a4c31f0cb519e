import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { Upload } from '@aws-sdk/lib-storage'
import { documentIdFrom } from '../../shared/report/document-id.ts'
import { inParallel } from '../../shared/store/in-parallel.ts'
import { sourceMetadata, sourceUrlIn } from '../../shared/store/provenance.ts'
import { type Deployment, findDeployment } from './deployment.ts'
import { UsageError, UserError } from './errors.ts'
import { assignKeys, listFiles } from './files.ts'
import { textTable } from './text-table.ts'

/** Parallel uploads: enough to hide the latency. */
const PARALLEL_UPLOADS = 4
/** Bytes per part. The local S3 server accepts at most 11 MiB in one request. */
const PART_SIZE = 8 * 1024 * 1024

export interface Uploaded {
  readonly file: string
  readonly objectKey: string
  /** First 32 hex digits of the SHA-256 of the bytes that were sent. */
  readonly documentId: string
}

export interface UploadOptions {
  readonly stack?: string
  readonly sourceUrl?: string
}

export async function upload(paths: readonly string[], { sourceUrl, ...options }: UploadOptions): Promise<void> {
  const files = await listFiles(paths)
  if (sourceUrl !== undefined) {
    if (files.length > 1) throw new UsageError(`--source-url is the address of one file; ${files.length} were given.`)
    if (sourceUrlIn(sourceMetadata(sourceUrl)) === null)
      throw new UsageError(`${sourceUrl} is no address of a page or file: it must begin with https:// or http://.`)
  }
  const uploaded = await uploadFiles(files, await findDeployment(options), {
    sourceUrl,
    failedOne: reportFailed,
  })
  const rows = uploaded.map(({ file, documentId, objectKey }) => [documentId, objectKey, file])
  for (const line of textTable(['document', 'object', 'file'], rows)) console.log(line)
}

/** Says on stderr that a file was not uploaded. The others are, and the command ends with exit code 1. */
export function reportFailed(error: UserError): void {
  console.error(`fazhi: ${error.message}`)
  process.exitCode = 1
}

export interface UploadSettings {
  /** Address of the page or file that the one file is a copy of. */
  readonly sourceUrl?: string | undefined
  /** Called after each file. */
  readonly uploadedOne?: () => void
  /** Called with each file that could not be read or sent. If left out, the first one ends the upload. */
  readonly failedOne?: (error: UserError) => void
}

/**
 * Uploads files to the bucket, each under its own key. Returns those that were uploaded.
 * @throws {UserError} with a file that could not be read or sent, if `failedOne` is left out
 */
export async function uploadFiles(
  files: readonly string[],
  { s3, bucketName }: Pick<Deployment, 's3' | 'bucketName'>,
  { sourceUrl, uploadedOne = () => {}, failedOne = raise }: UploadSettings = {},
): Promise<Uploaded[]> {
  const keys = assignKeys(files)
  const uploaded = new Map<string, Uploaded>()
  await inParallel(PARALLEL_UPLOADS, files, async (file) => {
    const objectKey = keys.get(file)!
    const sha256 = createHash('sha256')
    const Metadata = sourceUrl === undefined ? {} : sourceMetadata(sourceUrl)
    try {
      const params = { Bucket: bucketName, Key: objectKey, Body: Readable.from(hashed(file, sha256)), Metadata }
      await new Upload({ client: s3, partSize: PART_SIZE, params }).done()
    } catch (cause) {
      failedOne(
        new UserError(`${file} was not uploaded (${(cause as Error).message}); mend that or leave it out.`, { cause }),
      )
      return
    }
    uploaded.set(file, { file, objectKey, documentId: documentIdFrom(sha256) })
    uploadedOne()
  })
  return files.flatMap((file) => uploaded.get(file) ?? [])
}

/** Uploads a file that has come in one piece, under its name without folders. */
export async function uploadBytes(
  name: string,
  bytes: Uint8Array,
  { s3, bucketName }: Pick<Deployment, 's3' | 'bucketName'>,
): Promise<void> {
  const file = basename(name)
  const params = { Bucket: bucketName, Key: assignKeys([file]).get(file)!, Body: bytes }
  await new Upload({ client: s3, partSize: PART_SIZE, params }).done()
}

function raise(error: UserError): never {
  throw error
}

async function* hashed(file: string, sha256: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const part of createReadStream(file)) {
    sha256.update(part)
    yield part
  }
}
