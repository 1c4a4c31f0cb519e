import { type Area, type Box, boxUnder, type Drawing, type Glyph, Places } from '../layout/drawing.ts'
import { apply, keepsBoxes, type Matrix, multiply } from '../layout/matrix.ts'
import { setSideways } from '../layout/vertical.ts'
import { MAX_ELEMENTS, tooComplex } from '../limits.ts'
import type { Content, Resources, TextGraphic } from './graphics.ts'

/** Units may place units; a document needs two or three levels. */
const MAX_LEVELS = 16

export interface PageBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Draws a page, with the composite units at their places.
 * @throws {RefusalError} `too_complex` if the units place each other without end
 */
export function drawContent(content: Content, { x, y, width, height }: PageBox, resources: Resources): Drawing {
  const glyphs: Glyph[] = []
  const areas: Area[] = []
  const rules: Box[] = []
  const curved = new Places(width, height)
  let shapes = 0
  let order = 0
  const draw = (part: Content, outer: Matrix, level: number): void => {
    if (level > MAX_LEVELS) throw tooComplex(`nests composite units more than ${MAX_LEVELS} deep`)
    shapes += part.shapes
    for (const graphic of part.graphics) {
      if (++order > MAX_ELEMENTS) throw tooComplex(`draws more than ${MAX_ELEMENTS} objects on a page`)
      const matrix = multiply(outer, graphic.matrix)
      if (graphic.kind === 'text') glyphs.push(...glyphsOf(graphic, matrix, order))
      else if (graphic.kind === 'rules') {
        if (keepsBoxes(matrix)) rules.push(...graphic.rules.map((rule) => boxUnder(matrix, rule)))
      } else if (graphic.kind === 'area') {
        const { colour, isPicture, curves } = graphic
        for (const begin of curves) curved.add(...apply(matrix, ...begin))
        areas.push({ ...boxUnder(matrix, graphic.box), colour: keepsBoxes(matrix) ? colour : null, isPicture, order })
      } else {
        const unit = resources.units.get(graphic.unit)
        if (unit !== undefined) draw(unit, matrix, level + 1)
      }
    }
  }
  draw(content, [1, 0, 0, 1, -x, -y], 0)
  return { width, height, glyphs, areas, rules, shapes, curvedPlaces: curved.count }
}

function glyphsOf({ size, characters, colour, opacity, inkless }: TextGraphic, matrix: Matrix, order: number): Glyph[] {
  const [a, b, c, d, e, f] = matrix
  const [along, across] = [Math.hypot(a, b), Math.hypot(c, d)]
  return characters.map(({ text, x, y, width, isDown }) => {
    const upright = {
      text,
      x: a * x + c * y + e,
      y: b * x + d * y + f,
      across: a / along,
      down: b / along,
      width: (isDown ? size : width) * along,
      size: size * across,
      colour,
      opacity,
      inkless,
      order,
    }
    return isDown ? { ...setSideways(upright), width: width * across } : upright
  })
}
