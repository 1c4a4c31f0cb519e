import { ATTACHED_EXTENSIONS, anyExtension } from '../formats.ts'
import { type Element, isElement } from './tree.ts'

/** Files that Fazhi does not read hang on pages too: a link to one is an attachment all the same. */
const ATTACHED = anyExtension([...ATTACHED_EXTENSIONS, 'zip', 'rar', '7z', 'xlsx', 'xls', 'rtf'])
const FILE = new RegExp(`\\.(?:${ATTACHED})(?=$|[?#&\\s])`, 'i')
/** Services that send a file: `/download?id=12`. */
const SERVICE = /download|attach/i

/** True if an address ends as a file of a format that portals attach does. */
export function isAttachment(href: string): boolean {
  return FILE.test(href)
}

/** Addresses that may be those of files: by their ending, or by the name of the service behind them. */
export const MAY_BE_ATTACHMENT = new RegExp(`${FILE.source}|${SERVICE.source}`, 'i')

/** Addresses that lead nowhere by themselves; a script may say where. */
const NO_ADDRESS = /^(?:#|javascript:|mailto:|tel:|data:|about:|$)/i
const MAX_ADDRESS = 2048
const QUOTED = /(['"])([^'"<>\n]{1,2048})\1/g

/**
 * The address that an element leads to: that of its link, or of the file that a script opens for it. Viewers are looked through:
 * `viewer.html?file=/a.pdf` leads to `/a.pdf`. Null if it leads nowhere.
 */
export function addressOf({ name, attribs }: Element): string | null {
  const href = name === 'a' || name === 'area' ? (attribs.href?.trim() ?? '') : ''
  if (href.length > MAX_ADDRESS) return null
  if (!NO_ADDRESS.test(href)) return viewed(href)
  const inHref = /^javascript:/i.test(href) ? fileIn(decoded(href)) : null
  if (inHref !== null) return inHref
  return leftForScripts(attribs)
}

/** The address of a file in an attribute in which templates leave it for their scripts. */
function leftForScripts(attributes: Readonly<Record<string, string>>): string | null {
  const {
    onclick,
    'data-href': href,
    'data-url': url,
    'data-src': src,
    'data-file': file,
    'data-link': link,
  } = attributes
  // Asked of every element of a page, of which hardly any has one.
  if ((onclick ?? href ?? url ?? src ?? file ?? link) === undefined) return null
  for (const script of [onclick, href, url, src, file, link]) {
    const found = script === undefined ? null : fileIn(script)
    if (found !== null) return found
  }
  return null
}

/** An address in a script, in quotes, or the whole of an attribute. */
function fileIn(script: string): string | null {
  if (script === '') return null
  const quoted = [...script.slice(0, MAX_ADDRESS).matchAll(QUOTED)].map((match) => match[2]!.trim())
  const whole = /^[^\s'"()]+$/.test(script) ? [script] : []
  const found = [...quoted, ...whole].map(viewed).find((address) => isAttachment(address) || isService(address))
  return found ?? null
}

/** Names of functions hold `download` too; an address has a path. */
function isService(address: string): boolean {
  return /^(?:https?:\/)?\/|^\.{1,2}\//.test(address) && SERVICE.test(address)
}

const SOURCES: ReadonlyMap<string, readonly string[]> = new Map([
  ['iframe', ['src', 'data-src']],
  ['frame', ['src']],
  ['embed', ['src']],
  ['object', ['data']],
])
const FILE_PARAMETERS = /^(?:src|filename|file|url|movie)$/i

/** The address of what a frame, an object or an embedded file shows; null for other elements and for empty ones. */
export function embeddedIn(element: Element): string | null {
  const own = SOURCES.get(element.name)?.map((attribute) => element.attribs[attribute]?.trim() ?? '')
  if (own === undefined) return null
  const parameters = element.children
    .filter(isElement)
    .filter(({ name, attribs }) => name === 'param' && FILE_PARAMETERS.test(attribs.name ?? ''))
    .map(({ attribs }) => attribs.value?.trim() ?? '')
  const found = [...own, ...parameters].find((address) => !NO_ADDRESS.test(address) && address.length <= MAX_ADDRESS)
  return found === undefined ? null : viewed(found)
}

/** Parameters in which viewers are told what to show. */
const VIEWED = /[?&#](?:file|url|src|furl|path|filepath|pdf|doc)=(?<address>[^&#]{1,2000})/i

function viewed(address: string): string {
  const found = VIEWED.exec(address)?.groups?.address
  if (found === undefined) return address
  const inside = decoded(found)
  return isAttachment(inside) ? inside : address
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Percent signs that are no encoding stand for themselves.
    return text
  }
}
