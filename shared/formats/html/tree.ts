import { type ChildNode, type Document, Element as DomElement, DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { MAX_DEPTH, MAX_ELEMENTS, tooComplex } from '../limits.ts'
import { Names, NO_NAMES } from './names.ts'

/** An element of a page, with its names. A constructor of its own would cost a tenth of the parse. */
export class Element extends DomElement {
  declare names: Names
}

/**
 * Builds the tree while it counts: the first element beyond a limit ends the parse, so no later walk ever meets a tree
 * that is deeper or larger. (50,000 nested elements overflow every recursive walk of a tree.) Nodes know their parent and
 * their children but not their neighbours: the few that ask look among the parent's children.
 */
class BoundedHandler extends DomHandler {
  #elements = 0
  readonly #tags = new Map<string, string>()
  readonly #names = new Map<string, Names>()

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.#elements > MAX_ELEMENTS) throw tooComplex(`has more than ${MAX_ELEMENTS} elements`)
    if (this.tagStack.length > MAX_DEPTH) throw tooComplex(`nests elements more than ${MAX_DEPTH} deep`)
    if (!isLockedField(name, attributes)) this.#open(name, attributes)
    else {
      this.#open(name === 'textarea' ? 'pre' : 'span', attributes)
      super.ontext(attributes.value ?? '')
    }
  }

  #open(name: string, attributes: Record<string, string>): void {
    const element = new Element(this.#tagOf(name), attributes)
    element.names = this.#namesOf(attributes)
    this.addNode(element)
    this.tagStack.push(element)
  }

  /** One string for all tags of a name: the parser cuts each from the page, and strings that are the same are compared at once. */
  #tagOf(name: string): string {
    const known = this.#tags.get(name)
    if (known !== undefined) return known
    this.#tags.set(name, name)
    return name
  }

  #namesOf({ class: classes = '', id = '' }: Record<string, string>): Names {
    if (id !== '') return new Names(classes, id)
    if (classes === '') return NO_NAMES
    const known = this.#names.get(classes)
    if (known !== undefined) return known
    const names = new Names(classes, '')
    this.#names.set(classes, names)
    return names
  }

  protected override addNode(node: ChildNode): void {
    const parent = this.tagStack[this.tagStack.length - 1]!
    parent.children.push(node)
    node.parent = parent
    this.lastNode = null
  }
}

/** A field that a reader cannot change shows its content as text; those to be filled in show advice. */
function isLockedField(name: string, attributes: Record<string, string>): boolean {
  if (name !== 'textarea' && name !== 'input') return false
  const { type = 'text', readonly, disabled } = attributes
  if (readonly === undefined && disabled === undefined) return false
  return name === 'textarea' || /^(?:text|number|date|month|tel|email|url)?$/i.test(type)
}

/**
 * One streaming pass over the page.
 * @throws {RefusalError} `too_complex` at the first element beyond a limit
 */
export function parseHtml(html: string): Document {
  const handler = new BoundedHandler()
  const parser = new Parser(handler)
  parser.write(html)
  parser.end()
  return handler.root
}

export function isElement(node: ChildNode | Document): node is Element {
  return node instanceof Element
}

/** The elements of the page's head, which hold no content and much about it. */
export function headOf(root: Document): readonly Element[] {
  const top = root.children.filter(isElement)
  const heads = [...top, ...top.flatMap(({ children }) => children.filter(isElement))]
  return heads.filter(({ name }) => name === 'head').flatMap(({ children }) => children.filter(isElement))
}

/** The elements around one, from the nearest to the outermost. */
export function* around(element: Element): Generator<Element, void, undefined> {
  for (let { parent } = element; parent instanceof Element; parent = parent.parent) yield parent
}

/** True if this element is inside one of the others. */
export function isInside(element: Element, holders: ReadonlySet<Element>): boolean {
  if (holders.size === 0) return false
  for (let { parent } = element; parent !== null; parent = parent.parent)
    if (holders.has(parent as Element)) return true
  return false
}

/** Takes nodes out of the tree, with all that is in them. */
export function detach(nodes: readonly ChildNode[]): void {
  const removed = new Set(nodes)
  for (const parent of new Set(nodes.map(({ parent }) => parent))) {
    if (parent !== null) parent.children = parent.children.filter((child) => !removed.has(child))
  }
}

/** Puts an element into the place of another. */
export function replaceBy(old: Element, element: Element): void {
  const { parent } = old
  if (parent === null) return
  element.parent = parent
  for (const child of element.children) child.parent = element
  parent.children = parent.children.map((child) => (child === old ? element : child))
}
