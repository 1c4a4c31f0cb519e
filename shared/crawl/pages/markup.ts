import { Parser } from 'htmlparser2'
import { MAX_DEPTH, tooComplex } from '../../formats/limits.ts'
import { saidBeforeCut } from '../cut-title.ts'
import { dataAddressOf, handlerOf, looksLikeAddress } from './leads.ts'
import { isAddress } from './links.ts'
import { type Around, Surroundings } from './surroundings.ts'

/** Characters that an element passes on to its parent. A list row has little text beside its link. */
const MAX_CARRIED = 300
/** No row of a list links to so many addresses. */
const MAX_TARGETS = 4
/** Of the characters of a page's scripts so many are searched. */
export const MAX_SCRIPTS = 200_000

/** An element that may be one row of a list. Totals include nested elements and are complete when parsing has ended. */
export interface Block {
  readonly parent: Block | null
  /** Text outside of links. */
  text: string
  links: number
  /** Different addresses of its links, as written; no more than `MAX_TARGETS`. */
  readonly targets: Set<string>
}

export interface Anchor {
  readonly href: string
  /** What leads on where `href` does not: an address in an attribute that its script reads, or that script. */
  readonly lead: Lead | null
  /** Visible text, white space collapsed. */
  readonly text: string
  readonly title: string
  readonly isNext: boolean
  /** The frame or window in which it opens, as written; empty without. */
  readonly target: string
  readonly block: Block
  readonly around: Around
}

export interface Lead {
  readonly address: string | null
  readonly handler: string | null
}

/** A page as a list reader needs it, read in one pass without a tree. */
export interface Markup {
  readonly anchors: readonly Anchor[]
  /** Inline scripts. They contain pagers and embedded records. */
  readonly scripts: string
  readonly text: string
  readonly title: string
  /** Contents by lower-case name. */
  readonly metas: ReadonlyMap<string, string>
  readonly baseHref: string | null
}

const BLOCKS = new Set(['li', 'tr', 'dd', 'dt', 'dl', 'p', 'div', 'section', 'article', 'ul', 'table', 'td'])
/** One of the relations that `rel` names. */
const NEXT = /(?:^|\s)next(?:\s|$)/i
const UNSEEN = new Set(['script', 'style', 'noscript', 'template'])

/** @throws {RefusalError} `too_complex` if it is nested deeper than the limit: the parser's time grows with the depth */
export function readMarkup(html: string): Markup {
  const anchors: Anchor[] = []
  const scripts: string[] = []
  const texts: string[] = []
  const metas = new Map<string, string>()
  let title = ''
  let baseHref: string | null = null
  let block: Block = { parent: null, text: '', links: 0, targets: new Set() }
  let term: Block | null = null
  const surroundings = new Surroundings()
  let open: (Anchor & { text: string; title: string; label: string }) | null = null
  let inside = ''
  let depth = 0

  const closeAnchor = () => {
    if (open === null) return
    const { label, ...anchor } = open
    const text = collapse(open.text)
    // What is read out in place of the words: all that a link without words, or with words that are cut, says in full.
    const title = open.title === '' && (text === '' || saidBeforeCut(text) !== null) ? label : open.title
    anchors.push({ ...anchor, text, title })
    open = null
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++depth > MAX_DEPTH) throw tooComplex(`nests deeper than ${MAX_DEPTH} elements`)
      if (UNSEEN.has(name) || name === 'title') inside = name
      surroundings.open(name, attributes)
      if (BLOCKS.has(name)) block = { parent: block, text: '', links: 0, targets: new Set() }
      if (name === 'base') baseHref ??= attributes.href ?? null
      if (name === 'link' && NEXT.test(attributes.rel ?? '') && attributes.href !== undefined) {
        anchors.push({
          href: attributes.href,
          lead: null,
          text: '',
          title: '',
          isNext: true,
          target: '',
          block,
          around: surroundings.here(),
        })
      }
      if (name === 'meta' && attributes.name !== undefined) {
        metas.set(attributes.name.toLowerCase(), attributes.content ?? '')
      }
      // A link with a picture and no words says what its picture says.
      if (name === 'img' && open !== null && open.title === '') {
        open.title = collapse(attributes.title ?? attributes.alt ?? '')
      }
      if (open !== null && open.label === '') open.label = collapse(attributes['aria-label'] ?? attributes.title ?? '')
      const lead = name === 'a' ? leadOf(attributes) : null
      if (name === 'a' && (attributes.href !== undefined || lead !== null)) {
        closeAnchor()
        block.links++
        const { href = '#', title: hint = '', rel = '', target = '', 'aria-label': label = '' } = attributes
        addTarget(block, lead?.address ?? lead?.handler ?? href.trim())
        open = {
          href: href.trim(),
          lead,
          text: '',
          title: collapse(hint),
          label: collapse(label),
          isNext: NEXT.test(rel),
          target,
          block,
          around: surroundings.here(),
        }
      }
    },
    ontext(text) {
      if (inside === 'script') scripts.push(text)
      if (inside === 'title') title += text
      if (inside !== '') return
      texts.push(text)
      surroundings.text(text)
      if (open !== null) open.text += text
      else if (block.text.length < MAX_CARRIED) block.text += text.slice(0, MAX_CARRIED)
    },
    onclosetag(name) {
      depth--
      if (name === inside) inside = ''
      surroundings.close(name, open !== null)
      if (name === 'a') closeAnchor()
      if (!BLOCKS.has(name) || block.parent === null) return
      if (name === 'dt') term = block
      if (name === 'dd' && term?.parent === block.parent) joinRow(term, block)
      const { parent, text, links, targets } = block
      parent.links += links
      for (const target of targets) addTarget(parent, target)
      if (parent.text.length < MAX_CARRIED) parent.text += ` ${text.slice(0, MAX_CARRIED)} `
      block = parent
    },
  })
  parser.write(html)
  parser.end()
  closeAnchor()
  return { anchors, scripts: scripts.join('\n'), text: texts.join(''), title: collapse(title), metas, baseHref }
}

/** What a link leads to by a script. Null if it has an address of its own. */
function leadOf(attributes: Readonly<Record<string, string>>): Lead | null {
  if (isAddress(attributes.href?.trim() ?? null)) return null
  const address = dataAddressOf(attributes)
  const lead = {
    address: address !== null && looksLikeAddress(address) ? address : null,
    handler: handlerOf('a', attributes),
  }
  return lead.address === null && lead.handler === null ? null : lead
}

/** A `dt` and its `dd` are one row: what stands in the one without a link belongs to the link in the other. */
function joinRow(term: Block, description: Block): void {
  if (term.links > 0 && description.links === 0) term.text += ` ${description.text}`
  else if (term.links === 0 && description.links > 0) description.text += ` ${term.text}`
}

function addTarget({ targets }: Block, href: string): void {
  if (targets.size < MAX_TARGETS) targets.add(href)
}

/** Replaces each run of white space by one space, and takes out what has no width. */
export function collapse(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060]/g, '')
    .split(/\s+/)
    .join(' ')
    .trim()
}
