import { localName, type XmlVisitor } from '../zip/walk-xml.ts'
import { ContentReader } from './content-reader.ts'
import type { Content, Resources } from './graphics.ts'
import { type Attributes, colourOf, opacityOf } from './values.ts'

/** Reads a resource file (GB/T 33190-2016, 7.9): the composite units, and the colours of the draw parameters. */
export class ResourceReader implements XmlVisitor {
  readonly #resources: Resources
  #unit: ContentReader | null = null
  #parameter: string | null = null

  /** @param resources where what is read goes */
  constructor(resources: Resources) {
    this.#resources = resources
  }

  open = (name: string, attributes: Attributes): void => {
    const local = localName(name)
    if (this.#unit !== null) this.#unit.open(name, attributes)
    else if (local === 'CompositeGraphicUnit' && attributes.ID !== undefined) {
      const content: Content = { graphics: [], shapes: 0 }
      this.#resources.units.set(attributes.ID, content)
      this.#unit = new ContentReader(this.#resources, content)
    } else if (local === 'DrawParam') this.#openParameter(attributes)
    else if (local === 'FillColor' && this.#parameter !== null)
      this.#resources.inks.set(this.#parameter, { colour: colourOf(attributes), opacity: opacityOf(attributes) })
  }

  text = (data: string): void => this.#unit?.text(data)

  close = (name: string): void => {
    const local = localName(name)
    if (local === 'CompositeGraphicUnit') this.#unit = null
    else if (local === 'DrawParam') this.#parameter = null
    this.#unit?.close(name)
  }

  /** 8.2: a parameter has what the one that it is relative to has, if that was defined before. */
  #openParameter({ ID, Relative }: Attributes): void {
    this.#parameter = ID ?? null
    const base = Relative === undefined ? undefined : this.#resources.inks.get(Relative)
    if (ID !== undefined && base !== undefined) this.#resources.inks.set(ID, base)
  }
}
