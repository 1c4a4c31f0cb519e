import type { ChildNode, Element } from 'domhandler'
import type { Link } from '../canonical.ts'
import { mayBeAttachment } from './attachment.ts'
import { isNeverContent } from './boilerplate.ts'
import { isElement } from './tree.ts'

/** An article with more text than this is the report itself, whatever hangs on it. */
const MAX_STUB_TEXT = 240
const MAX_NAME = 80

/**
 * What a page with little text of its own shows in place of a report: its attachments, the frames and the pictures in its article; of a page
 * whose text counts nothing, its frames.
 * @param article its lines without the title
 */
export function unreadOf(
  article: readonly string[],
  body: readonly Element[],
  links: readonly Link[],
  frames: readonly string[],
): string[] {
  const length = article.reduce((sum, line) => sum + line.length, 0)
  const files = links.filter(({ href }) => mayBeAttachment(href))
  const shown = frames
    .filter((href) => !files.some((file) => file.href === href))
    .map((href) => `the frame ${href.slice(0, MAX_NAME)}`)
  if (length > MAX_STUB_TEXT) return article.some((line) => COUNT.test(line)) ? [] : shown
  const pictures = picturesIn(body)
  return [
    ...files.map(({ href, text }) => `the attachment ${(text === '' ? href : text).slice(0, MAX_NAME)}`),
    ...shown,
    ...(pictures === 0 ? [] : [pictures === 1 ? 'a picture' : `${pictures} pictures`]),
  ]
}

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
