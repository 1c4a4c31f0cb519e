import { describe, expect, it } from 'vitest'
import { readNotices, UnreadableMessageError } from '../../functions/parse-report/object-notice.ts'
import { objectCreatedEvent } from '../../shared/store/intake-event.ts'
import { objectCreated, s3Notification } from './events.ts'

const BUCKET = 'reports'
const KEYS = [
  'incoming/石桥镇.txt',
  'incoming/a b/c d.txt',
  'incoming/1+1=2.txt',
  'incoming/100%.txt',
  'incoming/%E7%9F%B3+x',
]

const read = (message: unknown) => readNotices(typeof message === 'string' ? message : JSON.stringify(message), BUCKET)

describe('an intake message', () => {
  it.each(KEYS)('of EventBridge carries the key %j as it is', (key) => {
    expect(read(objectCreated(BUCKET, key, { 'version-id': 'v1' }))).toEqual([
      {
        bucket: BUCKET,
        objectKey: key,
        versionId: 'v1',
        etag: 'd41d8cd98f00b204e9800998ecf8427e',
        size: 100,
        at: '2026-01-02T03:04:05.000Z',
      },
    ])
  })

  it.each(KEYS)('of S3 carries the key %j URL-encoded', (key) => {
    expect(read(s3Notification(BUCKET, key)).map(({ objectKey }) => objectKey)).toEqual([key])
  })

  it('of S3 may speak of several objects', () => {
    expect(read(s3Notification(BUCKET, ...KEYS)).map(({ objectKey }) => objectKey)).toEqual(KEYS)
  })

  it('that the project sends itself reads as what S3 sends', () => {
    const object = { objectKey: KEYS[0]!, versionId: null, etag: 'e', size: 3, at: '2026-01-02T03:04:05.678Z' }
    expect(read(objectCreatedEvent(BUCKET, object))).toEqual([{ bucket: BUCKET, ...object }])
  })

  it('of a bucket that was just set up speaks of nothing', () => {
    expect(read({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: BUCKET })).toEqual([])
  })

  it.each([
    ['no JSON', '{'],
    ['no event', '"incoming/a.txt"'],
    ['an event of another kind', { ...objectCreated(BUCKET, 'incoming/a'), 'detail-type': 'Object Deleted' }],
    ['an event of another bucket', objectCreated('other', 'incoming/a')],
    ['an object that the pipeline itself wrote', objectCreated(BUCKET, 'text/0.txt')],
    ['a notification with one object elsewhere', s3Notification(BUCKET, 'incoming/a', 'text/0.txt')],
    [
      'a key that is not URL-encoded',
      {
        Records: [
          {
            ...s3Notification(BUCKET, '').Records[0],
            s3: { bucket: { name: BUCKET }, object: { key: 'incoming/100%' } },
          },
        ],
      },
    ],
  ])('cannot be read that is %s', (_, message) => {
    expect(() => read(message)).toThrow(UnreadableMessageError)
  })
})
