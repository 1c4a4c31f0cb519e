import * as v from 'valibot'
import { INCOMING_PREFIX, isFolderMarker } from '../../shared/store/object-keys.ts'

/** A notification about one new object in the bucket. */
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

/** EventBridge's 'Object Created'. Its keys are the keys of the bucket. */
const EventBridgeEvent = v.object({
  source: v.literal('aws.s3'),
  'detail-type': v.literal('Object Created'),
  time: v.pipe(v.string(), v.isoTimestamp()),
  detail: v.object({
    bucket: v.object({ name: v.string() }),
    object: v.object({ key: v.string(), size: Size, etag: Etag, 'version-id': v.optional(v.string()) }),
  }),
})

/** S3's own notification. Its keys are URL-encoded, with + for a space. */
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

/** S3 sends it once when the notification of a bucket is set up. */
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

/** A message that cannot be read at any attempt: its shape is unknown, or its object is in another bucket. */
export class UnreadableMessageError extends Error {
  override readonly name = 'UnreadableMessageError'
}

/**
 * The objects in an intake message: one for an EventBridge event, any number for an S3 notification. Markers of folders are none.
 * @throws {UnreadableMessageError}
 */
export function readNotices(body: string, bucket: string): ObjectNotice[] {
  const notices = parsed(body).filter((notice) => !isFolderMarker(notice))
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
    throw new UnreadableMessageError('The message is not an S3 event in a known form.', { cause })
  }
}

/** Objects from before versioning was enabled have the version `null`. */
function versionOf(versionId: string | undefined): string | null {
  return versionId === undefined || versionId === '' || versionId === 'null' ? null : versionId
}
