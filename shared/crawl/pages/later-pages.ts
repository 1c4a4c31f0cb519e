/** Pages that one pager may name. The portal's own `maxPages` limits them further. */
export const MAX_PAGES = 500

/** Numbers of the pages after the first. */
export function laterPages(count: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(count, MAX_PAGES) - 1) }, (_, n) => n + 2)
}
