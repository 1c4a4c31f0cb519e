import { RefusalError } from '../../report/refusal.ts'
import type { Drawing } from '../layout/drawing.ts'
import type { Archive } from '../zip/archive.ts'
import { walkXml } from '../zip/walk-xml.ts'
import { AnnotationReader } from './annotations.ts'
import { ContentReader } from './content-reader.ts'
import { drawContent } from './draw-content.ts'
import type { Content, Graphic, Resources } from './graphics.ts'
import { type DocumentParts, type PagePart, PartReader } from './parts.ts'
import { ResourceReader } from './resources.ts'

/** Reads the pages of one document in an OFD file. */
export class PageReader {
  /** What pages show and could not be read, as `FileContent` has it. */
  readonly unread = new Set<string>()
  readonly #archive: Archive
  readonly #document: DocumentParts
  readonly #resources: Resources
  readonly #templates = new Map<string, readonly Graphic[]>()

  private constructor(archive: Archive, document: DocumentParts, resources: Resources) {
    this.#archive = archive
    this.#document = document
    this.#resources = resources
  }

  static async of(archive: Archive, document: DocumentParts): Promise<PageReader> {
    return new PageReader(archive, document, await resourcesOf(archive, document.resources))
  }

  /** A page as it is drawn: its templates below and above, and its annotations over all. @throws {RefusalError} */
  async draw({ part, annotations }: PagePart): Promise<Drawing> {
    const { content, parts } = await this.#read(part)
    const [below, above]: [Graphic[], Graphic[]] = [[], []]
    for (const { id, isAbove } of parts.used) (isAbove ? above : below).push(...(await this.#template(id)))
    for (const annotation of annotations) above.push(...(await this.#annotation(annotation)))
    const whole = { graphics: [...below, ...content.graphics, ...above], shapes: content.shapes }
    return drawContent(whole, parts.box ?? this.#document.box, this.#resources)
  }

  async #read(part: string): Promise<{ readonly content: Content; readonly parts: PartReader }> {
    const parts = new PartReader(part)
    const content: Content = { graphics: [], shapes: 0 }
    const reader = new ContentReader(this.#resources, content)
    await walkXml(this.#archive, part, {
      open(name, attributes) {
        parts.open(name, attributes)
        reader.open(name, attributes)
      },
      text(data) {
        parts.text(data)
        reader.text(data)
      },
      close(name) {
        parts.close(name)
        reader.close(name)
      },
    })
    for (const [id, unit] of (await resourcesOf(this.#archive, parts.named('PageRes'))).units)
      this.#resources.units.set(id, unit)
    return { content, parts }
  }

  async #template(id: string): Promise<readonly Graphic[]> {
    const known = this.#templates.get(id)
    if (known !== undefined) return known
    const part = this.#document.templates.get(id) ?? ''
    const graphics = await this.#optional(
      `the template ${id}`,
      part,
      async () => (await this.#read(part)).content.graphics,
    )
    this.#templates.set(id, graphics)
    return graphics
  }

  #annotation(part: string): Promise<readonly Graphic[]> {
    return this.#optional(`the annotations ${part}`, part, async () => {
      const reader = new AnnotationReader(this.#resources)
      await walkXml(this.#archive, part, reader)
      return reader.graphics
    })
  }

  /** A page without what lies around its own content is still a page; that something is lost is said. */
  async #optional(name: string, part: string, read: () => Promise<readonly Graphic[]>): Promise<readonly Graphic[]> {
    try {
      if (this.#archive.has(part)) return await read()
    } catch (error) {
      if (!(error instanceof RefusalError) || error.reason !== 'corrupt') throw error
    }
    this.unread.add(name)
    return []
  }
}

async function resourcesOf(archive: Archive, parts: readonly string[]): Promise<Resources> {
  const resources: Resources = { units: new Map(), inks: new Map() }
  for (const part of parts) if (archive.has(part)) await walkXml(archive, part, new ResourceReader(resources))
  return resources
}
