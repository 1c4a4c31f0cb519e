import { randomUUID } from 'node:crypto'
import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { Exchange } from './front-door.ts'
import { ACCOUNT, REGION } from './template.ts'

interface FinishedUpload {
  readonly bucket: string
  readonly key: string
  readonly reason: 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload'
}

/** The object that a successful request created in a bucket, or null if it created none. */
export function finishedUpload({ service, operation, url }: Exchange): FinishedUpload | null {
  if (service !== 's3') return null
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const [, bucket = '', ...segments] = pathname.split('/')
  const key = decodeURIComponent(segments.join('/'))
  if (key === '' || searchParams.has('partNumber')) return null
  if (operation === 'PUT')
    return { bucket, key, reason: searchParams.get('x-id') === 'CopyObject' ? 'CopyObject' : 'PutObject' }
  if (operation === 'POST' && searchParams.has('uploadId')) return { bucket, key, reason: 'CompleteMultipartUpload' }
  return null
}

/** The event for a new object, in the form of EventBridge's `Object Created`. */
export async function objectCreated(s3: S3Client, { bucket, key, reason }: FinishedUpload): Promise<object> {
  const { ETag = '', ContentLength = 0 } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: ACCOUNT,
    time: new Date().toISOString(),
    region: REGION,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: {
        key,
        size: ContentLength,
        etag: ETag.replaceAll('"', ''),
        sequencer: Date.now().toString(16).toUpperCase(),
      },
      'request-id': randomUUID(),
      requester: ACCOUNT,
      'source-ip-address': '127.0.0.1',
      reason,
    },
  }
}
