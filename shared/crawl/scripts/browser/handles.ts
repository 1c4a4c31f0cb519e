import { UNKNOWN } from '../unknown.ts'
import { write } from './effects.ts'
import type { Node, Part } from './markup.ts'
import { isObject, isPlain, isUnknown, text } from './values.ts'

/** What scripts hold in their hands for an element: the element itself, or a library's object around it. */
const handles = new WeakMap<object, Node>()

export function handle<T extends object>(object: T, node: Node): T {
  handles.set(object, node)
  return object
}

export function nodeOf(value: unknown): Node | undefined {
  return isObject(value) ? handles.get(value) : undefined
}

/** A value that a script puts into an element. */
export function partOf(value: unknown): Part {
  return nodeOf(value) ?? (isPlain(value) ? text(value) : '')
}

/** Puts a part into an element; into one of the page by writing it. Its place among the others is not kept. */
export function put(into: Node, part: Part): void {
  if (into.isInPage) write(part)
  else into.parts.push(part)
}

/** Puts a part into an element in place of what is there. What stands in the page stays. */
export function fill(into: Node, part: Part): void {
  into.parts.length = 0
  put(into, part)
}

/** Attributes may be any value, as properties of an element are. What is unknown is written as such. */
export function setAttribute(node: Node, name: string, value: unknown): void {
  node.attributes.set(name, isUnknown(value) ? UNKNOWN : value)
  // A frame of the page, which is to show this.
  if (node.isInPage && name === 'src') write(`<iframe src="${text(value)}"></iframe>`)
}
