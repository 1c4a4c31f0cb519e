import { describe, expect, it } from 'vitest'
import { ROWS, type Row, type Slot } from '../../shared/indicators/meaning/rows.ts'

/** Whether a part of one row takes all that the other's takes. */
function coversPart<Part>(wide: Slot<Part>, narrow: Slot<Part>): boolean {
  return (
    (wide.any || !narrow.any) &&
    (wide.any || wide.none || !narrow.none) &&
    narrow.names.every((name) => wide.names.includes(name))
  )
}

function coversEntry({ entry: wide }: Row, { entry: narrow }: Row): boolean {
  if (wide === null || narrow === null) return wide === narrow
  const units = new Set(wide.units.split(' '))
  return (
    narrow.units.split(' ').every((unit) => units.has(unit)) &&
    wide.change === narrow.change &&
    (wide.stock !== true || narrow.stock === true)
  )
}

/** Whether a row takes every figure that the other takes, and as surely. */
function covers(wide: Row, narrow: Row): boolean {
  return (
    coversEntry(wide, narrow) &&
    coversPart(wide.matter, narrow.matter) &&
    coversPart(wide.stage, narrow.stage) &&
    coversPart(wide.thing, narrow.thing) &&
    wide.qualities.length === narrow.qualities.length &&
    wide.qualities.every((quality) => narrow.qualities.includes(quality))
  )
}

describe('the rows of the catalogue', () => {
  it('can all win: none is covered by an earlier one', () => {
    const unreachable = ROWS.flatMap((row) => {
      const earlier = ROWS.find((other) => other.order < row.order && covers(other, row))
      return earlier === undefined ? [] : [`${row.written} is covered by ${earlier.written}`]
    })
    expect(unreachable).toEqual([])
  })

  it('ask for something: a row of any matter, stage and thing would take every figure', () => {
    expect(ROWS.filter(({ matter, stage, thing }) => matter.any && stage.any && thing.any)).toEqual([])
  })
})
