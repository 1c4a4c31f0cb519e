import type { Code } from '../../catalogue/catalogue.ts'
import { kindsOf, type UnitKind } from '../../catalogue/units.ts'
import type { Figure } from './meaning.ts'
import { type Parts, says } from './parts.ts'
import { ROWS, type Row, type Slot } from './rows.ts'

/** The part of its row that a figure lacks. */
export type Lack = 'unit' | 'matter' | 'stage' | 'thing' | 'quality' | 'role'

/** An entry that comes near a figure and does not fit. */
export interface Miss {
  readonly code: Code
  readonly row: Row
  readonly lacks: readonly Lack[]
}

/** The entries whose rows lack the fewest parts of what a figure's phrase says, one row of each. */
export function nearestMisses(parts: Parts, figure: Figure, most: number): Miss[] {
  const misses = ROWS.filter((row) => row.entry !== null && hasAnyPart(row, parts))
    .map((row): Miss => ({ code: row.entry!.code, row, lacks: lacksOf(row, parts, figure) }))
    .filter(({ lacks }) => lacks.length > 0)
    .sort((a, b) => a.lacks.length - b.lacks.length)
  return misses.filter(({ code }, at) => misses.findIndex((miss) => miss.code === code) === at).slice(0, most)
}

function lacksOf(row: Row, parts: Parts, { unit, measurement }: Figure): Lack[] {
  const kinds = kindsOf(unit)
  const isCounted = row.entry!.units.split(' ').some((kind) => kinds.has(kind as UnitKind))
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['unit', !isCounted],
    ['role', measurement.role === 'change' && row.entry!.change !== true],
    ['matter', !fits(row.matter, parts.matters)],
    ['stage', !fits(row.stage, [...parts.stages, ...parts.predicate.stages])],
    ['thing', !fits(row.thing, [...parts.things, ...parts.genericThings, ...parts.predicateThings])],
    ['quality', !row.qualities.every((quality) => says(parts, quality))],
  ]
  return lacks.filter(([, isLacking]) => isLacking).map(([lack]) => lack)
}

function fits<Part>(slot: Slot<Part>, said: readonly (readonly Part[])[]): boolean {
  return slot.any || (slot.none && said.length === 0) || names(slot, said)
}

/** Whether the phrase says the row's matter or thing itself: what it has in common with a stage alone is chance. */
function hasAnyPart(row: Row, { matters, things }: Parts): boolean {
  return names(row.matter, matters) || names(row.thing, things)
}

function names<Part>(slot: Slot<Part>, said: readonly (readonly Part[])[]): boolean {
  return said.some((parts) => parts.some((part) => slot.names.includes(part)))
}
