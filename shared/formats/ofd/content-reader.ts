import { isCharacter, UNKNOWN_CHARACTER } from '../layout/drawing.ts'
import { rulesAlong } from '../layout/rules.ts'
import { localName, type XmlVisitor } from '../zip/walk-xml.ts'
import { Clips } from './clips.ts'
import { BLACK, type Character, type Content, type Ink, type Resources } from './graphics.ts'
import { beginsOf, CURVE, outlinesOf, pathBox } from './path-box.ts'
import { type Attributes, booleanOf, colourOf, numbers, offsets, opacityOf, placeOf } from './values.ts'

/** An object that is open: its attributes, and what its children said. */
interface OpenObject {
  readonly attributes: Attributes
  readonly characters: Character[]
  fill: Ink | null
  path: string
  readonly clips: Clips
  /** A text code without X or Y goes on from the one before. */
  x: number
  y: number
}

const OBJECTS: ReadonlySet<string> = new Set(['TextObject', 'PathObject', 'ImageObject', 'CompositeObject'])

/** Reads the graphics of a page or of a composite unit (GB/T 33190-2016, clauses 8 to 13) as a stream. */
export class ContentReader implements XmlVisitor {
  readonly #resources: Resources
  readonly #content: Content
  /** For each element that is open, whether it is hidden. */
  readonly #hidden: boolean[] = []
  #layerInk: Ink = BLACK
  #object: OpenObject | null = null
  #code: Attributes | null = null
  #data = ''

  /** @param content where the graphics go */
  constructor(resources: Resources, content: Content) {
    this.#resources = resources
    this.#content = content
  }

  open = (name: string, attributes: Attributes): void => {
    const local = localName(name)
    this.#hidden.push(booleanOf(attributes.Visible) === false || this.#isHidden())
    if (local === 'Layer') this.#layerInk = this.#inkOf(attributes) ?? BLACK
    else if (OBJECTS.has(local))
      this.#object = { attributes, characters: [], fill: null, path: '', clips: new Clips(), x: 0, y: 0 }
    else if (this.#object !== null) this.#openIn(this.#object, local, attributes)
  }

  #openIn(object: OpenObject, local: string, attributes: Attributes): void {
    object.clips.open(local, attributes)
    if (local === 'FillColor' && !object.clips.isOpen)
      object.fill = { colour: colourOf(attributes), opacity: opacityOf(attributes) }
    else if (local === 'TextCode' || local === 'AbbreviatedData') {
      this.#code = attributes
      this.#data = ''
    }
  }

  text = (data: string): void => {
    if (this.#code !== null) this.#data += data
  }

  close = (name: string): void => {
    const local = localName(name)
    if (this.#object !== null && this.#code !== null) {
      if (local === 'AbbreviatedData' && this.#object.clips.isOpen) this.#object.clips.path(this.#data)
      else if (local === 'TextCode' && !this.#object.clips.isOpen) this.#readCode(this.#object, this.#code)
      else if (local === 'AbbreviatedData') this.#object.path = this.#data
    }
    if (local === 'TextCode' || local === 'AbbreviatedData') this.#code = null
    this.#object?.clips.close(local)
    if (OBJECTS.has(local) && this.#object !== null) {
      this.#draw(local, this.#object)
      this.#object = null
    }
    this.#hidden.pop()
  }

  #isHidden(): boolean {
    return this.#hidden.at(-1) ?? false
  }

  #inkOf({ DrawParam }: Attributes): Ink | null {
    return DrawParam === undefined ? null : (this.#resources.inks.get(DrawParam) ?? null)
  }

  #draw(kind: string, { attributes, characters, fill, path, clips }: OpenObject): void {
    const matrix = placeOf(attributes)
    const { graphics } = this.#content
    const ink = fill ?? this.#inkOf(attributes) ?? this.#layerInk
    const opacity = ink.opacity * opacityOf(attributes)
    const isHidden = this.#isHidden()
    if (kind === 'TextObject') {
      const isEmpty = booleanOf(attributes.Fill) === false && booleanOf(attributes.Stroke) !== true
      const size = Number(attributes.Size) || 0
      if (clips.cut(size)) return
      graphics.push({
        kind: 'text',
        matrix,
        size,
        characters,
        colour: ink.colour,
        opacity,
        inkless: isHidden || isEmpty,
      })
    } else if (isHidden) return
    else if (kind === 'CompositeObject') graphics.push({ kind: 'unit', matrix, unit: attributes.ResourceID ?? '' })
    else if (kind === 'ImageObject') {
      const [, , width = 0, height = 0] = numbers(attributes.Boundary)
      const [x, y] = matrix.slice(4) as [number, number]
      const box = { left: 0, top: 0, right: width, bottom: height }
      graphics.push({ kind: 'area', matrix: [1, 0, 0, 1, x, y], box, colour: null, isPicture: true, curves: [] })
    } else {
      const begins = beginsOf(path)
      this.#content.shapes += begins.length
      const isFilled = booleanOf(attributes.Fill) === true
      const painted = { isFilled, isStroked: booleanOf(attributes.Stroke) !== false }
      const rules = outlinesOf(path).flatMap((outline) => rulesAlong(outline, painted))
      if (rules.length > 0) graphics.push({ kind: 'rules', matrix, rules })
      const area = isFilled ? pathBox(path) : null
      if (area === null) return
      const colour = area.isUpright && opacity === 1 ? ink.colour : null
      graphics.push({
        kind: 'area',
        matrix,
        box: area.box,
        colour,
        isPicture: false,
        curves: CURVE.test(path) ? begins : [],
      })
    }
  }

  /** 11.3: the characters of a text code, each at its offset from the one before; without offsets each is as wide as high. */
  #readCode(object: OpenObject, { X, Y, DeltaX, DeltaY }: Attributes): void {
    const size = Number(object.attributes.Size) || 0
    const across = offsets(DeltaX)
    const down = offsets(DeltaY)
    const isDown = down.filter((step) => step !== 0).length > across.filter((step) => step !== 0).length
    let x = X === undefined ? object.x : Number(X) || 0
    let y = Y === undefined ? object.y : Number(Y) || 0
    let index = -1
    for (const character of this.#data) {
      index++
      const right = across[index] ?? (isDown || index < down.length ? 0 : size)
      const below = down[index] ?? 0
      const step = isDown ? below : right
      const width = step > 0 ? step : size
      const last = object.characters.at(-1)
      // Blanks stay as typed: columns that are made with them do not stand in line.
      if (character.trim() === '') {
        if (last !== undefined)
          object.characters[object.characters.length - 1] = {
            ...last,
            text: last.text + character,
            width: last.width + width,
          }
      } else {
        const text = isCharacter(character) ? character : UNKNOWN_CHARACTER
        object.characters.push({ text, x, y, width, isDown })
      }
      x += right
      y += below
    }
    object.x = x
    object.y = y
  }
}
