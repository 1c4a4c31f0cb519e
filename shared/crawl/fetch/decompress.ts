import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'

/** What a request offers to a server: the codings that `decompress` can undo. */
export const ACCEPT_ENCODING = 'gzip, deflate, br'

/** The server used a content coding that it was not offered. */
class ContentCodingError extends Error {
  override readonly name = 'ContentCodingError'

  constructor(coding: string) {
    super(`The content coding ${JSON.stringify(coding)} is not one that was offered.`)
  }
}

type Decoder = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const DECODERS: Readonly<Record<string, Decoder>> = {
  '': async (body) => body,
  identity: async (body) => body,
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
  // In RFC 9110 'deflate' has the zlib framing. Some servers send the stream without it.
  deflate: (body, options) => promisify((body[0]! & 0x0f) === 8 ? inflate : inflateRaw)(body, options),
}

/**
 * Undoes one content coding. Never produces more than `maxBytes`.
 * @param coding the `Content-Encoding` header; stacked codings are not undone
 * @throws {RangeError} if the content would be larger
 * @throws {ContentCodingError} for an unknown coding
 * @throws {Error} of zlib for a broken stream
 */
export async function decompress(body: Uint8Array, coding: string, maxBytes: number): Promise<Uint8Array> {
  const decode = DECODERS[coding.trim().toLowerCase()]
  if (decode === undefined) throw new ContentCodingError(coding)
  return body.length === 0 ? body : decode(body, { maxOutputLength: maxBytes })
}
