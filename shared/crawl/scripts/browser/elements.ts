import { UNKNOWN } from '../unknown.ts'
import { listen, listening } from './events.ts'
import { fill, handle, partOf, put, setAttribute } from './handles.ts'
import { escaped, innerOf, type Node } from './markup.ts'
import { nothing } from './nothing.ts'
import { fieldsOf, find, place, withTag } from './page.ts'
import { request } from './requests.ts'
import { ELEMENT_SIZES, SIZE } from './sizes.ts'
import { isCallback, text } from './values.ts'

/** Buttons are sent only by the one that is pressed. */
const BUTTON = /^(?:submit|button|image|reset)$/
/** Properties for what is in an element, and the markup that their values are. */
const CONTENTS: ReadonlyMap<unknown, (value: unknown) => string> = new Map([
  ['innerHTML', text],
  ['innerText', escaped],
  ['textContent', escaped],
])

/** An element as scripts see it. What is not known of it is `nothing`. */
export function elementOf(node: Node): object {
  const element: object = new Proxy(membersOf(node), {
    get(members, key) {
      if (key in members) return Reflect.get(members, key)
      if (CONTENTS.has(key)) return innerOf(node)
      if (typeof key === 'symbol') return key === Symbol.toPrimitive ? () => UNKNOWN : undefined
      if (node.attributes.has(attributeOf(key))) return node.attributes.get(attributeOf(key))
      if (ELEMENT_SIZES.has(key)) return SIZE
      const field = node.tag === 'form' ? fieldsOf(node).get(key) : undefined
      return field === undefined ? nothing : elementOf(field)
    },
    set(_, key, value) {
      const name = text(key)
      const content = CONTENTS.get(name)
      if (content !== undefined) fill(node, content(value))
      else if (/^on/.test(name) && isCallback(value)) listen(name.slice(2), value, node.mark, element)
      else if (!ELEMENT_SIZES.has(name)) setAttribute(node, attributeOf(name), value)
      return true
    },
  })
  return handle(element, node)
}

function attributeOf(property: string): string {
  return property === 'className' ? 'class' : property
}

function membersOf(node: Node) {
  const add = (one: unknown) => {
    put(node, partOf(one))
    return one
  }
  return {
    dataset: new Proxy({}, { get: (_, name) => dataOf(node, text(name)) }),
    appendChild: add,
    insertBefore: add,
    prepend: add,
    append: (...all: unknown[]) => all.forEach(add),
    insertAdjacentHTML: (_: unknown, markup: unknown) => add(markup),
    insertAdjacentElement: (_: unknown, one: unknown) => add(one),
    setAttribute: (name: string, value: unknown) => setAttribute(node, name, value),
    getAttribute: (name: string) => node.attributes.get(name) ?? null,
    ...queries,
    ...listening(node.mark, () => elementOf(node)),
    submit: () => submit(node),
  }
}

/** Ways to look for elements, in the whole page or in an element of it, whose parts are not told from others. */
export const queries = {
  querySelector: (selector: unknown) => elementOf(find(selector)),
  querySelectorAll: (selector: unknown) => [elementOf(find(selector))],
  getElementsByClassName: (name: unknown) => [elementOf(find(`.${name}`))],
  getElementsByTagName: (tag: unknown) => withTag(text(tag).toLowerCase()).map(elementOf),
}

/** Data of an element by the name that scripts have for it: `pageNo` for `data-page-no`. */
export function dataOf({ attributes }: Node, name: string): unknown {
  return attributes.get(`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`) ?? nothing
}

/** Sends a form with its fields as they are now. */
export function submit(form: Node): void {
  const fields = [...fieldsOf(form)].filter(([, { attributes }]) => !BUTTON.test(text(attributes.get('type'))))
  const data = Object.fromEntries(fields.map(([name, { attributes }]) => [name, attributes.get('value') ?? '']))
  const here = place.href.split(/[?#]/)[0]
  request(form.attributes.get('method') ?? 'get', form.attributes.get('action') || here, data)
}
