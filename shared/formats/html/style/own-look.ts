import { type ChildNode, type Document, type Element, isText } from 'domhandler'
import { isElement } from '../tree.ts'
import { darkGroundOf } from './colours.ts'
import { parseDeclarations } from './declarations.ts'
import { LinkedSheets, type SheetAt } from './linked-sheets.ts'
import { holdsOnScreen } from './media.ts'
import { PageNames } from './page-names.ts'

/** What a page says of its own look. */
export interface OwnLook {
  /** The texts of its `style` elements and of the sheets that it links, in order, but for those for print and for other screens. */
  readonly sheets: string[]
  /** Grounds other than white paper that elements have by their attributes. */
  readonly grounds: string[]
  /** Whether it links sheets that are not at hand. */
  readonly lacksSheets: boolean
  /** Those of its elements. */
  readonly names: PageNames
}

export function ownLookOf(root: Document, sheetAt: SheetAt): OwnLook {
  const linked = new LinkedSheets(sheetAt)
  const look = { sheets: [], grounds: [], names: new PageNames() }
  collect(root.children, look, linked)
  return { ...look, lacksSheets: linked.isLacking }
}

/** Sheets in these hold nowhere on the page, or only without scripts. */
const NOT_APPLIED = new Set(['noscript', 'template'])

function collect(nodes: readonly ChildNode[], look: Omit<OwnLook, 'lacksSheets'>, linked: LinkedSheets): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    look.names.add(node)
    if (NOT_APPLIED.has(node.name)) continue
    const isOnScreen = holdsOnScreen(node.attribs.media ?? '')
    if (isOnScreen && isSheetLink(node)) look.sheets.push(linked.at(node.attribs.href!))
    const ground = ownGroundOf(node)
    if (ground !== undefined) look.grounds.push(ground)
    if (node.name !== 'style') collect(node.children, look, linked)
    else if (isOnScreen)
      look.sheets.push(linked.withImports(node.children.map((child) => (isText(child) ? child.data : '')).join('')))
  }
}

/** Alternate sheets are those that a reader may choose. */
function isSheetLink({ name, attribs: { rel = '', href = '' } }: Element): boolean {
  return name === 'link' && href !== '' && /(?:^|\s)stylesheet/i.test(rel) && !/alternate/i.test(rel)
}

function ownGroundOf({ attribs: { style, bgcolor } }: Element): string | undefined {
  const said = style !== undefined && /background/i.test(style) ? style : ''
  if (said === '' && bgcolor === undefined) return undefined
  return darkGroundOf(parseDeclarations(`background:${bgcolor ?? 'none'};${said}`))
}
