import type { PageScripts } from '../page-scripts.ts'
import type { Node } from './markup.ts'
import { text } from './values.ts'

/** What is known of the page before its scripts run. */
export type Page = Pick<PageScripts, 'place' | 'elements'>

const ALWAYS = new Set(['html', 'head', 'body'])

/** An engine serves one page, so these modules keep what belongs to it. */
export let place: Page['place']
let nodes: readonly Node[]
let byId: ReadonlyMap<string, Node>

export function openPage(page: Page): void {
  place = page.place
  nodes = page.elements.map(({ tag, form, attributes, words }) => ({
    tag,
    attributes: new Map(Object.entries(attributes)),
    parts: words === '' ? [] : [words],
    isInPage: true,
    mark: `${attributes.id ?? ''} ${attributes.class ?? ''}`,
    form,
  }))
  byId = new Map(nodes.map((node) => [text(node.attributes.get('id')), node] as const).reverse())
}

/** An element that is there and of which nothing is known. */
export function blank(mark: string): Node {
  return { tag: '', attributes: new Map(), parts: [], isInPage: true, mark, form: null }
}

/** An element that a script makes. It is in the page once something there gets it. */
export function made(tag: string): Node {
  return { ...blank(''), tag, isInPage: false }
}

export function withId(id: string): Node | undefined {
  return byId.get(id)
}

/** The elements of the page with a tag, and those that every page has. */
export function withTag(tag: string): Node[] {
  return ALWAYS.has(tag) ? [blank(tag)] : nodes.filter((node) => node.tag === tag)
}

/** The element of the page for a selector, by the ID, name, class or attribute at its end. */
export function find(selector: unknown): Node {
  return nodes.find(matcherOf(endOf(selector))) ?? blank(text(selector))
}

/** The elements of the page for a selector that say or carry no more than a number, as the links of a pager do. */
export function findNumbered(selector: unknown, number: number): Node[] {
  const end = endOf(selector)
  const tag = /^[a-z]+/i.exec(end)?.[0].toLowerCase() ?? ''
  const isMatch = tag === end.toLowerCase() ? () => true : matcherOf(end)
  return nodes.filter((node) => (tag === '' || tag === node.tag) && isMatch(node) && isNumbered(node, `${number}`))
}

function isNumbered({ parts, attributes }: Node, number: string): boolean {
  return parts[0] === number || [...attributes].some(([name, value]) => name.startsWith('data-') && value === number)
}

function endOf(selector: unknown): string {
  return text(selector)
    .trim()
    .split(/[\s>+~]+/)
    .at(-1)!
}

function matcherOf(selector: string): (node: Node) => boolean {
  const id = /#([\w-]+)/.exec(selector)?.[1]
  if (id !== undefined) return (node) => node === withId(id)
  const name = /\[name=["']?([\w.-]+)/.exec(selector)?.[1]
  if (name !== undefined) return ({ attributes }) => attributes.get('name') === name
  const attribute = /\[([\w-]+)/.exec(selector)?.[1]
  if (attribute !== undefined) return ({ attributes }) => attributes.has(attribute)
  const named = /\.([\w-]+)/.exec(selector)?.[1] ?? ''
  return ({ attributes }) => named !== '' && text(attributes.get('class')).split(/\s+/).includes(named)
}

/** The form with this name, ID or place in the page. */
export function formNamed(name: string): Node | undefined {
  const forms = withTag('form')
  const isNamed = ({ attributes }: Node) => attributes.get('name') === name || attributes.get('id') === name
  return /^[0-9]+$/.test(name) ? forms[Number(name)] : forms.find(isNamed)
}

/** The fields of a form, by their names. */
export function fieldsOf({ form }: Node): ReadonlyMap<string, Node> {
  const own = nodes.filter((node) => form !== null && node.form === form && node.tag !== 'form')
  const named = own.map((node) => [text(node.attributes.get('name')), node] as const)
  return new Map(named.filter(([name]) => name !== ''))
}
