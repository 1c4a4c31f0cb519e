import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'

/** What a request may offer to a server: the codings that `decompress` undoes. */
export const ACCEPT_ENCODING = 'gzip, deflate, br'

type Decoder = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const DECODERS: Readonly<Record<string, Decoder>> = {
  '': async (body) => body,
  identity: async (body) => body,
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
  // RFC 9110 means zlib's framing by 'deflate'; some servers send the bare stream.
  deflate: (body, options) => promisify((body[0]! & 0x0f) === 8 ? inflate : inflateRaw)(body, options),
}

/**
 * Undoes one content coding, never producing more than `maxBytes`.
 * @param coding the `Content-Encoding` header; stacked codings are not undone
 * @throws {RangeError} where the content would be larger; {Error} for an unknown coding or a broken stream
 */
export async function decompress(body: Uint8Array, coding: string, maxBytes: number): Promise<Uint8Array> {
  const decode = DECODERS[coding.trim().toLowerCase()]
  if (decode === undefined) throw new Error(`The content coding ${JSON.stringify(coding)} is not one that was offered.`)
  return body.length === 0 ? body : decode(body, { maxOutputLength: maxBytes })
}
