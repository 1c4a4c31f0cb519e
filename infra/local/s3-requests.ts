import type { IncomingMessage } from 'node:http'

/** A refusal in the words of S3. */
export interface S3Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** A refusal as the body of an answer. */
export function refusalXml({ code, message }: S3Refusal): string {
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${text}</Message></Error>`
}

/** S3's limit, in bytes of UTF-8. */
const MAX_KEY_BYTES = 1024

export const KEY_TOO_LONG: S3Refusal = { status: 400, code: 'KeyTooLongError', message: 'Your key is too long.' }

export function isTooLong(key: string): boolean {
  return Buffer.byteLength(key) > MAX_KEY_BYTES
}

/** The local S3 server takes no more in one request; larger objects come in parts. */
const MAX_BODY_BYTES = 11 * 1024 * 1024

/**
 * Query parameters that the local S3 server supports. It would misread or ignore others (it stores the body of
 * PutObjectTagging as the object).
 */
const KNOWN_PARAMETERS =
  /^(x-id|uploadId|partNumber|uploads|attributes|delete|lifecycle|list-type|prefix|delimiter|max-keys|start-after|continuation-token|encoding-type|fetch-owner|versionId|response-.*|x-amz-.*)$/i

/** The local S3 server ignores these headers on writes. */
const CONDITIONS = ['if-match', 'if-none-match'] as const

/** The local server would parse such bodies as requests to other services. The type of an object has no effect here. */
const OTHER_SERVICES = /^application\/x-(www-form-urlencoded|amz-json)/i

/** Why a request to S3 must not reach the local server: S3 itself would refuse it, or the local server would do something else than S3. */
export function refusalOf({ url = '', method, headers }: IncomingMessage): S3Refusal | null {
  const { 'content-length': length = '0' } = headers
  const { path, parameters } = partsOf(url)
  const key = keyIn(path)
  if (key === null) return { status: 400, code: 'InvalidURI', message: "Couldn't parse the specified URI." }
  if (isTooLong(key)) return KEY_TOO_LONG
  if (Number(length) > MAX_BODY_BYTES)
    return { status: 400, code: 'EntityTooLarge', message: `Send more than ${MAX_BODY_BYTES} bytes in parts.` }
  const isConditionalWrite = method === 'PUT' && CONDITIONS.some((name) => name in headers)
  if (isConditionalWrite || !parameters.every((name) => KNOWN_PARAMETERS.test(name)))
    return { status: 501, code: 'NotImplemented', message: 'The local engine does not support this request.' }
  return null
}

/** Gives a body the type by which the local server takes it as the bytes of an object. S3 needs none. */
export function markBody({ method, headers }: IncomingMessage): void {
  const type = headers['content-type']
  if (method === 'PUT' && (type === undefined || OTHER_SERVICES.test(type)))
    headers['content-type'] = 'binary/octet-stream'
}

/** Not by `URL`, which takes the dots out of keys. */
function partsOf(url: string) {
  const [path = '', ...query] = url.split('?')
  return { path, parameters: [...new URLSearchParams(query.join('?')).keys()] }
}

/** The object's key, empty if the request is about a bucket or all; null if the path is none. */
function keyIn(path: string): string | null {
  // The bucket has a name.
  if (!path.startsWith('/') || path.startsWith('//')) return null
  try {
    return decodeURIComponent(path.split('/').slice(2).join('/'))
  } catch {
    return null
  }
}
