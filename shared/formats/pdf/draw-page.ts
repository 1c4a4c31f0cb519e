import { OPS } from 'unpdf/pdfjs'
import { type Area, type Box, boxUnder, type Colour, type Drawing, overlapOf, sizeOf } from '../layout/drawing.ts'
import { keepsBoxes, type Matrix, matrixOf, multiply } from '../layout/matrix.ts'
import type { Font, FontGlyph } from './fonts.ts'
import { clipTo, type GraphicsState, initialState, paintThrough, setParameter } from './graphics-state.ts'
import { FILLS, NotedPaths } from './noted-paths.ts'
import { boundsOf, isBox } from './paths.ts'
import { TextDrawer } from './text-drawer.ts'

/** A page's operators as PDF.js evaluates them; forms and the looks of annotations stand among them. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

export interface PageView {
  /** From the page's own space to the page as it is seen, y downwards. */
  readonly matrix: Matrix
  readonly width: number
  readonly height: number
  readonly fontOf: (name: string) => Font | null
  /** Whether a layer is on. */
  readonly isOn: (layer: unknown) => boolean
  /** Whether an annotation is a field with a text or a choice. */
  readonly isField: (annotation: string) => boolean
}

const UNIT: Box = { left: 0, top: 0, right: 1, bottom: 1 }
/** Smaller parts of the page are specks; a matrix under which nothing is drawn may be that of an empty text. */
const MIN_AREA = 1 / 500
/** A page of tables has hundreds. */
const MAX_AREAS = 5_000

/** Follows the operators of a page and notes its characters, painted areas and pictures, in the order of drawing. */
export function drawPage({ fnArray, argsArray }: Operators, view: PageView): Drawing {
  const drawer = new PageDrawer(view)
  for (let at = 0; at < fnArray.length; at++) drawer.operate(fnArray[at]!, (argsArray[at] ?? []) as unknown[])
  return drawer.drawing()
}

class PageDrawer {
  readonly #view: PageView
  readonly #page: Box
  readonly #text = new TextDrawer()
  readonly #areas: Area[] = []
  readonly #saved: GraphicsState[] = []
  #state: GraphicsState
  /** For each marked part that is open, whether its layer is off. */
  readonly #layers: boolean[] = []
  /** How many layers and masks around are not seen. */
  #unseen = 0
  #painted = 0
  readonly #paths: NotedPaths
  #cutsNext = false

  constructor(view: PageView) {
    this.#view = view
    this.#page = { left: 0, top: 0, right: view.width, bottom: view.height }
    this.#state = initialState(view.matrix, this.#page)
    this.#paths = new NotedPaths(view.width, view.height)
  }

  drawing(): Drawing {
    while (this.#saved.length > 0) this.#restore()
    this.#notePicture()
    const { width, height } = this.#view
    return {
      width,
      height,
      glyphs: this.#text.glyphs(),
      areas: this.#areas,
      rules: this.#paths.rules,
      shapes: this.#paths.shapes,
      curvedPlaces: this.#paths.curvedPlaces,
    }
  }

  operate(operator: number, args: readonly unknown[]): void {
    if (setParameter(this.#state, operator, args, this.#view.fontOf)) return
    if (this.#text.position.move(operator, args, this.#state)) return
    switch (operator) {
      case OPS.save:
        this.#save()
        break
      case OPS.transform:
        this.#transform(args as number[])
        break
      case OPS.showText:
        this.#painted++
        if (this.#unseen === 0) this.#text.show(args[0] as (FontGlyph | number)[], this.#state, this.#painted)
        break
      case OPS.clip:
      case OPS.eoClip:
        this.#cutsNext = true
        break
      case OPS.constructPath:
        this.#drawPath(args)
        break
      case OPS.shadingFill:
        this.#paint(this.#state.clip, null, false)
        break
      case OPS.paintFormXObjectBegin:
        this.#beginForm(args)
        break
      case OPS.beginGroup:
        this.#beginGroup(args[0] as { smask?: unknown })
        break
      case OPS.beginAnnotation:
        this.#beginAnnotation(args)
        break
      case OPS.endAnnotation:
        this.#text.endField()
        this.#restore()
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        this.#restore()
        break
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        this.#beginLayer(args[0] === 'OC' && !this.#view.isOn(args[1]))
        break
      case OPS.endMarkedContent:
        if (this.#layers.pop()) this.#unseen--
        break
    }
  }

  #save(): void {
    this.#saved.push({ ...this.#state })
  }

  #restore(): void {
    this.#notePicture()
    const saved = this.#saved.pop()
    if (saved === undefined) return
    if (this.#state.hides) this.#unseen--
    this.#state = saved
  }

  #transform(list: ArrayLike<number> | null): void {
    const matrix = matrixOf(list)
    if (matrix === null) return
    this.#state.matrix = multiply(this.#state.matrix, matrix)
    this.#state.paintedAtMatrix = this.#painted
  }

  /**
   * PDF.js is told to leave pictures out before it unpacks them. What is left of one is the matrix that lays the unit square over its
   * place, with nothing drawn under it.
   */
  #notePicture(): void {
    const { matrix, paintedAtMatrix } = this.#state
    if (paintedAtMatrix !== this.#painted) return
    this.#paint(boxUnder(matrix, UNIT), null, true)
  }

  #drawPath([operator, data, minMax]: readonly unknown[]): void {
    const { matrix, fill, clipIsBox } = this.#state
    const path = (data as (ArrayLike<number> | null)[])[0] ?? null
    const bounds = boundsOf(minMax as number[] | null)
    const isUpright = keepsBoxes(matrix) && isBox(path)
    if (operator !== OPS.endPath) this.#paths.note(operator as number, path, this.#state, this.#unseen === 0)
    if (bounds !== null) {
      const box = boxUnder(matrix, bounds)
      if (FILLS.has(operator as number)) this.#paint(box, isUpright && clipIsBox && this.#covers() ? fill : null, false)
      if (this.#cutsNext) clipTo(this.#state, box, isUpright)
    }
    if (operator !== OPS.endPath) this.#painted++
    this.#cutsNext = false
  }

  /** Whether paint hides what is below it. */
  #covers(): boolean {
    const { fillOpacity, opacity, shinesThrough, masked } = this.#state
    return fillOpacity * opacity === 1 && !shinesThrough && !masked
  }

  #paint(box: Box, colour: Colour | null, isPicture: boolean): void {
    this.#painted++
    const area = overlapOf(box, this.#state.clip)
    const size = sizeOf(area)
    const isSpeck = isPicture && size < MIN_AREA * sizeOf(this.#page)
    // Some scanners draw each character as a picture of its own.
    if (isSpeck && size > 0) this.#paths.shapes++
    const { fillOpacity, opacity } = this.#state
    if (this.#unseen > 0 || size === 0 || isSpeck || fillOpacity * opacity === 0 || this.#areas.length >= MAX_AREAS)
      return
    paintThrough(this.#state)
    this.#areas.push({ ...area, colour, isPicture, order: this.#painted })
  }

  /** [matrix, box]. */
  #beginForm([matrix, box]: readonly unknown[]): void {
    this.#save()
    this.#transform(matrix as ArrayLike<number> | null)
    this.#clipToBox(box as ArrayLike<number> | null)
  }

  #clipToBox(list: ArrayLike<number> | null): void {
    const box = boundsOf(list)
    if (box !== null) clipTo(this.#state, boxUnder(this.#state.matrix, box), keepsBoxes(this.#state.matrix))
  }

  /** A group is painted as one, with the opacity around it; that of a mask only says where others are seen. */
  #beginGroup({ smask }: { smask?: unknown }): void {
    this.#save()
    const state = this.#state
    state.opacity *= state.fillOpacity
    state.fillOpacity = 1
    state.strokeOpacity = 1
    state.hides = Boolean(smask)
    if (state.hides) this.#unseen++
  }

  /** The looks of an annotation: [id, rect, transform, matrix, …] in the page's own space. */
  #beginAnnotation([id, rect, transform, matrix]: readonly unknown[]): void {
    this.#save()
    this.#state = initialState(this.#view.matrix, this.#page)
    const box = boundsOf(rect as number[] | null)
    if (box !== null && this.#view.isField(String(id))) this.#text.beginField(boxUnder(this.#view.matrix, box))
    this.#clipToBox(rect as number[] | null)
    this.#transform(transform as number[] | null)
    this.#transform(matrix as number[] | null)
  }

  #beginLayer(isOff: boolean): void {
    this.#layers.push(isOff)
    if (isOff) this.#unseen++
  }
}
