import type { CanonicalDocument } from '../../formats/canonical.ts'
import { ATTACHED_EXTENSIONS, anyExtension } from '../../formats/formats.ts'
import { fold } from '../../text/fold.ts'
import { resolveHref } from '../pages/links.ts'

const TYPE = anyExtension([...ATTACHED_EXTENSIONS, 'zip'])
/** An address of a file in quotes: in a script of the page, or in an attribute that its script reads. */
const QUOTED_FILE = new RegExp(`["'](?<href>[^"'<>\\s(){};,]{1,300}\\.(?:${TYPE})(?:[?#][^"'<>\\s]{0,200})?)["']`, 'gi')
/** 点击下载全文, 查看原文, 附件下载: what a link to the text says, and nothing else. */
const TO_TEXT =
  /^(?:请|点击|点此|在线|立即)*(?:此处)?(?:下载|查看|阅读|浏览|预览|打开)?(?:报告|文件|文档|附件|本文)?(?:全文|正文|原文|原件|详情|附件|文件|文档|报告)?(?:下载|查看|预览)?(?:[>».…]|pdf版?|word版?)*$/i
const MIN_WORDS = 2
/** Frames that count visits, share or log in, and show no text. */
const OTHER_FRAME = /visit|count|stat|login|share|footer|header|weather|search|player|video/i
/** A page that leads to more is a collection. */
const MAX_ADDRESSES = 6

/**
 * Where the text of a page that has none of its own may be: files that its scripts name, frames, links that say so. The same host only,
 * most likely first.
 * @param html the page
 * @param canonical what was read of it, null if nothing
 * @param frames sources, as written
 * @param base the URL that the links of the page are relative to
 */
export function textElsewhere(
  html: string,
  canonical: CanonicalDocument | null,
  frames: readonly string[],
  base: string,
): string[] {
  const named = [...html.matchAll(QUOTED_FILE)].map(({ groups }) => groups!.href!.replaceAll('\\/', '/'))
  const linked = (canonical?.facts.links ?? []).filter(({ text }) => leadsToText(text)).map(({ href }) => href)
  const shown = frames.filter((source) => !OTHER_FRAME.test(source.split(/[?#]/)[0]!))
  const { host } = new URL(base)
  const found = [...named, ...shown, ...linked]
    .map((href) => resolveHref(href, base, canonical?.charset ?? undefined))
    .filter((url) => url !== null && url !== base && new URL(url).host === host)
  return [...new Set(found as string[])].slice(0, MAX_ADDRESSES)
}

function leadsToText(words: string): boolean {
  const bare = fold(words).replace(/[\s()[\]【】:]/g, '')
  return bare.length >= MIN_WORDS && bare.length <= 16 && TO_TEXT.test(bare)
}
