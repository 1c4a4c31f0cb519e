import { ATTACHED_EXTENSIONS, anyExtension } from '../../formats/formats.ts'
import { MAX_FILE_BYTES } from '../../formats/limits.ts'
import { type Limits, PAGE_LIMITS } from './limits.ts'

/** Whatever the pipeline reads is fetched. */
export const FILE_LIMITS: Limits = { maxBytes: MAX_FILE_BYTES, withinMs: 90_000 }

const FILE_URL = new RegExp(`\\.(?:${anyExtension(ATTACHED_EXTENSIONS)})$`, 'i')

/** The limits for a URL: files are larger and slower than pages. */
export function limitsOf(url: string): Limits {
  return FILE_URL.test(new URL(url).pathname) ? FILE_LIMITS : PAGE_LIMITS
}
