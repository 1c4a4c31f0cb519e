import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { crc32 } from 'node:zlib'
import type { S3Refusal } from './s3-requests.ts'

const TERMINATED: S3Refusal = {
  status: 400,
  code: 'IncompleteBody',
  message: 'The request body terminated unexpectedly, or is not framed as its headers say.',
}

const LINE_END = '\r\n'
/** A size in hexadecimal digits, and what signs the chunk. */
const CHUNK_SIZE = /^(?<digits>[\da-f]{1,8})(?:;.*)?$/i
const SHA256 = /^[\da-f]{64}$/i

/** How a checksum that comes with an object is made, by the end of its header's name. Of others the local server takes no notice. */
const CHECKSUMS: Readonly<Record<string, (bytes: Buffer) => string>> = {
  crc32: (bytes) => {
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(bytes))
    return sum.toString('base64')
  },
  sha1: (bytes) => createHash('sha1').update(bytes).digest('base64'),
  sha256: (bytes) => createHash('sha256').update(bytes).digest('base64'),
}

/**
 * Why a body cannot be an object's, as S3 says it; null if it can. The local server itself believes whatever the headers say: it would
 * store bytes that are not those that were sent, and never end with chunks of a negative size.
 */
export function refusalOfBody(headers: IncomingHttpHeaders, body: Buffer): S3Refusal | null {
  const isChunked = String(headers['content-encoding'] ?? '').includes('aws-chunked')
  const sent = isChunked ? decodeChunks(body) : { bytes: body, trailers: {} }
  const { 'x-amz-decoded-content-length': length } = headers
  if (sent === null || (length !== undefined && Number(length) !== sent.bytes.length)) return TERMINATED
  const { bytes } = sent
  const md5 = headers['content-md5']
  if (md5 !== undefined && createHash('md5').update(bytes).digest('base64') !== md5) return badDigest('Content-MD5')
  const sha256 = String(headers['x-amz-content-sha256'])
  if (!isChunked && SHA256.test(sha256) && createHash('sha256').update(bytes).digest('hex') !== sha256.toLowerCase())
    return {
      status: 400,
      code: 'XAmzContentSHA256Mismatch',
      message: "The provided 'x-amz-content-sha256' header does not match what was computed.",
    }
  const given = { ...headers, ...sent.trailers }
  const wrong = Object.keys(CHECKSUMS).find((name) => {
    const claimed = given[`x-amz-checksum-${name}`]
    return claimed !== undefined && claimed !== CHECKSUMS[name]!(bytes)
  })
  return wrong === undefined ? null : badDigest(wrong.toUpperCase())
}

function badDigest(what: string): S3Refusal {
  return { status: 400, code: 'BadDigest', message: `The ${what} you specified did not match what we received.` }
}

/** The bytes in a body of sized chunks, with the headers behind the last; null if it is none, or ends before it. */
function decodeChunks(body: Buffer): { readonly bytes: Buffer; readonly trailers: Record<string, string> } | null {
  const chunks: Buffer[] = []
  for (let at = 0; ; ) {
    const lineEnd = body.indexOf(LINE_END, at)
    const digits = CHUNK_SIZE.exec(body.toString('latin1', at, lineEnd))?.groups?.digits
    if (lineEnd === -1 || digits === undefined) return null
    const from = lineEnd + LINE_END.length
    const size = Number.parseInt(digits, 16)
    if (size === 0) return { bytes: Buffer.concat(chunks), trailers: trailersIn(body.toString('latin1', from)) }
    at = from + size + LINE_END.length
    if (body.toString('latin1', from + size, at) !== LINE_END) return null
    chunks.push(body.subarray(from, from + size))
  }
}

function trailersIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(LINE_END).flatMap((line) => {
      const colon = line.indexOf(':')
      return colon === -1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
    }),
  )
}
