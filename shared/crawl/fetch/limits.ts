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
