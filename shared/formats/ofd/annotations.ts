import { multiply } from '../layout/matrix.ts'
import { localName, type XmlVisitor } from '../zip/walk-xml.ts'
import { ContentReader } from './content-reader.ts'
import type { Content, Graphic, Resources } from './graphics.ts'
import { type Attributes, booleanOf, placeOf } from './values.ts'

/** What marks a page or its words, and says nothing of its own: watermarks, and colours over text that shines through. */
const MARKING = new Set(['Watermark', 'Highlight'])

/** Reads the looks of what was laid on a page after it was made: stamps, comments, filled fields (GB/T 33190-2016, clause 15). */
export class AnnotationReader implements XmlVisitor {
  readonly graphics: Graphic[] = []
  readonly #resources: Resources
  #isSeen = false
  #look: { readonly attributes: Attributes; readonly content: Content; readonly reader: ContentReader } | null = null

  constructor(resources: Resources) {
    this.#resources = resources
  }

  open = (name: string, attributes: Attributes): void => {
    const local = localName(name)
    if (this.#look !== null) this.#look.reader.open(name, attributes)
    else if (local === 'Annot')
      this.#isSeen = booleanOf(attributes.Visible) !== false && !MARKING.has(attributes.Type ?? '')
    else if (local === 'Appearance' && this.#isSeen) {
      const content: Content = { graphics: [], shapes: 0 }
      this.#look = { attributes, content, reader: new ContentReader(this.#resources, content) }
    }
  }

  text = (data: string): void => this.#look?.reader.text(data)

  close = (name: string): void => {
    if (this.#look === null) return
    if (localName(name) !== 'Appearance') {
      this.#look.reader.close(name)
      return
    }
    const place = placeOf(this.#look.attributes)
    for (const graphic of this.#look.content.graphics)
      this.graphics.push({ ...graphic, matrix: multiply(place, graphic.matrix) })
    this.#look = null
  }
}
