import type { WordParts } from './parts.ts'
import { isGround, isOn, type RunProperties, setRunProperty } from './run-properties.ts'

interface Style {
  readonly type: string
  name: string
  basedOn?: string | undefined
  readonly run: RunProperties
  list?: string | undefined
  level?: number
  /** Its tables have a ground of their own somewhere. */
  hasGround: boolean
}

/** The list of a style's paragraphs. */
export interface StyleList {
  readonly list: string
  /** The style and those it is based on, the nearest first, with the levels that they state themselves; the list may say otherwise. */
  readonly styles: readonly { readonly id: string; readonly level: number | undefined }[]
}

const CONTENTS_NAME = /^(?:toc\s?\d|contents\s?\d|目录\s?\d|table of figures|toa heading)/i

/** The styles of a document: what they say of text, lists and contents, with what they inherit. */
export class Styles {
  readonly #styles: ReadonlyMap<string, Style>
  readonly #defaults: RunProperties
  readonly #paragraphDefault: string | undefined
  readonly #runs = new Map<string, RunProperties>()

  private constructor(
    styles: ReadonlyMap<string, Style>,
    defaults: RunProperties,
    paragraphDefault: string | undefined,
  ) {
    this.#styles = styles
    this.#defaults = defaults
    this.#paragraphDefault = paragraphDefault
  }

  static none(): Styles {
    return new Styles(new Map(), {}, undefined)
  }

  /** @throws {RefusalError} */
  static async of(parts: WordParts, part: string): Promise<Styles> {
    const styles = new Map<string, Style>()
    const defaults: RunProperties = {}
    let style: Style | undefined
    let paragraphDefault: string | undefined
    let isInDefaults = false
    let isInRun = false
    await parts.walk(part, {
      open(name, attributes) {
        const value = attributes['w:val']
        if (name === 'w:style') {
          const [id, type] = [attributes['w:styleId'] ?? '', attributes['w:type'] ?? 'paragraph']
          style = { type, name: '', run: {}, hasGround: false }
          styles.set(id, style)
          const isDefault = attributes['w:default']
          if (type === 'paragraph' && isDefault !== undefined && isOn(isDefault)) paragraphDefault ??= id
        } else if (name === 'w:rPrDefault') isInDefaults = true
        else if (name === 'w:rPr') isInRun = true
        else if (isInDefaults) setRunProperty(defaults, name, attributes)
        else if (style === undefined) return
        else if (name === 'w:name') style.name = value ?? ''
        else if (name === 'w:basedOn') style.basedOn = value
        else if (name === 'w:numId' || name === 'w:ilfo') style.list = value
        else if (name === 'w:ilvl') style.level = Number(value) || 0
        else if (name === 'w:shd' && isGround(attributes)) style.hasGround = true
        if (style !== undefined && isInRun && style.type !== 'table') setRunProperty(style.run, name, attributes)
      },
      close(name) {
        if (name === 'w:style') style = undefined
        else if (name === 'w:rPrDefault') isInDefaults = false
        else if (name === 'w:rPr') isInRun = false
      },
    })
    return new Styles(styles, defaults, paragraphDefault)
  }

  /** What a run is by its paragraph's style and its own; switches of both cancel each other (ECMA-376 part 1, 17.7.3). */
  runProperties(paragraphStyle: string | undefined, runStyle: string | undefined): RunProperties {
    const paragraph = this.#runOf(paragraphStyle ?? this.#paragraphDefault)
    if (runStyle === undefined) return { ...this.#defaults, ...paragraph }
    const run = this.#runOf(runStyle)
    const toggled = (key: 'isHidden' | 'isStruck') =>
      paragraph[key] === undefined && run[key] === undefined
        ? {}
        : { [key]: (paragraph[key] ?? false) !== (run[key] ?? false) }
    return { ...this.#defaults, ...paragraph, ...run, ...toggled('isHidden'), ...toggled('isStruck') }
  }

  #runOf(id: string | undefined): RunProperties {
    if (id === undefined) return {}
    const known = this.#runs.get(id)
    if (known !== undefined) return known
    const merged = Object.assign(
      {},
      ...this.#chain(id)
        .toReversed()
        .map(({ style }) => style.run),
    )
    this.#runs.set(id, merged)
    return merged
  }

  /** Null if paragraphs of the style are in no list. */
  listOf(paragraphStyle: string | undefined): StyleList | null {
    const chain = this.#chain(paragraphStyle ?? this.#paragraphDefault)
    const list = chain.find(({ style }) => style.list !== undefined)?.style.list
    if (list === undefined) return null
    return { list, styles: chain.map(({ id, style }) => ({ id, level: style.level })) }
  }

  /** Whether paragraphs of the style are lines of a table of contents, which repeat the headings with page numbers. */
  isContents(paragraphStyle: string | undefined): boolean {
    const chain = this.#chain(paragraphStyle)
    if (chain.length === 0) return paragraphStyle !== undefined && CONTENTS_NAME.test(paragraphStyle)
    return chain.some(({ style }) => CONTENTS_NAME.test(style.name))
  }

  /** Whether tables of the style shade some of their cells. */
  hasGround(tableStyle: string | undefined): boolean {
    return this.#chain(tableStyle).some(({ style }) => style.hasGround)
  }

  /** The style and those it is based on, each once: damaged files base styles on themselves. */
  #chain(id: string | undefined): { readonly id: string; readonly style: Style }[] {
    const chain = new Map<string, Style>()
    for (let next = id; next !== undefined && !chain.has(next); ) {
      const style = this.#styles.get(next)
      if (style === undefined) break
      chain.set(next, style)
      next = style.basedOn
    }
    return [...chain].map(([key, style]) => ({ id: key, style }))
  }
}
