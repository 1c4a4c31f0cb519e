import { posix } from 'node:path'
import type { Archive } from '../zip/archive.ts'
import { localName, walkXml, type XmlVisitor } from '../zip/walk-xml.ts'
import type { PageBox } from './draw-content.ts'
import { type Attributes, numbers } from './values.ts'

/** GB/T 33190-2016, 7.1: the entry of every OFD file. */
const MAIN_PART = 'OFD.xml'

/** A4, in millimetres. */
const USUAL_PAGE: PageBox = { x: 0, y: 0, width: 210, height: 297 }

/** A part with the content of a page. */
export interface PagePart {
  readonly part: string
  /** The parts with what is laid on it later. */
  readonly annotations: ReadonlySet<string>
}

/** The parts of one document in an OFD file. */
export interface DocumentParts {
  /** In order. */
  readonly pages: readonly PagePart[]
  readonly resources: readonly string[]
  /** By their IDs: the parts with what pages show below or above their own content. */
  readonly templates: ReadonlyMap<string, string>
  /** Of pages that do not state their own. */
  readonly box: PageBox
  /** Names of the files that hang on it. */
  readonly attachments: readonly string[]
}

/** The documents in an OFD file, in order. */
export async function documentsOf(archive: Archive): Promise<DocumentParts[]> {
  const main = new PartReader(MAIN_PART)
  await walkXml(archive, MAIN_PART, main)
  const documents: DocumentParts[] = []
  for (const root of main.named('DocRoot')) {
    const document = new PartReader(root)
    await walkXml(archive, root, document)
    const annotations = await annotationsOf(archive, document.named('Annotations'))
    documents.push({
      pages: document.pages.map(({ id, part }) => ({ part, annotations: annotations.get(id) ?? new Set() })),
      resources: [...document.named('PublicRes'), ...document.named('DocumentRes')],
      templates: document.templates,
      box: document.box ?? USUAL_PAGE,
      attachments: await attachmentsOf(archive, document.named('Attachments')),
    })
  }
  return documents
}

/** The parts with the annotations of each page, by its ID (clause 15). */
async function annotationsOf(archive: Archive, lists: readonly string[]): Promise<ReadonlyMap<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  for (const list of lists.filter((part) => archive.has(part))) {
    const reader = new PartReader(list)
    await walkXml(archive, list, reader)
    for (const { page, part } of reader.files) {
      const parts = found.get(page) ?? new Set()
      found.set(page, parts.add(part))
    }
  }
  return found
}

/** The names of the files that hang on a document (clause 20). */
async function attachmentsOf(archive: Archive, lists: readonly string[]): Promise<string[]> {
  const names: string[] = []
  for (const list of lists.filter((part) => archive.has(part)))
    await walkXml(archive, list, {
      open(name, { Name = '', Format = '', Visible }) {
        if (localName(name) !== 'Attachment' || Visible === 'false') return
        names.push(Format === '' || Name.includes('.') ? Name : `${Name}.${Format}`)
      },
    })
  return names
}

/** A template that a page shows. */
export interface UsedTemplate {
  readonly id: string
  /** Whether it lies over the page's content, not below it. */
  readonly isAbove: boolean
}

/** Elements whose texts name parts. */
const NAMING = new Set(['DocRoot', 'PublicRes', 'DocumentRes', 'PageRes', 'Annotations', 'Attachments'])

/** Reads which other parts a part names, and the box of its pages. */
export class PartReader implements XmlVisitor {
  readonly pages: { readonly id: string; readonly part: string }[] = []
  readonly templates = new Map<string, string>()
  readonly used: UsedTemplate[] = []
  /** Parts by the ID of their page. */
  readonly files: { readonly page: string; readonly part: string }[] = []
  box: PageBox | null = null
  readonly #part: string
  readonly #named: { readonly element: string; readonly part: string }[] = []
  #page = ''
  #element: string | null = null
  #data = ''

  /** @param part that is read */
  constructor(part: string) {
    this.#part = part
  }

  /** The parts that elements of this name say. */
  named(element: string): string[] {
    return this.#named.filter((one) => one.element === element).map(({ part }) => part)
  }

  open = (name: string, attributes: Attributes): void => {
    const local = localName(name)
    const { ID: id = '', BaseLoc, PageID: page, TemplateID: template } = attributes
    if (local === 'Page' && BaseLoc !== undefined) this.pages.push({ id, part: partPath(this.#part, BaseLoc) })
    else if (local === 'Page') this.#page = page ?? ''
    else if (local === 'TemplatePage') this.templates.set(id, partPath(this.#part, BaseLoc ?? ''))
    else if (local === 'Template' && template !== undefined)
      this.used.push({ id: template, isAbove: attributes.ZOrder === 'Foreground' })
    this.#element = local
    this.#data = ''
  }

  text = (data: string): void => {
    if (this.#element !== null) this.#data += data
  }

  close = (name: string): void => {
    const local = localName(name)
    if (this.#element === local) {
      if (NAMING.has(local)) this.#named.push({ element: local, part: partPath(this.#part, this.#data) })
      else if (local === 'FileLoc') this.files.push({ page: this.#page, part: partPath(this.#part, this.#data) })
      else if (local === 'PhysicalBox') this.box ??= boxOf(this.#data)
    }
    this.#element = null
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
