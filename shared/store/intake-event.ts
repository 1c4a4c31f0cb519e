import type { ObjectRef } from './report-bucket.ts'

export interface ArrivedObject extends ObjectRef {
  readonly etag: string
  readonly size: number
  /** ISO time. */
  readonly at: string
}

/** S3's 'Object Created' as EventBridge delivers it: whatever goes through the intake again goes in this shape. */
export function objectCreatedEvent(bucket: string, { objectKey, versionId, etag, size, at }: ArrivedObject) {
  const version = versionId === null ? {} : { 'version-id': versionId }
  return {
    source: 'aws.s3',
    'detail-type': 'Object Created',
    time: at,
    detail: { bucket: { name: bucket }, object: { key: objectKey, etag, size, ...version } },
  } as const
}

export type ObjectCreatedEvent = ReturnType<typeof objectCreatedEvent>
