import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http'
import { request as requestSecurely } from 'node:https'
import { isIP } from 'node:net'
import { rootCertificates, type SecureContextOptions } from 'node:tls'
import { ACCEPT_ENCODING, decompress } from './decompress.ts'
import { FetchError } from './fetch-error.ts'
import { forgivingConnection } from './forgiven-headers.ts'
import { guardedLookup, type Resolve, resolveBySystem } from './guarded-lookup.ts'
import type { Limits } from './limits.ts'
import type { Post } from './list-request.ts'
import { isPortalHost, refusedUrl, type UrlRules } from './url-rules.ts'

/** Servers usually send a few hundred bytes of headers. */
const MAX_HEADER_BYTES = 16 * 1024
/** A portal that has sent no headers by then will not answer. */
const HEADERS_WITHIN_MS = 15_000

export interface RequestSettings {
  readonly rules: UrlRules
  readonly limits: Limits
  readonly headers: Readonly<Record<string, string>>
  /** A certificate in PEM to trust beside those that every client trusts: the one that the host's chain lacks. */
  readonly certificate?: string | null
  /** What to send with POST. Default: nothing, with GET. */
  readonly post?: Post | null
  /** Default: the system's resolver. */
  readonly resolve?: Resolve
}

export interface Answer {
  readonly url: string
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Content coding undone; empty for redirects and 304. */
  readonly body: Uint8Array
}

/**
 * One request over its own connection. Redirects are not followed. Sends nothing that could identify a person: no
 * cookies and no credentials.
 * @throws {FetchError} if the URL or its address is not allowed, or no complete answer came within the limits
 */
export async function request(href: string, settings: RequestSettings): Promise<Answer> {
  const url = new URL(href)
  const reason = refusedUrl(url, settings.rules)
  if (reason !== null) throw new FetchError('refused', href, reason)
  const { post = null } = settings
  const bodyHeaders = post === null ? {} : { 'content-type': post.type, 'content-length': Buffer.byteLength(post.body) }
  const isSecure = url.protocol === 'https:'
  // Node takes long to load this module for the first time, and most functions ask only over TLS.
  const sendRequest = isSecure ? requestSecurely : (await import('node:http')).request
  return new Promise((resolve, reject) => {
    const trust = settings.certificate ? trusting(settings.certificate) : {}
    const lookup = guardedLookup(href, settings.resolve ?? resolveBySystem, settings.rules.allowLoopback)
    const isForgiven = isPortalHost(url, settings.rules.hosts)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const servername = isIP(host) === 0 ? host : ''
    const port = Number(url.port || (isSecure ? 443 : 80))
    const options: RequestOptions & SecureContextOptions = {
      // No pooled sockets: the address of each connection is checked for its own request.
      ...(isForgiven
        ? { createConnection: () => forgivingConnection({ host, port, lookup, servername, ...trust }, isSecure) }
        : { agent: false, lookup, ...trust }),
      method: post === null ? 'GET' : 'POST',
      headers: { 'accept-encoding': ACCEPT_ENCODING, ...settings.headers, ...bodyHeaders },
      // What browsers forgive in headers is forgiven to the hosts that an operator has named, and to no others.
      insecureHTTPParser: isForgiven,
      maxHeaderSize: MAX_HEADER_BYTES,
    }
    const sent = sendRequest(url, options)
    const cut = (after: number, what: string) =>
      setTimeout(() => sent.destroy(new FetchError('time_out', href, what)), after)
    const noHeaders = cut(HEADERS_WITHIN_MS, `no headers came within ${HEADERS_WITHIN_MS / 1000} s`)
    const noEnd = cut(settings.limits.withinMs, `the body was not complete within ${settings.limits.withinMs / 1000} s`)
    sent.on('close', () => {
      clearTimeout(noHeaders)
      clearTimeout(noEnd)
    })
    sent.on('error', (error) => reject(asFetchError(error, href)))
    sent.on('response', (message) => {
      clearTimeout(noHeaders)
      readBody(message, href, settings.limits).then(
        (body) => resolve({ url: href, status: message.statusCode!, headers: message.headers, body }),
        (error: Error) => {
          sent.destroy()
          reject(asFetchError(error, href))
        },
      )
    })
    sent.end(post?.body)
  })
}

/** The host's name and the dates of its certificate are checked all the same. */
function trusting(certificate: string): SecureContextOptions {
  return { ca: [...rootCertificates, certificate], allowPartialTrustChain: true }
}

async function readBody(message: IncomingMessage, href: string, limits: Limits): Promise<Uint8Array> {
  if (message.statusCode! >= 300 && message.statusCode! < 400) {
    message.destroy()
    return new Uint8Array()
  }
  const raw = await collect(message, href, limits)
  const coding = message.headers['content-encoding'] ?? ''
  try {
    return await decompress(raw, coding, limits.maxBytes)
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(href, limits, { cause })
    throw new FetchError('bad_response', href, `the body cannot be decoded: ${(cause as Error).message}`, { cause })
  }
}

async function collect(message: IncomingMessage, href: string, limits: Limits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of message) {
    chunks.push(chunk)
    size += chunk.length
    if (size <= limits.maxBytes) continue
    if (limits.truncate !== true) throw tooLarge(href, limits)
    break
  }
  return Buffer.concat(chunks).subarray(0, limits.maxBytes)
}

function tooLarge(href: string, { maxBytes }: Limits, options?: ErrorOptions): FetchError {
  return new FetchError('too_large', href, `the content is larger than ${maxBytes} bytes`, options)
}

function asFetchError(error: Error, href: string): FetchError {
  if (error instanceof FetchError) return error
  const code = 'code' in error ? `${error.code}` : error.message
  const isAnswerBroken = code.startsWith('HPE_') || code === 'ERR_STREAM_PREMATURE_CLOSE'
  const detail = /CERT|SIGNATURE|ERR_TLS/.test(code) ? `the certificate is not accepted: ${code}` : code
  return new FetchError(isAnswerBroken ? 'bad_response' : 'unreachable', href, detail, { cause: error })
}
