import * as v from 'valibot'
import { INCOMING_PREFIX } from '../../shared/store/object-keys.ts'

/** Word of one object that came into the bucket. */
export interface ObjectNotice {
  readonly bucket: string
  readonly objectKey: string
  readonly versionId: string | null
  readonly etag: string
  readonly size: number
  /** ISO time of the event. */
  readonly at: string
}

const Size = v.optional(v.pipe(v.number(), v.minValue(0)), 0)
const Etag = v.optional(v.string(), '')

/** EventBridge's 'Object Created'; its keys are as they are in the bucket. */
const EventBridgeEvent = v.object({
  source: v.literal('aws.s3'),
  'detail-type': v.literal('Object Created'),
  time: v.pipe(v.string(), v.isoTimestamp()),
  detail: v.object({
    bucket: v.object({ name: v.string() }),
    object: v.object({ key: v.string(), size: Size, etag: Etag, 'version-id': v.optional(v.string()) }),
  }),
})

/** S3's own notification; its keys are URL-encoded, with + for a blank. */
const S3Notification = v.object({
  Records: v.array(
    v.object({
      eventName: v.pipe(v.string(), v.startsWith('ObjectCreated:')),
      eventTime: v.pipe(v.string(), v.isoTimestamp()),
      s3: v.object({
        bucket: v.object({ name: v.string() }),
        object: v.object({ key: v.string(), size: Size, eTag: Etag, versionId: v.optional(v.string()) }),
      }),
    }),
  ),
})

/** Sent once when a bucket's notification is set up. */
const TestEvent = v.object({ Event: v.literal('s3:TestEvent') })

const IntakeMessage = v.union([
  v.pipe(
    EventBridgeEvent,
    v.transform(({ time, detail: { bucket, object } }): ObjectNotice[] => [
      {
        bucket: bucket.name,
        objectKey: object.key,
        versionId: versionOf(object['version-id']),
        etag: object.etag,
        size: object.size,
        at: new Date(time).toISOString(),
      },
    ]),
  ),
  v.pipe(
    S3Notification,
    v.transform(({ Records }): ObjectNotice[] =>
      Records.map(({ eventTime, s3: { bucket, object } }) => ({
        bucket: bucket.name,
        objectKey: decodeURIComponent(object.key.replaceAll('+', ' ')),
        versionId: versionOf(object.versionId),
        etag: object.eTag,
        size: object.size,
        at: new Date(eventTime).toISOString(),
      })),
    ),
  ),
  v.pipe(
    TestEvent,
    v.transform((): ObjectNotice[] => []),
  ),
])

/** A message that no retry will make readable: its shape is none of the intake's, or it speaks of another bucket. */
export class UnreadableMessageError extends Error {
  override readonly name = 'UnreadableMessageError'
}

/**
 * The objects that an intake message speaks of: one for an EventBridge event, any number for an S3 notification.
 * @throws {UnreadableMessageError}
 */
export function readNotices(body: string, bucket: string): ObjectNotice[] {
  const notices = parsed(body)
  const strange = notices.find((notice) => notice.bucket !== bucket || !notice.objectKey.startsWith(INCOMING_PREFIX))
  if (strange)
    throw new UnreadableMessageError(
      `${strange.bucket}/${strange.objectKey} is not under ${bucket}/${INCOMING_PREFIX}.`,
    )
  return notices
}

function parsed(body: string): ObjectNotice[] {
  try {
    return v.parse(IntakeMessage, JSON.parse(body))
  } catch (cause) {
    throw new UnreadableMessageError('The message is no S3 event of a shape that the intake knows.', { cause })
  }
}

/** Objects from before a bucket had versions are said to have version `null`. */
function versionOf(versionId: string | undefined): string | null {
  return versionId === undefined || versionId === '' || versionId === 'null' ? null : versionId
}
