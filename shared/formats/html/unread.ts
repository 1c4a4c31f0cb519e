import type { ChildNode } from 'domhandler'
import type { Link } from '../canonical.ts'
import { MAX_STUB_TEXT } from '../unread.ts'
import { MAY_BE_ATTACHMENT } from './attachment.ts'
import { isNeverContent } from './boilerplate.ts'
import { type Element, isElement } from './tree.ts'

const MAX_NAME = 80

/**
 * What a page with little text of its own shows in place of a report: its attachments, the frames and the pictures in its article; of a page
 * whose text counts nothing, its frames.
 * @param article its lines without the title
 * @param html the page if it has a title; without one, nothing tells of what its text would be
 */
export function unreadOf(
  article: readonly string[],
  body: readonly Element[],
  links: readonly Link[],
  frames: readonly string[],
  html: string | null,
): string[] {
  const length = article.reduce((sum, line) => sum + line.length, 0)
  const files = links.filter(({ href }) => MAY_BE_ATTACHMENT.test(href))
  const shown = frames
    .filter((href) => !files.some((file) => file.href === href))
    .map((href) => `the frame ${href.slice(0, MAX_NAME)}`)
  if (length > MAX_STUB_TEXT) return article.some((line) => COUNT.test(line)) ? [] : shown
  const pictures = picturesIn(body)
  const isAwaited = files.length + shown.length === 0 && html !== null && awaitsScript(html, article)
  return [
    ...files.map(({ href, text }) => `the attachment ${(text === '' ? href : text).slice(0, MAX_NAME)}`),
    ...shown,
    ...(isAwaited ? ['what a script loads into the page'] : []),
    ...(pictures === 0 ? [] : [pictures === 1 ? 'a picture' : `${pictures} pictures`]),
  ]
}

function awaitsScript(html: string, article: readonly string[]): boolean {
  return SCRIPT.test(html) && (APPLICATION.test(html) || article.some((line) => LOADING.test(line)))
}

/** What pages show until their text has come. */
const LOADING =
  /^.{0,20}(?:正在(?:加载|载入|读取|打开)|(?:加载|载入|读取)中|请稍[候后等]|(?:启用|开启|打开|不支持)\s?javascript|loading\b).{0,20}$/i

const SCRIPT = /<script/i
/** The empty place of a page that a script draws as a whole. */
const APPLICATION = /<div\s+id=["']?(?:app|root|__nuxt|__next)["']?\s*>\s*<\/div>/i

/** A text without any count is what stands around a report, not the report. */
const COUNT = /\d\s?[万亿余多]{0,2}[件次个项人份名条家户起场期元部台辆处宗例%％]/

/** Icons beside attachments are smaller. */
const ICON = 48

function picturesIn(nodes: readonly ChildNode[]): number {
  let count = 0
  for (const node of nodes) {
    if (!isElement(node) || isNeverContent(node)) continue
    if (node.name === 'img' && !isIcon(node)) count++
    count += picturesIn(node.children)
  }
  return count
}

function isIcon({ attribs }: Element): boolean {
  const sizes = [attribs.width, attribs.height].map((size) => Number.parseInt(size ?? '', 10))
  return sizes.some((size) => size <= ICON) || /icon|fileType/i.test(attribs.src ?? '')
}
