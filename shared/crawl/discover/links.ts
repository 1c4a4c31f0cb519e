import { recordsInScripts } from '../lists/script-records.ts'
import { columnLinks } from '../lists/systems/gkmlpt.ts'
import { readControls } from '../pages/controls.ts'
import { baseOf, resolveHref } from '../pages/links.ts'
import { type Anchor, collapse, MAX_SCRIPTS, type Markup, readMarkup } from '../pages/markup.ts'
import { addressOfHandler } from '../pages/script-calls.ts'
import { type SendingPage, sentOn } from '../pages/sent-on.ts'

/** A way from a page to another. */
export interface Link {
  readonly url: string
  /** What the page calls it, in each of the ways in which it leads there. */
  readonly words: readonly string[]
  /** A frame, the file of a menu, or where the page sends its visitors: it belongs to the page. */
  readonly isPart: boolean
}

const MAX_LINKS = 3000
const MAX_XML = 2_000_000
/** 更多 and pictures say nothing of their own; the heading of their box does. */
const SAYS_NOTHING = /^(?:更多|more|查看|详情|进入|[>»…+.\s])*$/i
const MAX_BOX_LEVELS = 3
const MAX_LINKS_IN_BOX = 15
const LONGEST_HEADING = 60
const LOC = /<loc>\s{0,20}(?:<!\[CDATA\[)?\s{0,20}([^<\s\]]{8,800})/g
/** Names of fields in the records of menus and trees. */
const NAME = /^(?:name|title|text|label|chnlname|chnldesc|columnname)$/i
const ADDRESS = /^(?:url|href|link|path|linkurl|chnlurl|target)$/i
/** Files that a page loads to draw a menu or a tree, and addresses that its scripts ask for one. */
const MENU_FILE = /(?:menu|nav|tree|column|channel|catalog|daohang|lanmu|dh|lm)[\w-]{0,20}\.(?:js|json)(?:\?|$)/i
const QUOTED_MENU =
  /["']([^"'\s]{1,200}(?:menu|nav|tree|catalog|columns?|channels?)[\w-]{0,20}(?:\.json|\.js|\.jsp|\.do)?(?:\?[^"'\s]{0,200})?)["']/gi
/** A name and an address that follow each other as arguments of a call: `d.add(12,3,'法治政府建设','/list.jsp?id=12')`. */
const NAMED_ADDRESS =
  /(["'])(?<words>[^"'\n]{0,40}[\u4e00-\u9fff][^"'\n]{0,40})\1\s{0,5},\s{0,5}(["'])(?<href>(?:[\w.-]{0,60}[/?.])[^"'\s\u4e00-\u9fff]{1,300})\3/g
const WRITTEN_MARKUP = /<(?:a|li)\b/i

/**
 * Everything that a page leads to: links, pictures and areas, frames, selects, scripts of its elements, menus and trees in scripts,
 * and the addresses of a site map in XML. Also the files of scripts that may hold a menu.
 */
export function linksOf({ text, url: pageUrl, sendsTo }: SendingPage & { readonly text: string }): Link[] {
  const xml = [...text.slice(0, MAX_XML).matchAll(LOC)].map(([, href]) => href!)
  if (xml.length > 0)
    return resolved(
      xml.map((href) => ({ href, words: '', isPart: href.endsWith('.xml') })),
      pageUrl,
    )
  const markup = readMarkup(text)
  const base = baseOf(markup, pageUrl)
  const controls = readControls(text)
  const scripts = isScriptFile(pageUrl, text) ? text : markup.scripts
  const target = sentOn(markup, controls, { url: pageUrl, sendsTo })
  const worked = controls.controls.flatMap(({ href, handler, dataAddress, text: own, hint }) => {
    const scripted = handler === null ? null : addressOfHandler(handler, scripts.slice(0, MAX_SCRIPTS))
    return [href, dataAddress, scripted].flatMap((one) =>
      one === null ? [] : [{ href: one, words: `${own} ${hint}` }],
    )
  })
  const sources = controls.scriptSources.filter((source) => MENU_FILE.test(source))
  const asked = [...scripts.slice(0, MAX_SCRIPTS).matchAll(QUOTED_MENU)].map(([, href]) => href!)
  const parts = [...(target === null ? [] : [target]), ...controls.frames, ...sources, ...asked]
  // A fragment is no part of an address, except where it names a list.
  const columns = columnLinks(text, pageUrl).map(({ href, words }) => ({
    url: pageUrl + href,
    words: [words],
    isPart: false,
  }))
  const links = resolved(
    [
      ...anchorsOf(markup),
      ...worked,
      ...recordsOf(scripts),
      ...argumentsOf(scripts),
      ...writtenBy(scripts),
      ...parts.map((href) => ({ href, words: '', isPart: true })),
    ],
    base,
  )
  return [...columns, ...links]
}

interface Written {
  readonly href: string
  readonly words: string
  readonly isPart?: boolean
}

function resolved(links: readonly Written[], base: string): Link[] {
  const found = new Map<string, { words: Set<string>; isPart: boolean }>()
  for (const { href, words, isPart = false } of links.slice(0, MAX_LINKS)) {
    const url = resolveHref(href, base)
    if (url === null) continue
    const known = found.get(url) ?? { words: new Set(), isPart: false }
    known.words.add(collapse(words))
    known.isPart ||= isPart
    found.set(url, known)
  }
  return [...found].map(([url, { words, isPart }]) => ({ url, words: [...words], isPart }))
}

function anchorsOf({ anchors }: Markup): Written[] {
  return anchors.flatMap((anchor) => {
    const { href, text, title } = anchor
    const own = [text, title].filter((words) => !SAYS_NOTHING.test(words))
    return (own.length > 0 ? own : [headingOf(anchor)]).map((words) => ({ href, words }))
  })
}

/** The words of the box that a link without words of its own stands in. */
function headingOf({ block }: Anchor): string {
  let box: Anchor['block'] | null = block
  for (
    let level = 0;
    level < MAX_BOX_LEVELS && box !== null && box.links <= MAX_LINKS_IN_BOX;
    level++, box = box.parent
  ) {
    const heading = collapse(box.text)
    if (heading !== '') return heading.slice(0, LONGEST_HEADING)
  }
  return ''
}

/** Nodes of menus and trees: `{id:3,pId:1,name:'法治政府建设',url:'/fzzf/'}`. */
function recordsOf(scripts: string): Written[] {
  return recordsInScripts(scripts.slice(0, MAX_SCRIPTS)).flatMap((record) => {
    const href = Object.entries(record).find(([name, value]) => ADDRESS.test(name) && value !== '')?.[1]
    const words = Object.entries(record).find(([name, value]) => NAME.test(name) && value !== '')?.[1]
    return href === undefined || words === undefined ? [] : [{ href, words }]
  })
}

/** Nodes of trees that calls add. */
function argumentsOf(scripts: string): Written[] {
  return [...scripts.slice(0, MAX_SCRIPTS).matchAll(NAMED_ADDRESS)].map(({ groups }) => ({
    href: groups!.href!,
    words: groups!.words!,
  }))
}

/** Links in the markup that a script writes: `document.write('<a href="/fzzf/">法治政府建设</a>')`. */
function writtenBy(scripts: string): Written[] {
  if (!WRITTEN_MARKUP.test(scripts)) return []
  return anchorsOf(readMarkup(scripts.slice(0, MAX_SCRIPTS).replace(/\\(["'/])/g, '$1')))
}

function isScriptFile(url: string, text: string): boolean {
  return /\.(?:js|json|jsp|do)$/i.test(new URL(url).pathname) || /^\s*[[{]/.test(text)
}
