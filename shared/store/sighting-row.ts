import * as v from 'valibot'
import type { Provenance } from '../crawl/ports.ts'
import { count, described, documentId, type EntriesOf, isoTime } from '../report/attributes.ts'
import type { RowKind } from './read-rows.ts'

/** Read from the object's metadata, which is the uploader's to write: nothing here is sure to be well formed. */
const provenance = v.object({
  url: described(v.string(), 'Address of the file.'),
  fetchedAt: described(v.string(), 'ISO time of the visit.'),
  etag: described(v.nullable(v.string()), "The server's `ETag`."),
  lastModified: described(v.nullable(v.string()), "The server's `Last-Modified`."),
  textHash: described(v.nullable(v.string()), 'SHA-256 of the text without white space.'),
  supersedes: described(v.nullable(v.string()), 'The document at the same address before its text changed.'),
} satisfies EntriesOf<Provenance>)

/** One key that a document was seen under; a document has as many as it was uploaded or crawled under names. */
const sighting = v.pipe(
  v.object({
    objectKey: described(v.string(), 'Key. The key of the object in the bucket.'),
    documentId: described(documentId, 'Sort key. The document that the object holds.'),
    seenAt: described(isoTime, 'The newest event that brought these bytes under this key.'),
    etag: described(v.string(), 'ETag of the object, without its quotation marks.'),
    size: described(count, 'Bytes of the object.'),
    versionId: described(
      v.nullable(v.string()),
      'The version of the object that holds the bytes; `null` in a bucket without versions.',
    ),
    provenance: described(
      v.nullable(v.pipe(provenance, v.readonly())),
      'Where the crawl found the file; `null` for an upload.',
    ),
  }),
  v.readonly(),
)

export type Sighting = v.InferOutput<typeof sighting>

export const sightingRows = { table: 'sightings', key: ['objectKey', 'documentId'], schema: sighting } satisfies RowKind
