import type { buildApp } from 'fauxqs'
import type { StoredObject } from './bucket-events.ts'
import { DataFolderError, isOfDisk } from './data-folder.ts'
import { refusalOfBody } from './object-bodies.ts'
import { isTooLong, KEY_TOO_LONG, refusalXml, type S3Refusal } from './s3-requests.ts'

type App = ReturnType<typeof buildApp>
export type ObjectStore = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>['s3Store']

/** What one answer of a list may have. */
const PAGE = 1000

/** By what an error means to whoever sent the request. */
const CODES: Readonly<Record<number, string>> = { 400: 'InvalidRequest', 413: 'EntityTooLarge', 500: 'InternalError' }

/** Has the local server check the bodies of objects, and say all of its errors as S3 and SQS do. */
export function guardRequests(app: App): void {
  app.addHook('preHandler', async (request, reply) => {
    const { body = Buffer.alloc(0), headers, method } = request
    if ((method !== 'PUT' && method !== 'POST') || !Buffer.isBuffer(body)) return
    const refusal = refusalOfBody(headers, body)
    if (refusal !== null) await reply.code(refusal.status).type('application/xml').send(refusalXml(refusal))
  })
  app.addHook('onSend', async (_, reply, payload) => {
    const isXml = String(reply.getHeader('content-type')).startsWith('application/xml')
    // Readers of XML take it for the end of a line; in the name of an object it is none.
    return isXml && typeof payload === 'string' ? payload.replaceAll('\r', '&#13;') : payload
  })
  app.setErrorHandler<Error & { readonly statusCode?: number }>(async (error, { headers }, reply) => {
    const { statusCode: status = error instanceof URIError ? 400 : 500 } = error
    const { message } = isOfDisk(error) ? new DataFolderError('queues and objects', error) : error
    const code = CODES[status] ?? 'InvalidRequest'
    const isJson = String(headers['content-type']).includes('json')
    if (isJson) return reply.code(status).send({ __type: code, message })
    return reply.code(status).type('application/xml').send(refusalXml({ status, code, message }))
  })
}

/** Refuses keys that only the store sees: those of forms are in their bodies. */
export function limitKeys(store: ObjectStore, errorOf: (refusal: S3Refusal) => Error): void {
  const put = store.putObject.bind(store)
  store.putObject = (bucket, key, ...rest) => {
    if (isTooLong(key)) throw errorOf(KEY_TOO_LONG)
    return put(bucket, key, ...rest)
  }
}

/**
 * Lists keys in the order of their characters. The store sorts them as a dictionary does and looks for the next page as S3 does, so that a
 * list of several pages left out some keys and had others twice.
 */
export function listInOrder(store: ObjectStore): void {
  const list = store.listObjects.bind(store)
  store.listObjects = (bucket, { startAfter, marker, maxKeys = PAGE, ...wanted } = {}) => {
    const { objects, commonPrefixes } = list(bucket, { ...wanted, maxKeys: Number.POSITIVE_INFINITY })
    const after = startAfter ?? marker ?? ''
    const entries = [
      ...objects.map((object) => ({ key: object.key, object })),
      ...commonPrefixes.map((key) => ({ key, object: null })),
    ].filter(({ key }) => key > after)
    entries.sort((a, b) => (a.key < b.key ? -1 : 1))
    const page = entries.slice(0, maxKeys)
    return {
      objects: page.flatMap(({ object }) => object ?? []),
      commonPrefixes: page.flatMap(({ key, object }) => (object === null ? key : [])),
      isTruncated: page.length < entries.length,
    }
  }
}

/** Looks at the store itself: only it knows what each kind of request stores, and under which key. */
export function watchObjects(store: ObjectStore): (listener: (object: StoredObject) => void) => void {
  let heard: (object: StoredObject) => void = () => {}
  const put = store.putObject.bind(store)
  const complete = store.completeMultipartUpload.bind(store)
  // Private in its types, and nothing else tells the bucket of an upload that an earlier start began.
  const uploads = (store as unknown as { multipartUploads: ReadonlyMap<string, { bucket: string }> }).multipartUploads
  store.putObject = (bucket, ...rest) => {
    const object = put(bucket, ...rest)
    heard({ bucket, key: object.key, etag: object.etag, size: object.contentLength, reason: 'PutObject' })
    return object
  }
  store.completeMultipartUpload = (uploadId, parts) => {
    const bucket = uploads.get(uploadId)?.bucket ?? ''
    const object = complete(uploadId, parts)
    heard({ bucket, key: object.key, etag: object.etag, size: object.contentLength, reason: 'CompleteMultipartUpload' })
    return object
  }
  return (listener) => {
    heard = listener
  }
}
