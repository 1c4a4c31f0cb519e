import type { IncomingHttpHeaders } from 'node:http'

/** What a server gave to ask 'has it changed?' with; each null where it gave none. */
export interface Validators {
  readonly etag: string | null
  /** HTTP dates. */
  readonly lastModified: string | null
  /** When the server answered, by its own clock: what to ask with where it gave no `Last-Modified` (RFC 9110, 13.1.3). */
  readonly answeredAt: string | null
}

/** One file that a document was made from, and what to ask for it with the next time. */
export interface Resource {
  readonly url: string
  readonly validators: Validators
}

/** Longer ones are noise, and object metadata is capped at 2 KB. */
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
