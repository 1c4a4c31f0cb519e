import { posix } from 'node:path'
import type { Archive } from '../zip/archive.ts'
import { localName, walkXml, type XmlVisitor } from '../zip/walk-xml.ts'
import type { PageBox } from './draw-content.ts'
import { type Attributes, numbers } from './values.ts'

/** GB/T 33190-2016, 7.1: the entry of every OFD file. */
const MAIN_PART = 'OFD.xml'

/** A4, in millimetres. */
const USUAL_PAGE: PageBox = { x: 0, y: 0, width: 210, height: 297 }

/** The parts of one document in an OFD file. */
export interface DocumentParts {
  /** The content of each page, in order. */
  readonly pages: readonly string[]
  readonly resources: readonly string[]
  /** Of pages that do not state their own. */
  readonly box: PageBox
}

/** The documents in an OFD file, in order. */
export async function documentsOf(archive: Archive): Promise<DocumentParts[]> {
  const main = new PartReader(MAIN_PART, ['DocRoot'])
  await walkXml(archive, MAIN_PART, main)
  const documents: DocumentParts[] = []
  for (const root of main.parts) {
    const document = new PartReader(root, ['PublicRes', 'DocumentRes'])
    await walkXml(archive, root, document)
    documents.push({ pages: document.pages, resources: document.parts, box: document.box ?? USUAL_PAGE })
  }
  return documents
}

/** Reads which other parts a part names, and the box of its pages. */
class PartReader implements XmlVisitor {
  readonly parts: string[] = []
  readonly pages: string[] = []
  box: PageBox | null = null
  readonly #part: string
  readonly #elements: readonly string[]
  #element: string | null = null
  #data = ''

  /** @param elements whose texts name parts */
  constructor(part: string, elements: readonly string[]) {
    this.#part = part
    this.#elements = elements
  }

  open = (name: string, attributes: Attributes): void => {
    const local = localName(name)
    if (local === 'Page' && attributes.BaseLoc !== undefined) this.pages.push(partPath(this.#part, attributes.BaseLoc))
    this.#element = local
    this.#data = ''
  }

  text = (data: string): void => {
    if (this.#element !== null) this.#data += data
  }

  close = (name: string): void => {
    const local = localName(name)
    if (this.#element === local && this.#elements.includes(local)) this.parts.push(partPath(this.#part, this.#data))
    if (this.#element === local && local === 'PhysicalBox') this.box ??= boxOf(this.#data)
    this.#element = null
  }
}

/** What a page's own part says beside its content: its resources and its box. */
export class PagePartsReader extends PartReader {
  /** @param part the page's */
  constructor(part: string) {
    super(part, ['PageRes'])
  }

  get resources(): readonly string[] {
    return this.parts
  }
}

function boxOf(list: string): PageBox | null {
  const [x, y, width, height] = numbers(list)
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

/** 7.3: a location begins at the root of the package, or stands relative to the part that names it. */
function partPath(part: string, location: string): string {
  const trimmed = location.trim()
  return posix.normalize(trimmed.startsWith('/') ? trimmed.slice(1) : posix.join(posix.dirname(part), trimmed))
}
