import type { IncomingHttpHeaders } from 'node:http'

/** What a server sent for conditional requests. Null for each that it did not send. */
export interface Validators {
  readonly etag: string | null
  /** HTTP dates. */
  readonly lastModified: string | null
  /** When the server answered, by its own clock. Used if it sent no `Last-Modified` (RFC 9110, section 13.1.3). */
  readonly answeredAt: string | null
}

/** One file that a document was made from, with the validators for the next request. */
export interface Resource {
  readonly url: string
  readonly validators: Validators
}

/** Longer values are of no use, and object metadata is limited to 2 KB. */
const MAX_LENGTH = 200

export function validatorsOf(headers: IncomingHttpHeaders): Validators {
  return { etag: kept(headers.etag), lastModified: kept(headers['last-modified']), answeredAt: kept(headers.date) }
}

export function conditionalHeaders(known: Validators | null): Record<string, string> {
  const since = known?.lastModified ?? known?.answeredAt
  return { ...(known?.etag && { 'if-none-match': known.etag }), ...(since && { 'if-modified-since': since }) }
}

function kept(value: string | undefined): string | null {
  return value !== undefined && /^[ -~]+$/.test(value) && value.length <= MAX_LENGTH ? value : null
}
