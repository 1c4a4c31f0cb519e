import { type ChildNode, type Document, type Element, isText } from 'domhandler'
import { darkGroundOf, parseDeclarations } from './declarations.ts'
import { isElement } from './tree.ts'

/** What a page says of its own look. */
export interface OwnLook {
  /** The texts of its `style` elements, in order, but for those for print and small screens. */
  readonly sheets: string[]
  /** Grounds other than white paper that elements have by their attributes. */
  readonly grounds: string[]
  /** Whether it links sheets too, which are not fetched. */
  isLinked: boolean
}

export function ownLookOf(root: Document): OwnLook {
  const look: OwnLook = { sheets: [], grounds: [], isLinked: false }
  collect(root.children, look)
  return look
}

function collect(nodes: readonly ChildNode[], look: OwnLook): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const { media, rel } = node.attribs
    if (node.name === 'link' && /stylesheet/i.test(rel ?? '')) look.isLinked = true
    const ground = ownGroundOf(node)
    if (ground !== undefined) look.grounds.push(ground)
    if (node.name !== 'style') collect(node.children, look)
    else if (!/print|max-width/.test(media ?? ''))
      look.sheets.push(node.children.map((child) => (isText(child) ? child.data : '')).join(''))
  }
}

function ownGroundOf({ attribs: { style, bgcolor } }: Element): string | undefined {
  const said = style !== undefined && /background/i.test(style) ? style : ''
  if (said === '' && bgcolor === undefined) return undefined
  return darkGroundOf(parseDeclarations(`background:${bgcolor ?? 'none'};${said}`))
}
