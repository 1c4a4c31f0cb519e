import type { Box, Colour } from '../layout/drawing.ts'
import type { Matrix } from '../layout/matrix.ts'

/** A character of a text code, in the space of its object. */
export interface Character {
  readonly text: string
  readonly x: number
  readonly y: number
  /** To the next character. */
  readonly width: number
  /** Whether its text runs from the top down. */
  readonly isDown: boolean
}

interface Placed {
  /** From the object's space to that of the page or composite unit around it. */
  readonly matrix: Matrix
}

export interface TextGraphic extends Placed {
  readonly kind: 'text'
  readonly size: number
  readonly characters: readonly Character[]
  readonly colour: Colour | null
  readonly opacity: number
  readonly inkless: boolean
}

export interface AreaGraphic extends Placed {
  readonly kind: 'area'
  readonly box: Box
  /** Null if it has not one colour, is not one upright box, or lets what is below shine through. */
  readonly colour: Colour | null
  readonly isPicture: boolean
  /** Where the outlines begin, if they have curves. */
  readonly curves: readonly (readonly [x: number, y: number])[]
}

/** The lines along its space's edges that a path draws. */
export interface RulesGraphic extends Placed {
  readonly kind: 'rules'
  readonly rules: readonly Box[]
}

/** A place where a composite unit of the resources is drawn (GB/T 33190-2016, clause 13). */
export interface UnitGraphic extends Placed {
  readonly kind: 'unit'
  readonly unit: string
}

export type Graphic = TextGraphic | AreaGraphic | RulesGraphic | UnitGraphic

/** What a page, or a composite unit, draws, in order. */
export interface Content {
  readonly graphics: Graphic[]
  /** Outlines that it fills or strokes. */
  shapes: number
}

export interface Ink {
  readonly colour: Colour | null
  readonly opacity: number
}

export const BLACK: Ink = { colour: 0, opacity: 1 }

/** What a document's resource files define, by their IDs. */
export interface Resources {
  readonly units: Map<string, Content>
  /** Colours with which draw parameters fill. */
  readonly inks: Map<string, Ink>
}
