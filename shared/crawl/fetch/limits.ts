import { ATTACHED_EXTENSIONS, anyExtension } from '../../formats/formats.ts'
import { MAX_FILE_BYTES } from '../../formats/limits.ts'

/** What one request may cost. */
export interface Limits {
  readonly maxBytes: number
  /** From the first packet to the last byte. */
  readonly withinMs: number
  /** Keep the first `maxBytes` of a longer body instead of refusing it. */
  readonly truncate?: boolean
}

/** Pages with their scripts and inline pictures have up to a few MB. */
export const PAGE_LIMITS: Limits = { maxBytes: 8 * 1024 * 1024, withinMs: 30_000 }

/** Whatever the pipeline reads is fetched. */
export const FILE_LIMITS: Limits = { maxBytes: MAX_FILE_BYTES, withinMs: 90_000 }

const FILE_URL = new RegExp(`\\.(?:${anyExtension(ATTACHED_EXTENSIONS)})$`, 'i')

/** The limits for a URL: files are larger and slower than pages. */
export function limitsOf(url: string): Limits {
  return FILE_URL.test(new URL(url).pathname) ? FILE_LIMITS : PAGE_LIMITS
}
