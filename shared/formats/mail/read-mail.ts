import { RefusalError } from '../../report/refusal.ts'
import { NO_FACTS, type PageFacts } from '../canonical.ts'
import { decode } from '../decode.ts'
import type { FoundTable } from '../found-tables.ts'
import { type Page, readHtml } from '../html/read-html.ts'
import type { SheetAt } from '../html/style/linked-sheets.ts'
import { MAX_STUB_TEXT } from '../unread.ts'
import { type MimePart, mimePartsOf } from './mime-parts.ts'

export interface Message {
  readonly text: string
  readonly charset?: string
  readonly facts: PageFacts
  readonly tables?: readonly FoundTable[]
  readonly unread: readonly string[]
}

/**
 * Reads a web page saved as MHT, or a mail message: its root part as any page, or as plain text. Other HTML parts are what the page shows in
 * frames; they are read only if the page has hardly any text of its own. Attachments are documents of their own and are not looked into.
 * @throws {RefusalError} `no_text` if it has no such part, `corrupt` if it cannot be taken apart, or as `decode` and `readHtml` do
 */
export async function readMail(bytes: Uint8Array): Promise<Message> {
  const whole = await mimePartsOf(bytes)
  const all = leavesOf(whole)
  const root = rootOf(whole, whole.location)
  const attachments = all
    .filter((part) => part !== root && isAttached(part))
    .map((part) => `the attachment ${nameOf(part)}`)
  if (root === null)
    throw new RefusalError(
      'no_text',
      `The message has no text${attachments.length > 0 ? ` beside ${attachments.join(', ')}` : ''}; upload its attachments.`,
    )
  const { text, charset } = decode(root.bytes!, root.parameters.charset)
  if (root.type !== 'text/html')
    return { text: root.asTyped(text), charset, facts: NO_FACTS, unread: isStub(text) ? attachments : [] }
  const sheetAt = (address: string) => sheetIn(all, address)
  const page = await readHtml(text, sheetAt)
  const shown = isStub(page.text) ? ((await framedPage(page, all, root, sheetAt)) ?? page) : page
  const { facts, tables } = shown
  return {
    text: shown.text,
    charset,
    facts,
    tables,
    unread: [...shown.unread, ...(isStub(shown.text) ? attachments : [])],
  }
}

/**
 * The part that a person reads first: of related parts the one that the message names as its start or whose address is the page's (RFC 2387), of
 * alternatives the last that can be read, else the first that is text and no attachment.
 */
function rootOf(part: MimePart, address: string | null): MimePart | null {
  if (part.parts.length === 0) return isText(part) && !part.isAttachment ? part : null
  const roots = part.parts.flatMap((child) => rootOf(child, address) ?? [])
  if (part.type === 'multipart/alternative')
    return roots.findLast(({ type }) => type === 'text/html') ?? roots.at(-1) ?? null
  const start = part.parameters.start?.replace(/^<|>$/g, '')
  const started = part.parts.find(({ contentId }) => contentId !== null && contentId === start)
  const named =
    started === undefined
      ? roots.find(({ location }) => location !== null && location === address)
      : rootOf(started, address)
  return named ?? roots.find(({ type }) => type === 'text/html') ?? roots[0] ?? null
}

function leavesOf(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? (part.bytes === null ? [] : [part]) : part.parts.flatMap(leavesOf)
}

function isText({ type, bytes }: MimePart): boolean {
  return bytes !== null && bytes.length > 0 && (type === 'text/html' || type === 'text/plain' || type === '')
}

/** Files that hang on a message, and messages in it. Pictures and sheets of a saved page have an address or an id. */
function isAttached({ isAttachment, fileName, type, location, contentId }: MimePart): boolean {
  return isAttachment || type === 'message/rfc822' || (fileName !== null && location === null && contentId === null)
}

function nameOf({ fileName, type }: MimePart): string {
  return fileName ?? type
}

function isStub(text: string): boolean {
  return text.length <= MAX_STUB_TEXT
}

/** The page that a saved page shows in a frame, if it says more than the one around it. */
async function framedPage(
  page: Page,
  all: readonly MimePart[],
  root: MimePart,
  sheetAt: SheetAt,
): Promise<Page | null> {
  const framed = all.filter(
    (part) =>
      part !== root &&
      part.type === 'text/html' &&
      !part.isAttachment &&
      page.frames.some((address) => isAt(part, address)),
  )
  let longest: Page | null = null
  for (const part of framed) {
    const one = await readHtml(decode(part.bytes!, part.parameters.charset).text, sheetAt)
    if (longest === null || one.text.length > longest.text.length) longest = one
  }
  if (longest === null || longest.text.length <= page.text.length) return null
  return { ...longest, facts: { ...page.facts, ...known(longest.facts) } }
}

/** The text of the style sheet that a page links. */
function sheetIn(all: readonly MimePart[], address: string): string | null {
  const part = all.find((one) => one.type === 'text/css' && isAt(one, address))
  return part === undefined ? null : decode(part.bytes!, part.parameters.charset ?? 'utf-8').text
}

/** Pages name parts by their id or their address, which may be relative. */
function isAt({ contentId, location }: MimePart, address: string): boolean {
  return (
    address === `cid:${contentId}` ||
    address === location ||
    (location?.endsWith(address.replace(/^(?:\.{0,2}\/)+/, '/')) ?? false)
  )
}

function known(facts: PageFacts): Partial<PageFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
}
