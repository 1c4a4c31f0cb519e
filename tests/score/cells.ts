import { type Stated, wholesOf } from '../../shared/catalogue/cells.ts'
import { codesOf, type Label, periodOf, scopesOf } from '../labels/label.ts'
import type { Shares } from './share.ts'

/**
 * A cell is the one figure that stands for a report and a code. Whoever compares places compares cells, so they are scored
 * beside the figures one by one.
 */
export const CELL_SHARES = [
  /** Cells given that are right, of those given. */
  'cellPrecision',
  /** Cells given right, of those that the labels hold. */
  'cellRecall',
  /** Codes given with several differing values for the whole, so that none is the cell, of the codes given. */
  'several',
] as const
export type CellShare = (typeof CELL_SHARES)[number]

/**
 * Scores the cells of one report. A cell that the labels leave open, since a second reading of some label is as right, is
 * neither asked for nor counted as given.
 */
export function scoreCells(labels: readonly Label[], figures: readonly Stated[]): Shares<CellShare> {
  const certain = wholesOf(
    labels
      .map(readingsOf)
      .filter((readings) => readings.length === 1)
      .flat(),
  )
  const possible = wholesOf(labels.flatMap(readingsOf))
  const given = [...wholesOf(figures)]

  const cells = [...certain].filter(([code, values]) => values.size === 1 && possible.get(code)?.size === 1)
  const single = given
    .filter(([, values]) => values.size === 1)
    .map(([code, values]) => [code, [...values][0]!] as const)
  const judged = single.filter(([code, value]) => !isOpen(possible.get(code), value))
  const givenCells = new Map(single)
  return {
    cellPrecision: { of: judged.length, hits: judged.filter(([code, value]) => possible.get(code)?.has(value)).length },
    cellRecall: {
      of: cells.length,
      hits: cells.filter(([code, values]) => givenCells.has(code) && values.has(givenCells.get(code)!)).length,
    },
    several: { of: given.length, hits: given.filter(([, values]) => values.size > 1).length },
  }
}

/** Whether the labels leave open if the value is the cell: it may be, and so may another. */
function isOpen(possible: ReadonlySet<number> | undefined, value: number): boolean {
  return possible !== undefined && possible.size > 1 && possible.has(value)
}

/** Every pair of a code and a scope that is right for the figure. */
function readingsOf(label: Label): Stated[] {
  const { role, value, unit } = label
  return codesOf(label).flatMap((code) =>
    scopesOf(label).map((scope) => ({ code, scope, period: periodOf(label), role, value, unit })),
  )
}
