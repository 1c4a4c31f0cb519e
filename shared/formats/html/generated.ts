import { type ChildNode, type Document, Text } from 'domhandler'
import { MAX_TEXT_LENGTH } from '../limits.ts'
import { isNeverContent } from './boilerplate.ts'
import { Counters } from './style/counters.ts'
import { type Declarations, saidOf } from './style/declarations.ts'
import { GeneratedRules } from './style/generated-rules.ts'
import type { SheetAt } from './style/linked-sheets.ts'
import { ownLookOf } from './style/own-look.ts'
import { hides } from './style/visibility.ts'
import { type Element, isElement } from './tree.ts'

/** What stands on these elements, nothing is generated in. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr', 'area', 'source', 'meta', 'link'])

/** Writes into a page what its sheets generate before and behind the content of elements (`::before`, `::after`), and how its lists are numbered. */
export function writeGenerated(root: Document, sheetAt: SheetAt): void {
  const { sheets, names } = ownLookOf(root, sheetAt)
  new Writer(new GeneratedRules(sheets, names)).walk(root.children, new Set())
}

class Writer {
  readonly #rules: GeneratedRules
  readonly #counters = new Counters()
  /** Characters that may still be generated: an attribute may stand in many places. */
  #room = MAX_TEXT_LENGTH

  constructor(rules: GeneratedRules) {
    this.#rules = rules
  }

  walk(nodes: readonly ChildNode[], made: Set<string>): void {
    for (const node of nodes)
      if (isElement(node) && !isNeverContent(node) && !VOID.has(node.name)) this.#element(node, made)
  }

  #element(element: Element, made: Set<string>): void {
    const declared = this.#rules.declaredOf(element, 'element', element.attribs.style)
    this.#counters.apply(ofLists(element), made)
    this.#counters.apply(declared, made)
    if (element.name === 'ol' || element.name === 'li') noteListStyle(element, declared)
    const inside = new Set<string>()
    const before = this.#generated(element, 'before', inside)
    this.walk(element.children, inside)
    const behind = this.#generated(element, 'after', inside)
    this.#counters.end(inside)
    for (const text of [before, behind]) if (text !== null) text.parent = element
    element.children = [before, ...element.children, behind].filter((child) => child !== null)
  }

  /** Null if nothing is, or nothing that says something: signs and pictures only adorn. */
  #generated(element: Element, place: 'before' | 'after', made: Set<string>): Text | null {
    const declared = this.#rules.declaredOf(element, place)
    const content = saidOf(declared, 'content')
    if (content === undefined || /^(?:none|normal)$/.test(content)) return null
    this.#counters.apply(declared, made)
    if (hides(declared)) return null
    let text = ''
    for (const { groups } of content.matchAll(PART))
      if (text.length <= this.#room) text += this.#written(groups!, element)
    this.#room -= text.length
    return this.#room > 0 && SAYS.test(text) ? new Text(text) : null
  }

  #written(
    { string, attribute, counter, between, style }: Record<string, string | undefined>,
    element: Element,
  ): string {
    if (string !== undefined) return unquoted(string)
    if (attribute !== undefined) return element.attribs[attribute.toLowerCase()] ?? ''
    const numbers = this.#counters.written(counter!, style?.toLowerCase())
    return between === undefined ? numbers.at(-1)! : numbers.join(unquoted(between))
  }
}

const STRING = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/.source
const PART = new RegExp(
  `(?<string>${STRING})|attr\\(\\s*(?<attribute>[\\w-]+)[^()]*\\)|counters?\\(\\s*(?<counter>[\\p{L}\\d_-]+)\\s*(?:,\\s*(?<between>${STRING})\\s*)?(?:,\\s*(?<style>[\\w-]+)\\s*)?\\)`,
  'giu',
)
const SAYS = /[\d\p{Script=Han}]/u

function unquoted(string: string): string {
  return string
    .slice(1, -1)
    .replace(/\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi, (_, code: string | undefined, sign: string) => {
      const point = code === undefined ? undefined : Number.parseInt(code, 16)
      return point === undefined ? sign.replace('\n', '') : point <= 0x10ffff ? String.fromCodePoint(point) : ''
    })
}

const NOTHING: Declarations = new Map()

/** The counter that browsers keep for lists. */
function ofLists({ name, attribs: { start = '1', value } }: Element): Declarations {
  if (name === 'ol' || name === 'ul') return new Map([['counter-reset', `list-item ${Number.parseInt(start, 10) - 1}`]])
  if (name !== 'li') return NOTHING
  return new Map([value === undefined ? ['counter-increment', 'list-item'] : ['counter-set', `list-item ${value}`]])
}

/** As a style attribute, which the numbers of lists are read from. */
function noteListStyle(element: Element, declared: Declarations): void {
  const style = ['list-style', 'list-style-type'].flatMap((property) => {
    const said = saidOf(declared, property)
    return said === undefined ? [] : [`${property}:${said}`]
  })
  if (style.length > 0) element.attribs.style = [element.attribs.style ?? '', ...style].join(';')
}
