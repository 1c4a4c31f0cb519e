import { type ChildNode, type Document, isText } from 'domhandler'
import { type Element, isElement } from '../tree.ts'
import { darkGroundOf } from './colours.ts'
import { parseDeclarations } from './declarations.ts'
import { LinkedSheets, type SheetAt } from './linked-sheets.ts'
import { holdsOnScreen } from './media.ts'
import { PageNames } from './page-names.ts'

/** What a page says of its own look. */
export interface OwnLook {
  /** The texts of its `style` elements and of the sheets that it links, in order, but for those for print and for other screens. */
  readonly sheets: string[]
  /** Whether it links sheets that are not at hand. */
  readonly lacksSheets: boolean
  /** Those of its elements. */
  readonly names: PageNames
}

export function ownLookOf(root: Document, sheetAt: SheetAt): OwnLook {
  const linked = new LinkedSheets(sheetAt)
  const sheets: string[] = []
  const names = new PageNames()
  collect(root.children, sheets, linked, names)
  return { sheets, lacksSheets: linked.isLacking, names }
}

/** Sheets in these hold nowhere on the page, or only without scripts. */
const NOT_APPLIED = new Set(['noscript', 'template'])

function collect(nodes: readonly ChildNode[], sheets: string[], linked: LinkedSheets, names: PageNames): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    names.add(node)
    if (NOT_APPLIED.has(node.name)) continue
    if (isSheetLink(node)) sheets.push(linked.at(node.attribs.href!))
    else if (node.name !== 'style') collect(node.children, sheets, linked, names)
    else if (isOnScreen(node))
      sheets.push(linked.withImports(node.children.map((child) => (isText(child) ? child.data : '')).join('')))
  }
}

/** Alternate sheets are those that a reader may choose. */
function isSheetLink(element: Element): boolean {
  if (element.name !== 'link') return false
  const { rel = '', href = '' } = element.attribs
  return href !== '' && /(?:^|\s)stylesheet/i.test(rel) && !/alternate/i.test(rel) && isOnScreen(element)
}

function isOnScreen({ attribs: { media } }: Element): boolean {
  return media === undefined || holdsOnScreen(media)
}

/** Grounds other than white paper that elements have by their attributes. */
export function ownGroundsOf(root: Document): string[] {
  const grounds: string[] = []
  collectGrounds(root.children, grounds)
  return grounds
}

function collectGrounds(nodes: readonly ChildNode[], grounds: string[]): void {
  for (const node of nodes) {
    if (!isElement(node) || NOT_APPLIED.has(node.name)) continue
    const ground = ownGroundOf(node)
    if (ground !== undefined) grounds.push(ground)
    collectGrounds(node.children, grounds)
  }
}

function ownGroundOf({ attribs: { style, bgcolor } }: Element): string | undefined {
  const said = style !== undefined && /background/i.test(style) ? style : ''
  if (said === '' && bgcolor === undefined) return undefined
  return darkGroundOf(parseDeclarations(`background:${bgcolor ?? 'none'};${said}`))
}
