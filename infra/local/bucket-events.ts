import { randomUUID } from 'node:crypto'
import { ACCOUNT, REGION } from './template.ts'

/** An object that the local S3 server has stored, by whatever request. */
export interface StoredObject {
  readonly bucket: string
  readonly key: string
  readonly etag: string
  readonly size: number
  readonly reason: 'PutObject' | 'CompleteMultipartUpload'
}

/** The event for a new object, in the form of EventBridge's `Object Created`. */
export function objectCreated({ bucket, key, etag, size, reason }: StoredObject): object {
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
        size,
        etag: etag.replaceAll('"', ''),
        sequencer: Date.now().toString(16).toUpperCase(),
      },
      'request-id': randomUUID(),
      requester: ACCOUNT,
      'source-ip-address': '127.0.0.1',
      reason,
    },
  }
}
