import { Parser } from 'htmlparser2'
import { MAX_DEPTH, tooComplex } from '../../formats/limits.ts'
import { dataAddressOf, handlerOf, nextAddressOf } from './leads.ts'
import { isAddress } from './links.ts'
import { collapse } from './markup.ts'
import { addressOfRefresh } from './refresh.ts'

/** Text that an element keeps: titles of rows and words of pagers are shorter. */
const MAX_TEXT = 300
const MAX_DISABLED_DEPTH = 3
/** Elements that a visitor works, and those that pagers are made of. Others count if they have a handler. */
const WORKED = new Set(['a', 'area', 'button', 'input', 'option', 'img'])
const VOID = new Set(['input', 'img', 'area'])
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'title', 'textarea'])
const BOXES = new Set(['div', 'ul', 'ol', 'p', 'nav', 'section', 'span', 'table', 'tbody'])
/** IDs and classes of pagers. `page` alone may be the whole page. */
const PAGER_MARK =
  /(?:^|[\s_-])(?:pager|paging|pagination|paginator|page-?(?:bar|nav|num|list|box|turn)s?|(?:posts?|list|comments?)-navigation|fenye|fanye)(?:$|[\s_-])/i
/** Pictures that slide have arrows as pagers do. */
const SLIDER = /(?:^|[\s_-])(?:carousel|slid(?:e|er|es|ing|eshow|eBox)|swiper|lunbo|marquee)(?:$|[\s_-])/i
const ARROW = /^[^\p{L}\p{N}]{0,3}$/u
const NUMBER_DATA = ['data-page', 'data-pageno', 'data-page-no', 'data-pagenum', 'data-page-index', 'data-next-page']
const DISABLED = /\bdis(?:abled?)?\b|disabled|unable|nolink|no-link|\bgr[ae]y\b|\boff\b|\bend\b|last-page-active/i

/** An element that may lead somewhere: a link, a button, an option, or anything with a script of its own. */
export interface Control {
  readonly tag: string
  /** Visible text, white space collapsed. */
  readonly text: string
  /** What it says otherwise: title, label, value, the words or the file name of its picture. */
  readonly hint: string
  readonly href: string | null
  /** The script that runs when it is worked; null if it has none. */
  readonly handler: string | null
  /** An address in an attribute that scripts read. */
  readonly dataAddress: string | null
  /** The number of a page in such an attribute. */
  readonly dataNumber: number | null
  readonly isDisabled: boolean
  /** Its ID and classes. */
  readonly marks: string
  /** It stands in an element that is marked as a pager. */
  readonly isInPager: boolean
}

/** An element with nothing in it that has an ID or data, so that a script may fill it. */
export interface Placeholder {
  readonly marks: string
  /** The link before it, as written; empty if there is none. */
  readonly after: string
}

export interface Field {
  readonly name: string
  readonly id: string
  readonly value: string
}

export interface Form {
  readonly name: string
  readonly id: string
  /** As written; empty for the page's own address. */
  readonly action: string
  readonly isPost: boolean
  readonly fields: readonly Field[]
}

/** What of a page leads to other pages, beyond its links with an address. Read in one pass without a tree. */
export interface Controls {
  readonly controls: readonly Control[]
  readonly forms: readonly Form[]
  /** Sources of frames, as written. */
  readonly frames: readonly string[]
  /** Address of a `meta refresh`. */
  readonly refresh: string | null
  /** Classes and IDs of elements with nothing in them: scripts fill them. */
  readonly empties: readonly string[]
  readonly placeholders: readonly Placeholder[]
  /** Addresses of scripts, as written. */
  readonly scriptSources: readonly string[]
  /** Texts that no link or control contains, each the text of one element. */
  readonly looseTexts: readonly string[]
}

interface Open {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly handler: string | null
  /** Whether it is in a link or control, or is one. */
  readonly isWorked: boolean
  /** Counts down from an element that is marked as disabled: `<li class="disabled"><a><span>`. */
  readonly disabled: number
  readonly isInPager: boolean
  /** The element with sliding pictures that it is in. */
  readonly slider: { hasPicture: boolean } | null
  own: string
  text: string
  hint: string
  hasElements: boolean
}

interface OpenForm {
  readonly attributes: Readonly<Record<string, string>>
  readonly fields: Field[]
}

/** @throws {RefusalError} `too_complex` if it is nested deeper than the limit */
export function readControls(html: string): Controls {
  const found = {
    controls: [] as Control[],
    forms: [] as Form[],
    frames: [] as string[],
    refresh: null as string | null,
    empties: [] as string[],
    placeholders: [] as Placeholder[],
    scriptSources: [] as string[],
    looseTexts: [] as string[],
  }
  const stack: Open[] = []
  let form: OpenForm | null = null
  let lastLink = ''

  const parser = new Parser({
    onopentag(tag, attributes) {
      if (stack.length >= MAX_DEPTH) throw tooComplex(`nests deeper than ${MAX_DEPTH} elements`)
      const parent = stack.at(-1)
      if (parent !== undefined) parent.hasElements ||= tag !== 'script'
      if (tag === 'form') form = { attributes, fields: [] }
      if (form !== null && (tag === 'input' || tag === 'textarea')) form.fields.push(fieldOf(attributes))
      const frame = frameOf(tag, attributes)
      if (frame !== null) found.frames.push(frame)
      if (tag === 'script' && attributes.src) found.scriptSources.push(attributes.src)
      if (tag === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '')) {
        found.refresh ??= addressOfRefresh(attributes.content ?? '')
      }
      const handler = handlerOf(tag, attributes) ?? (tag === 'option' ? (parent?.handler ?? null) : null)
      const isOff = attributes.disabled !== undefined || DISABLED.test(attributes.class ?? '')
      const disabled = isOff ? MAX_DISABLED_DEPTH : Math.max(0, (parent?.disabled ?? 0) - 1)
      const isWorked = parent?.isWorked === true || tag === 'a' || handler !== null
      const isSlider = SLIDER.test(`${attributes.id ?? ''} ${attributes.class ?? ''}`)
      const slider = parent?.slider ?? (isSlider ? { hasPicture: false } : null)
      if (slider !== null && tag === 'img') slider.hasPicture = true
      stack.push({
        tag,
        slider,
        attributes,
        handler,
        isWorked,
        disabled,
        isInPager: parent?.isInPager === true || isPagerMark(`${attributes.id ?? ''} ${attributes.class ?? ''}`),
        own: '',
        text: '',
        hint: hintOf(tag, attributes),
        hasElements: false,
      })
    },
    ontext(text) {
      const top = stack.at(-1)
      if (top === undefined || top.text.length >= MAX_TEXT) return
      top.own += text.slice(0, MAX_TEXT)
      top.text += text.slice(0, MAX_TEXT)
    },
    onclosetag(tag) {
      const open = stack.pop()
      if (open === undefined) return
      if (tag === 'form' && form !== null) {
        found.forms.push(formOf(form))
        form = null
      }
      if (UNSEEN.has(tag)) return
      const text = collapse(open.text)
      const { attributes, handler, hint } = open
      const marks = `${attributes.id ?? ''} ${attributes.class ?? ''}`.trim()
      if (tag === 'a') lastLink = attributes.href?.trim() ?? lastLink
      const isEmpty = text === '' && !open.hasElements && !VOID.has(tag)
      if (marks !== '' && isEmpty) found.empties.push(marks)
      const names = Object.keys(attributes).filter((name) => name === 'id' || name.startsWith('data-'))
      if (isEmpty && names.length > 0 && BOXES.has(tag)) {
        found.placeholders.push({ marks: marks || names.join(' '), after: lastLink })
      }
      const dataAddress = dataAddressOf(attributes)
      const number = NUMBER_DATA.map((name) => attributes[name]?.trim() ?? '').find((one) => /^[0-9]{1,4}$/.test(one))
      const leads = handler !== null || dataAddress !== null || isAddress(attributes.href ?? null)
      const isArrow = open.slider?.hasPicture === true && !leads && ARROW.test(text)
      const isWorked = WORKED.has(tag) || handler !== null || dataAddress !== null || isShort(collapse(open.own))
      if (isWorked && !isArrow) {
        found.controls.push({
          tag,
          text: text.slice(0, MAX_TEXT),
          hint: collapse(hint).slice(0, MAX_TEXT),
          href: attributes.href?.trim() ?? (tag === 'option' ? (attributes.value?.trim() ?? null) : null),
          handler,
          dataAddress,
          dataNumber: number === undefined ? null : Number(number),
          isDisabled: open.disabled > 0,
          marks,
          isInPager: open.isInPager,
        })
      }
      if (!open.isWorked && open.own.trim() !== '') found.looseTexts.push(collapse(open.own))
      const parent = stack.at(-1)
      if (parent === undefined) return
      if (parent.text.length < MAX_TEXT) parent.text += ` ${open.text.slice(0, MAX_TEXT)} `
      if (parent.hint.length < MAX_TEXT) parent.hint += ` ${hint.slice(0, MAX_TEXT)}`
    },
  })
  parser.write(html)
  parser.end()
  return found
}

/** What a frame shows, also if it is a component (`turbo-frame`) or an object with a page. */
function frameOf(tag: string, { src = '', data = '', type = '' }: Readonly<Record<string, string>>): string | null {
  if (/^i?frame$|-frame$/.test(tag)) return src || null
  const isPage = /html/i.test(type) || /\.(?:[sj]?html?|jsp|aspx?|php|do)(?:[?#]|$)/i.test(data)
  return tag === 'object' && isPage ? data || null : null
}

/** Whether an element's ID and classes say that it is a pager. */
function isPagerMark(marks: string): boolean {
  return marks.length < 200 && PAGER_MARK.test(marks)
}

/** A word of a pager in an element that is neither a link nor has a handler: scripts may bind it by its class. */
function isShort(text: string): boolean {
  return text !== '' && text.length <= 12
}

function hintOf(tag: string, attributes: Readonly<Record<string, string>>): string {
  const { title = '', alt = '', value = '', src = '' } = attributes
  const picture = tag === 'img' || tag === 'input' ? src.split(/[?#]/)[0]!.split('/').at(-1)! : ''
  const label = attributes['aria-label'] ?? ''
  const next = nextAddressOf(attributes) === null ? '' : 'next'
  return [title, alt, label, tag === 'input' ? value : '', picture, next].filter(Boolean).join(' ')
}

function fieldOf({ name = '', id = '', value = '' }: Readonly<Record<string, string>>): Field {
  return { name, id, value }
}

function formOf({ attributes, fields }: OpenForm): Form {
  const { name = '', id = '', action = '', method = '' } = attributes
  return { name, id, action: action.trim(), isPost: method.toLowerCase() === 'post', fields }
}
