import { Parser } from 'htmlparser2'
import { fold } from '../../text/fold.ts'
import { dataAddressOf } from './leads.ts'
import { isAddress } from './links.ts'
import { collapse } from './markup.ts'

/** A control, an empty element or a script that stands between two rows of a list, or behind the last. */
export interface Piece {
  readonly kind: 'control' | 'empty' | 'script'
  readonly tag: string
  /** What it says: its words, what a field or a picture is called, the text of a script. */
  readonly words: string
  readonly href: string | null
  /** ID, classes and the like, and those of its pictures. */
  readonly marks: string
  /** Values of a select's options. */
  readonly values: readonly string[]
  readonly isDisabled: boolean
  /** It stands in an element that opens behind a row and is marked as a pager. */
  readonly isInPager: boolean
}

/** What stands before the first row, or behind one up to the next one or to the foot of the page. */
export interface Gap {
  readonly pieces: readonly Piece[]
  /** Words outside of controls, with a blank between those of two elements. */
  readonly text: string
  /** The same with the words of controls that lead nowhere by themselves: a script may be bound to them. */
  readonly unled: string
}

const MAX_GAPS = 200
const MAX_PIECES = 60
const MAX_TEXT = 1000
const MAX_WORDS = 100
const MAX_SCRIPT = 4000
const UNSEEN = new Set(['style', 'noscript', 'template', 'textarea', 'title'])
const BOXES = new Set(['div', 'ul', 'ol', 'p', 'nav', 'section', 'span', 'table', 'tbody', 'td', 'li', 'iframe'])
const PARTS = new Set(['div', 'ul', 'section', 'table', 'td', 'dl', 'footer', 'aside', 'header', 'form'])
const FIELDS = new Set(['text', 'number', 'button', 'submit', 'image', ''])
/** Names of components that turn pages. */
const COMPONENT = /-.{0,20}(?:pag|load|infinite|list)/
const EVENT = /^(?:onclick|@click|v-on:click|ng-click|@tap|bindtap)/
/** Parts of a page that are no list: what leads on within them leads on in something else. */
const OTHER_PART =
  /foot|head|share|qr|ewm|code|\btop|side|carousel|swiper|lunbo|left|right|copy|banner|tongji|stat|count|float|nav(?!ig)|menu|dialog|player|weather|login|search|clear|line|time|date|map|ad\b|kf|gov|friend|yqlj|conac|jiucuo|hits?\b|visit|click/i
const PAGER =
  /(?:^|[\s_-])(?:\w{0,12}pag(?:e|er|es|ing|ination)s?[\w-]{0,12}|pg(?:bar|box|list|nav|s)?|f[ae]nye\w{0,8}|fy|ye(?:ma|shu)|turn-?page|split-?page|load-?more|infinite[\w-]{0,12})(?:$|[\s_-])/i

interface Open {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly marks: string
  readonly isRowLink: boolean
  readonly isWorked: boolean
  /** It is in what leads somewhere by its address or a script of its own, or is that. */
  readonly isLed: boolean
  readonly isOther: boolean
  readonly isInPager: boolean
  readonly values: string[]
  text: string
  hint: string
  /** IDs and classes of the elements in it. */
  within: string
  hasElements: boolean
  hasFile: boolean
}

export function isOtherPart(marks: string): boolean {
  return OTHER_PART.test(marks)
}

/**
 * What stands around the rows of a page, in one pass: before the first, then behind each.
 * @param isRow whether a link, as written, leads to a row of the list
 * @param isIdle whether an element brings nothing that the page does not have
 */
export function readAroundRows(
  html: string,
  isRow: (href: string) => boolean,
  isIdle: (tag: string, attributes: Readonly<Record<string, string>>) => boolean,
): Gap[] {
  const gaps: { pieces: Piece[]; text: string; unled: string }[] = [{ pieces: [], text: '', unled: '' }]
  const stack: Open[] = []
  const say = (text: string, where: 'text' | 'unled') => {
    const gap = gaps.at(-1)!
    // Of what stands before the rows the nearest is kept.
    if (gaps.length === 1) gap[where] = (gap[where] + text).slice(-MAX_TEXT)
    else if (gap[where].length < MAX_TEXT) gap[where] += text
  }
  const parser = new Parser({
    onopentag(tag, attributes) {
      const parent = stack.at(-1)
      const isFile = tag === 'script' && attributes.src !== undefined
      if (parent !== undefined) parent.hasElements ||= !isFile
      if (parent !== undefined) parent.hasFile ||= isFile
      const marks = `${attributes.id ?? ''} ${attributes.class ?? ''}`.trim().slice(0, 200)
      const isHere = gaps.length > 1
      const isPager = isHere && PAGER.test(marks)
      const isRowLink = tag === 'a' && isRow(addressOf(attributes))
      if (isRowLink && gaps.length < MAX_GAPS) gaps.push({ pieces: [], text: '', unled: '' })
      const isComponent = isHere && COMPONENT.test(tag)
      if (isComponent && gaps.at(-1)!.pieces.length < MAX_PIECES) gaps.at(-1)!.pieces.push(componentPiece(tag))
      if (tag === 'option') parent?.values.push(attributes.value ?? '')
      stack.push({
        tag,
        attributes,
        marks,
        isRowLink,
        isWorked: parent?.isWorked === true || isRowLink || tag === 'a' || tag === 'button' || tag === 'select',
        isLed: parent?.isLed === true || isRowLink || leadsByItself(tag, attributes),
        isOther:
          parent?.isOther === true ||
          (isHere && !isPager && PARTS.has(tag) && isOtherPart(marks)) ||
          isIdle(tag, attributes),
        isInPager: parent?.isInPager === true || isPager,
        // Groups of options are the select's own.
        values: tag === 'optgroup' && parent !== undefined ? parent.values : [],
        text: '',
        hint: hintOf(tag, attributes),
        within: '',
        hasElements: false,
        hasFile: false,
      })
    },
    ontext(text) {
      const top = stack.at(-1)
      if (top === undefined || UNSEEN.has(top.tag)) return
      const limit = top.tag === 'script' ? MAX_SCRIPT : MAX_WORDS
      if (top.text.length < limit) top.text += text.slice(0, limit)
      if (top.isOther || top.tag === 'script') return
      if (!top.isWorked) say(text.slice(0, MAX_WORDS), 'text')
      if (!top.isLed) say(text.slice(0, MAX_WORDS), 'unled')
    },
    onclosetag(tag) {
      const open = stack.pop()
      if (open === undefined) return
      if (tag === 'input' && /^button$/i.test(open.attributes.type ?? '') && !open.isLed)
        say(open.attributes.value ?? '', 'unled')
      say(' ', 'text')
      say(' ', 'unled')
      const { pieces } = gaps.at(-1)!
      const parent = stack.at(-1)
      const isPart = gaps.length === 1 || open.isOther || open.isRowLink || parent?.isWorked === true
      const piece = isPart || pieces.length >= MAX_PIECES ? null : pieceOf(open)
      if (piece !== null) pieces.push(piece)
      if (parent === undefined || tag === 'script' || UNSEEN.has(tag)) return
      // Else what nested elements say grows with each, and is read at each.
      if (parent.text.length < MAX_WORDS) parent.text += ` ${open.text.slice(0, MAX_TEXT)} `
      if (parent.hint.length < MAX_WORDS) parent.hint += ` ${open.hint.slice(0, MAX_TEXT)}`
      if (parent.within.length < MAX_WORDS) parent.within += ` ${open.marks} ${open.within}`.slice(0, MAX_TEXT)
    },
  })
  parser.write(html)
  parser.end()
  return gaps.map(({ pieces, ...said }) => ({ pieces, text: folded(said.text), unled: folded(said.unled) }))
}

function addressOf(attributes: Readonly<Record<string, string>>): string {
  const { href = '' } = attributes
  return isAddress(href.trim()) ? href : (dataAddressOf(attributes) ?? '#')
}

/** A select is read with its options. */
function leadsByItself(tag: string, { href = '', onclick }: Readonly<Record<string, string>>): boolean {
  const isIdle = /^\s*(?:$|#\s*$|javascript:[\s;]*(?:void\s*\(?\s*0?\s*\)?)?[\s;]*$)/i.test(href)
  return tag === 'select' || onclick !== undefined || (tag === 'a' && !isIdle)
}

/** What a component holds is not known, nor is where it ends: it may be written as an element of its own. */
function componentPiece(tag: string): Piece {
  return { kind: 'control', tag, words: '', href: null, marks: '', values: [], isDisabled: false, isInPager: true }
}

function pieceOf({ tag, attributes, isInPager, values, text, hint, ...open }: Open): Piece | null {
  const { marks, within, hasElements, hasFile } = open
  const said = collapse(text)
  const { href, type = '' } = attributes
  const script = /^\s*javascript:/i.test(href ?? '')
  const piece = {
    tag,
    words: fold(said || collapse(hint)),
    href: href === undefined || script || /^\s*#?\s*$/.test(href) ? null : href,
    marks: collapse(`${marks} ${within} ${hint}`),
    values,
    isDisabled: attributes.disabled !== undefined || /\bdis(?:abled?)?\b|disabled|unable/i.test(marks),
    isInPager,
  }
  if (tag === 'script') return attributes.src || said === '' ? null : { ...piece, kind: 'script', words: text }
  const isField = tag === 'input' && FIELDS.has(type.toLowerCase())
  const hasEvent = Object.keys(attributes).some((name) => EVENT.test(name))
  // A link without words and pictures is a place within the page.
  const isLink = tag === 'a' && (said !== '' || hasElements || (href !== undefined && `${marks}${hint}` !== ''))
  const isWord = isInPager && said !== '' && !hasElements
  if (isWord || isLink || isField || tag === 'button' || tag === 'select' || hasEvent)
    return { ...piece, kind: 'control' }
  // Elements with nothing but a class mostly keep a distance.
  const isNamed =
    isInPager ||
    (hasFile && marks !== '') ||
    Object.keys(attributes).some((name) => name === 'id' || name.startsWith('data-'))
  const isEmpty = said === '' && !hasElements && !attributes.src && BOXES.has(tag)
  return isEmpty && isNamed ? { ...piece, kind: 'empty' } : null
}

function folded(words: string): string {
  return fold(collapse(words))
}

function hintOf(tag: string, attributes: Readonly<Record<string, string>>): string {
  const { title = '', alt = '', value = '', src = '', placeholder = '', name = '' } = attributes
  const label = attributes['aria-label'] ?? ''
  const isField = tag === 'input'
  const picture = tag === 'img' || isField ? src.split(/[?#]/)[0]!.split('/').at(-1)! : ''
  return [title, alt, label, isField ? `${value} ${placeholder} ${name}` : '', picture].filter(Boolean).join(' ')
}
