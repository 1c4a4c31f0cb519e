import { resolveHref } from '../pages/links.ts'

/** Frames that count visits, share or log in, and hold no rows. */
const OTHER = /visit|count|stat|login|share|footer|header|weather|search|player|video/i
const MAX_FRAMES = 5

/**
 * The frames of a page that may hold its list. One of another host is not followed.
 * @param sources as written
 */
export function framesOf(
  sources: readonly string[],
  base: string,
  pageUrl: string,
): { readonly pages: readonly string[]; readonly blind: string | null } {
  const urls = sources
    .flatMap((source) => resolveHref(source, base) ?? [])
    .filter((url) => !OTHER.test(new URL(url).pathname))
  const host = new URL(pageUrl).host
  const pages = urls.filter((url) => new URL(url).host === host && url !== pageUrl).slice(0, MAX_FRAMES)
  const foreign = urls.find((url) => new URL(url).host !== host)
  return {
    pages,
    blind: pages.length > 0 || foreign === undefined ? null : `a frame of another host: ${foreign.slice(0, 100)}`,
  }
}
