import { type ChildNode, type Document, isText, type Text } from 'domhandler'
import { isNeverContent } from './boilerplate.ts'
import { type Hidden, shownByScript } from './shown-by-script.ts'
import { colorOf, lacksContrast } from './style/colours.ts'
import type { Declarations } from './style/declarations.ts'
import { NO_SHEETS, type SheetAt } from './style/linked-sheets.ts'
import { Look } from './style/look.ts'
import { ownGroundsOf, ownLookOf } from './style/own-look.ts'
import { StyleRules } from './style/style-rules.ts'
import { inheritedOf, isGone, isRaised } from './style/visibility.ts'
import { detach, Element, isElement } from './tree.ts'

/**
 * Takes out of the tree what a person who looks at the page does not see: what is not displayed, has no size, no contrast or no place on
 * the page, or is struck out. But a page may hide its article until a script shows it (pages saved from WeChat, tabs): hidden
 * text that is most of the page's, and not a copy of shown text, stays.
 * @param sheetAt style sheets that came with the page
 */
export async function keepSeen(root: Document, sheetAt: SheetAt = NO_SHEETS): Promise<void> {
  const { sheets, names, lacksSheets } = ownLookOf(root, sheetAt)
  const look = new Look(await StyleRules.of(sheets, names, lacksSheets ? null : ownGroundsOf(root)))
  const seen = new Walk(look)
  seen.walk(root.children, SHOWN, null, false)
  const shown = shownByScript(seen.hidden, seen.shown, root)
  detach(seen.hidden.filter((one) => !shown.has(one)).flatMap(({ nodes }) => nodes))
}

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
    const isHiddenByItself = element.attribs.hidden !== undefined || element.attribs.popover !== undefined
    const declarations = this.#look.of(element, isInHidden || isHiddenByItself)
    // What a rule raises is read as what its author marks as raised.
    if (RAISABLE.has(element.name) && isRaised(declarations)) element.name = 'sup'
    const isLink = inLink || (element.name === 'a' && element.attribs.href !== undefined)
    const isShown = isHiddenByItself ? declarations.has('display') : true
    if (isShown && !isGone(declarations)) {
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
    const ground = around ?? (parent instanceof Element ? this.#groundAround(parent) : undefined)
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
