import type { Provenance } from '../crawl/ports.ts'

const NAMES = {
  url: 'source-url',
  fetchedAt: 'source-fetched-at',
  etag: 'source-etag',
  lastModified: 'source-last-modified',
  textHash: 'source-text-sha256',
  supersedes: 'source-supersedes',
} as const

/** As metadata of the object, percent-encoded: S3 metadata travels in headers, which carry ASCII only. */
export function metadataOf(provenance: Provenance): Record<string, string> {
  return Object.fromEntries(
    Object.entries(NAMES).flatMap(([field, name]) => {
      const value = provenance[field as keyof Provenance]
      return value === null ? [] : [[name, encodeURIComponent(value)]]
    }),
  )
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
