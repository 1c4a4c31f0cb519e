import { type ChildNode, type Document, type Element, isText, type Text } from 'domhandler'
import { isNeverContent } from './boilerplate.ts'
import {
  colorOf,
  type Declarations,
  hides,
  inheritedOf,
  isGone,
  isLifted,
  isOfGround,
  isRaised,
  lacksContrast,
  parseDeclarations,
} from './declarations.ts'
import { ownLookOf } from './own-look.ts'
import { StyleRules } from './style-rules.ts'
import { detach, isElement, namesOf } from './tree.ts'

/** Something hidden: the element that hides it, and the nodes inside that go with it. */
interface Hidden {
  readonly by: Element
  readonly nodes: ChildNode[]
  /** Characters outside links, blanks left out. */
  text: number
}

/**
 * Takes out of the tree what a person who looks at the page does not see: what is not displayed, has no size, no contrast or no place on
 * the page, or is struck out. But a page may hide its article until a script shows it (pages saved from WeChat, tabs): hidden
 * text that is most of the page's, and not a copy of shown text, stays.
 * @param sheets style sheets that came with the page
 */
export function keepSeen(root: Document, sheets: readonly string[] = []): void {
  const own = ownLookOf(root)
  const areWhole = sheets.length > 0 || !own.isLinked
  const look = new Look([...sheets, ...own.sheets], areWhole ? own.grounds : null)
  const seen = new Walk(look)
  seen.walk(root.children, SHOWN, null, false)
  const shown = shownByScript(seen, root)
  detach(seen.hidden.filter((one) => !shown.has(one)).flatMap(({ nodes }) => nodes))
}

/** What is declared of each element. Pages repeat the same few style attributes, which are parsed once each. */
class Look {
  readonly #rules: StyleRules
  readonly #parsed = new Map<string, Declarations>()
  /** Style attributes by whether they hide. */
  readonly #hiding = new Map<string, boolean>()
  readonly #whole = new Map<Element, Declarations>()

  constructor(sheets: readonly string[], grounds: readonly string[] | null) {
    this.#rules = new StyleRules(sheets, grounds)
  }

  /** Whether text of this colour is not seen on white paper, or on some ground of the page. */
  mayLackContrast(color: string): boolean {
    return lacksContrast(color) || isOfGround(color, this.#rules.grounds)
  }

  /** What decides whether the element is seen. @param inHidden whether it stands in what is hidden, so that any rule may show it */
  of(element: Element, inHidden: boolean): Declarations {
    const mayHide = inHidden || this.#hides(element.attribs.style) || this.#rules.mayHide(element)
    return mayHide ? this.whole(element) : NOTHING
  }

  #hides(style: string | undefined): boolean {
    if (style === undefined) return false
    const known = this.#hiding.get(style)
    if (known !== undefined) return known
    const own = this.#own(style)
    const found = hides(own) || isLifted(own) || isOfGround(inheritedOf(own).color, this.#rules.grounds)
    this.#hiding.set(style, found)
    return found
  }

  whole(element: Element): Declarations {
    const known = this.#whole.get(element)
    if (known !== undefined) return known
    const declarations = this.#rules.declarationsOf(element, this.#own(element.attribs.style))
    this.#whole.set(element, declarations)
    return declarations
  }

  #own(style: string | undefined): Declarations {
    if (style === undefined) return NOTHING
    const known = this.#parsed.get(style)
    if (known !== undefined) return known
    const declarations = parseDeclarations(style)
    this.#parsed.set(style, declarations)
    return declarations
  }
}

const NOTHING: Declarations = new Map()

/** What holds for the text of an element: the elements that made it unseen. */
interface State {
  readonly invisibleBy: Element | null
  readonly tinyBy: Element | null
  /** Its colour is that of white paper, unless the ground is another. */
  readonly paleBy: Element | null
  /** The innermost of them. */
  readonly by: Element | null
}

const SHOWN: State = { invisibleBy: null, tinyBy: null, paleBy: null, by: null }

/** White words on an unknown ground are read. */
const OWN_GROUND = new Set(['th', 'td', 'tr', 'table', 'a', 'button', 'header', 'nav', 'h1'])

const RAISABLE = new Set(['span', 'a', 'i', 'em', 'b', 'strong', 'font', 'small'])

/** Characters but for those around; of a longer text the few blanks around are not worth a copy. */
function lengthOf(text: string): number {
  return text.length > 40 ? text.length : text.trim().length
}

/** What unseen text is unseen by, after an element that may say whether its text is seen. */
function changed(by: Element | null, isSeen: boolean | undefined, element: Element): Element | null {
  if (isSeen === undefined) return by
  return isSeen ? null : (by ?? element)
}

class Walk {
  readonly hidden: Hidden[] = []
  /** Characters that are seen, outside links. */
  shown = 0
  readonly #look: Look
  readonly #byElement = new Map<Element, Hidden>()
  readonly #grounds = new Map<Element, string | undefined>()

  constructor(look: Look) {
    this.#look = look
  }

  walk(nodes: readonly ChildNode[], state: State, group: Hidden | null, inLink: boolean): void {
    for (const node of nodes) {
      if (isText(node)) this.#text(node, state, group, inLink)
      else if (isElement(node) && !isNeverContent(node)) this.#element(node, state, group, inLink)
    }
  }

  #text(node: Text, state: State, group: Hidden | null, inLink: boolean): void {
    const length = inLink ? 0 : lengthOf(node.data)
    const { by } = state
    if (by !== null) {
      const own = this.#groupOf(by)
      own.nodes.push(node)
      own.text += length
    } else if (group !== null) group.text += length
    else this.shown += length
  }

  #element(element: Element, state: State, group: Hidden | null, inLink: boolean): void {
    const isInHidden = group !== null || state.invisibleBy !== null || state.tinyBy !== null || state.paleBy !== null
    const declarations = this.#look.of(element, isInHidden)
    // What a rule raises is read as what its author marks as raised.
    if (RAISABLE.has(element.name) && isRaised(declarations)) element.name = 'sup'
    const isLink = inLink || (element.name === 'a' && element.attribs.href !== undefined)
    if (element.attribs.hidden === undefined && !isGone(declarations)) {
      this.walk(element.children, this.#stateIn(element, declarations, state), group, isLink)
      return
    }
    const own = this.#groupOf(element)
    own.nodes.push(element)
    // What is hidden inside is judged by itself: the element may be shown after all.
    this.walk(element.children, this.#stateIn(element, declarations, SHOWN), own, isLink)
  }

  #stateIn(element: Element, declarations: Declarations, state: State): State {
    const color = element.name === 'font' ? colorOf(element.attribs.color) : undefined
    if (declarations.size === 0 && color === undefined && element.attribs.bgcolor === undefined) return state
    const said = inheritedOf(declarations)
    const causes = {
      invisibleBy: changed(state.invisibleBy, said.isVisible, element),
      tinyBy: changed(state.tinyBy, said.hasSize, element),
      paleBy: changed(state.paleBy, this.#hasContrast(element, said.color ?? color, said.background), element),
    }
    const all = Object.values(causes)
    const by = [element, state.by].find((cause) => cause !== null && all.includes(cause))
    return { ...causes, by: by ?? all.find((cause) => cause !== null) ?? null }
  }

  /** Undefined if the element says neither its colour nor its ground. */
  #hasContrast(element: Element, color: string | undefined, background: string | undefined): boolean | undefined {
    const ground = background ?? colorOf(element.attribs.bgcolor)
    if (color === undefined) return ground === undefined ? undefined : true
    if (!this.#look.mayLackContrast(color) && color !== ground) return true
    return !lacksContrast(color, ground ?? this.#groundAround(element))
  }

  /** The colour behind an element; of what usually has a ground of its own, from sheets that are not at hand, it is unknown. */
  #groundAround(element: Element): string | undefined {
    if (this.#grounds.has(element)) return this.#grounds.get(element)
    const { parent, attribs, name } = element
    const own = inheritedOf(this.#look.whole(element)).background ?? colorOf(attribs.bgcolor)
    const isOwn = OWN_GROUND.has(name) || attribs.background !== undefined
    const around = own ?? (isOwn ? 'unknown' : undefined)
    const ground = around ?? (parent !== null && 'attribs' in parent ? this.#groundAround(parent) : undefined)
    this.#grounds.set(element, ground)
    return ground
  }

  #groupOf(by: Element): Hidden {
    const known = this.#byElement.get(by)
    if (known !== undefined) return known
    const made: Hidden = { by, nodes: [], text: 0 }
    this.#byElement.set(by, made)
    this.hidden.push(made)
    return made
  }
}

/** Hidden elements with less of a page's text than this are none of its parts. */
const PART_SHARE = 0.1
/** Names of the panes of tabs, of which one is shown at a time. */
const PANE = /(?:^|[\s_-])(?:tab|pane|panel)s?\w{0,8}(?=$|[\s_\d-])/
const MIN_PANE_TEXT = 20

function shownByScript({ hidden, shown }: Walk, root: Document): ReadonlySet<Hidden> {
  const all = hidden.reduce((sum, { text }) => sum + text, shown)
  const parts = hidden.filter(({ text, by }) => text > PART_SHARE * all && !isNarrow(by))
  if (parts.length === 0) return new Set()
  const inParts = parts.reduce((sum, { text }) => sum + text, 0)
  const candidates = inParts > shown ? parts : parts.filter(({ by, text }) => isPane(by) && text >= MIN_PANE_TEXT)
  if (candidates.length === 0) return new Set()
  const removed = new Set(hidden.flatMap(({ nodes }) => nodes))
  const read = [seenText(root.children, removed)]
  const kept = candidates.filter(({ by }) => {
    const words = seenText(by.children, new Set())
    if (read.some((text) => text.includes(words.slice(0, COPIED)))) return false
    read.push(words)
    return true
  })
  return new Set(kept)
}

/** A copy for printers or telephones has the same first words. */
const COPIED = 40

/** Words inside a line are hidden for their own sake. */
function isNarrow({ name }: Element): boolean {
  return name === 'span' || name === 'font' || name === 'i' || name === 'b' || name === 'em'
}

function isPane(element: Element): boolean {
  const { parent } = element
  const around = parent !== null && 'attribs' in parent ? namesOf(parent) : ''
  return element.attribs.role === 'tabpanel' || PANE.test(namesOf(element)) || PANE.test(around)
}

function seenText(nodes: readonly ChildNode[], removed: ReadonlySet<ChildNode>): string {
  const words: string[] = []
  const collect = (list: readonly ChildNode[]) => {
    for (const node of list) {
      if (removed.has(node)) continue
      if (isText(node)) words.push(node.data.replace(/\s+/g, ''))
      else if (isElement(node) && !isNeverContent(node)) collect(node.children)
    }
  }
  collect(nodes)
  return words.join('')
}
