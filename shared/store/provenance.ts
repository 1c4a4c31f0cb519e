import type { Provenance } from '../crawl/ports.ts'

const NAMES = {
  url: 'source-url',
  fetchedAt: 'source-fetched-at',
  etag: 'source-etag',
  lastModified: 'source-last-modified',
  textHash: 'source-text-sha256',
  supersedes: 'source-supersedes',
} as const

/** Whoever uploads may write anything; no address of a report is longer. */
const MAX_URL_LENGTH = 1000

/** As metadata of the object, percent-encoded: S3 metadata travels in headers, which carry ASCII only. */
export function metadataOf(provenance: Provenance): Record<string, string> {
  return Object.fromEntries(
    Object.entries(NAMES).flatMap(([field, name]) => {
      const value = provenance[field as keyof Provenance]
      return value === null ? [] : [[name, encodeURIComponent(value)]]
    }),
  )
}

/** As metadata of an object that was uploaded with the address it came from. */
export function sourceMetadata(sourceUrl: string): Record<string, string> {
  return { [NAMES.url]: encodeURIComponent(sourceUrl) }
}

/**
 * The address that a file came from: of the crawl, or as whoever uploaded it says.
 * @returns null if none is given, or something that is no address of the web
 */
export function sourceUrlIn(metadata: Readonly<Record<string, string>>): string | null {
  const written = metadata[NAMES.url]
  if (written === undefined || !URL.canParse(decoded(written))) return null
  const { protocol, href } = new URL(decoded(written))
  return (protocol === 'https:' || protocol === 'http:') && href.length <= MAX_URL_LENGTH ? href : null
}

/** Null if the object does not come from the crawl. */
export function provenanceFrom(metadata: Readonly<Record<string, string>>): Provenance | null {
  const read = (name: string) => (metadata[name] === undefined ? null : decoded(metadata[name]))
  const url = read(NAMES.url)
  const fetchedAt = read(NAMES.fetchedAt)
  if (url === null || fetchedAt === null) return null
  return {
    url,
    fetchedAt,
    etag: read(NAMES.etag),
    lastModified: read(NAMES.lastModified),
    textHash: read(NAMES.textHash),
    supersedes: read(NAMES.supersedes),
  }
}

/** Metadata is the uploader's to write: what is not percent-encoding is taken as it stands. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
