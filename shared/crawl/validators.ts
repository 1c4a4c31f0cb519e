import type { IncomingHttpHeaders } from 'node:http'

/** What a server gave to ask 'has it changed?' with; each null where it gave none. */
export interface Validators {
  readonly etag: string | null
  /** An HTTP date: `Last-Modified`, or where the server gives none its `Date` (RFC 9110, section 13.1.3). */
  readonly lastModified: string | null
}

/** Longer ones are noise, and object metadata is capped at 2 KB. */
const MAX_LENGTH = 200

export function validatorsOf(headers: IncomingHttpHeaders): Validators {
  return { etag: kept(headers.etag), lastModified: kept(headers['last-modified'] ?? headers.date) }
}

export function conditionalHeaders(known: Validators | null): Record<string, string> {
  return {
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  }
}

function kept(value: string | undefined): string | null {
  return value !== undefined && /^[ -~]+$/.test(value) && value.length <= MAX_LENGTH ? value : null
}
