import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { ObjectRef } from './report-bucket.ts'

/** Long enough to follow a redirection; a download that has begun goes on. */
const SECONDS = 60

/** Headers that S3 is to answer with. */
export interface FileHeaders {
  readonly contentType: string
  readonly contentDisposition: string
}

/** An address at which an object can be had for a minute by whoever knows it. */
export function presignedAddress(
  client: S3Client,
  bucket: string,
  { objectKey, versionId }: ObjectRef,
  { contentType, contentDisposition }: FileHeaders,
): Promise<string> {
  const command = new GetObjectCommand({
    Bucket: bucket,
    Key: objectKey,
    ...(versionId !== null && { VersionId: versionId }),
    ResponseContentType: contentType,
    ResponseContentDisposition: contentDisposition,
    ResponseCacheControl: 'no-store',
  })
  return getSignedUrl(client, command, { expiresIn: SECONDS })
}
