import { type ChildNode, type Document, type Element, isText } from 'domhandler'
import { isElement } from '../tree.ts'
import { darkGroundOf } from './colours.ts'
import { parseDeclarations } from './declarations.ts'
import { holdsOnScreen } from './media.ts'
import { PageNames } from './page-names.ts'

/** What a page says of its own look. */
export interface OwnLook {
  /** The texts of its `style` elements, in order, but for those for print and for other screens. */
  readonly sheets: string[]
  /** Grounds other than white paper that elements have by their attributes. */
  readonly grounds: string[]
  /** Whether it links sheets too, which are not fetched. */
  isLinked: boolean
  /** Those of its elements. */
  readonly names: PageNames
}

export function ownLookOf(root: Document): OwnLook {
  const look: OwnLook = { sheets: [], grounds: [], isLinked: false, names: new PageNames() }
  collect(root.children, look)
  return look
}

/** Sheets in these hold nowhere on the page, or only without scripts. */
const NOT_APPLIED = new Set(['noscript', 'template'])

function collect(nodes: readonly ChildNode[], look: OwnLook): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    look.names.add(node)
    if (NOT_APPLIED.has(node.name)) continue
    const { media, rel } = node.attribs
    if (node.name === 'link' && /stylesheet/i.test(rel ?? '')) look.isLinked = true
    const ground = ownGroundOf(node)
    if (ground !== undefined) look.grounds.push(ground)
    if (node.name !== 'style') collect(node.children, look)
    else if (holdsOnScreen(media ?? ''))
      look.sheets.push(node.children.map((child) => (isText(child) ? child.data : '')).join(''))
  }
}

function ownGroundOf({ attribs: { style, bgcolor } }: Element): string | undefined {
  const said = style !== undefined && /background/i.test(style) ? style : ''
  if (said === '' && bgcolor === undefined) return undefined
  return darkGroundOf(parseDeclarations(`background:${bgcolor ?? 'none'};${said}`))
}
