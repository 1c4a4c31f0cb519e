import { resolveHref } from '../pages/links.ts'
import type { Markup } from '../pages/markup.ts'
import type { MoreLinks } from './more-link.ts'

/** Frames that count visits, share or log in, and hold no rows. */
const OTHER = /visit|count|stat|login|share|footer|header|weather|search|player|video/i
const MAX_FRAMES = 12
/** Names that stand for a window and no frame. */
const WINDOWS = /^_?(?:blank|self|parent|top|new\w{0,10})?$/i
/** The government, its offices and the column itself: where its reports are. */
const LIKELY = /(?:人民政府|政府办(?:公室)?|司法局|司法厅)$|法治政府|依法行政/
/** Parts of a catalogue: bodies and years. Other links with a frame for their target are navigation. */
const PART = /(?:政府|办公室|[局厅委办院]|委员会|街道|[乡镇])$|^20[0-9]{2}年?度?$/
const MAX_PARTS = 12

/**
 * The frames of a page that may hold its list.
 * @param sources as written
 * @param hasReports whether the page has rows of its own, so that frames of other hosts show something else
 */
export function framesOf(sources: readonly string[], base: string, pageUrl: string, hasReports: boolean): MoreLinks {
  const urls = sources
    .flatMap((source) => resolveHref(source, base) ?? [])
    .filter((url) => !OTHER.test(new URL(url).pathname))
  const host = new URL(pageUrl).host
  const pages = urls.filter((url) => url !== pageUrl && (new URL(url).host === host || !hasReports))
  return {
    pages: pages.slice(0, MAX_FRAMES),
    blind: pages.length > MAX_FRAMES ? `more than ${MAX_FRAMES} frames` : null,
  }
}

/**
 * What the links of a catalogue show in a frame beside them: the lists of other bodies and years, and the column of the reports. The
 * government and its offices come first.
 */
export function framedPartsOf({ anchors }: Pick<Markup, 'anchors'>, base: string, pageUrl: string): MoreLinks {
  const host = new URL(pageUrl).host
  const parts = new Map<string, string>()
  for (const { href, text, title, target } of anchors) {
    const words = text || title
    if (WINDOWS.test(target) || !(PART.test(words) || LIKELY.test(words))) continue
    const url = resolveHref(href, base)
    if (url !== null && new URL(url).host === host && url !== pageUrl && !parts.has(url)) parts.set(url, words)
  }
  const all = [...parts].sort(([, a], [, b]) => Number(LIKELY.test(b)) - Number(LIKELY.test(a)))
  const left = all[MAX_PARTS]
  return {
    pages: all.slice(0, MAX_PARTS).map(([url]) => url),
    blind:
      left === undefined ? null : `a catalogue of more than ${MAX_PARTS} parts, as that of ${left[1].slice(0, 40)}`,
  }
}
