/** Where and when the crawl fetched a file, with the validators its server gave for the next visit. */
export interface Provenance {
  readonly url: string
  /** ISO time. */
  readonly fetchedAt: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** SHA-256 of the text without white space: tells a changed report from a page whose clock went on. */
  readonly textHash: string | null
  /** The document that stood at the same address before its text changed. */
  readonly supersedes: string | null
}

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

/** Null where the object does not come from the crawl. */
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
