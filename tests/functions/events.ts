/** EventBridge's 'Object Created', as S3 sends it. */
export function objectCreated(bucket: string, key: string, object: object = {}, time = '2026-01-02T03:04:05Z') {
  return {
    version: '0',
    source: 'aws.s3',
    'detail-type': 'Object Created',
    time,
    detail: {
      bucket: { name: bucket },
      object: { key, size: 100, etag: 'd41d8cd98f00b204e9800998ecf8427e', ...object },
    },
  }
}

/** S3's own notification: keys URL-encoded, + for a blank. */
export function s3Notification(bucket: string, ...keys: readonly string[]) {
  return {
    Records: keys.map((key) => ({
      eventName: 'ObjectCreated:Put',
      eventTime: '2026-01-02T03:04:05.678Z',
      s3: {
        bucket: { name: bucket },
        object: { key: encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/'), size: 100, eTag: 'abc' },
      },
    })),
  }
}
