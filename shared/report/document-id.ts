import { createHash, type Hash } from 'node:crypto'

const ID_DIGITS = 32

/** A document is its bytes: the same report under ten names is one document. First 32 hex digits of their SHA-256. */
export function documentIdOf(bytes: Uint8Array): string {
  return documentIdFrom(createHash('sha256').update(bytes))
}

/** @param sha256 fed with every byte of the file; cannot be used afterwards */
export function documentIdFrom(sha256: Hash): string {
  return sha256.digest('hex').slice(0, ID_DIGITS)
}

/**
 * Stands in for the id of an object whose bytes could not be read, so that its row can be made all the same. The same
 * object gives the same id; its etag changes with its bytes.
 */
export function provisionalIdOf({ etag, size }: { readonly etag: string; readonly size: number }): string {
  return documentIdFrom(createHash('sha256').update(`etag ${etag} size ${size}`))
}
