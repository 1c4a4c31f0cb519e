import merged from './data/merged.json' with { type: 'json' }
import { divisionOf } from './gazetteer.ts'

/** Units that a reform merged or divided, so that figures before and after it are of different places. */
export interface Break {
  /** The year in which it took effect. */
  readonly year: number
  /** Names of the units before. */
  readonly from: readonly string[]
  /** Names of those after. */
  readonly into: readonly string[]
}

interface Reform {
  readonly year: number
  readonly from: string
  readonly into: readonly string[]
}

/** Lines `CODE YEAR CODE,CODE…`: the unit before, the year, the units after. */
const REFORMS: readonly Reform[] = merged.merged.map((line) => {
  const [from = '', year = '', into = ''] = line.split(' ')
  return { from, year: Number(year), into: into.split(',') }
})

/**
 * The merger or division that changed the borders of a unit in a year; null if there was none. A renaming is none.
 * @example breakIn('330102', 2021) // { year: 2021, from: ['江干区'], into: ['上城区'] }
 */
export function breakIn(code: string, year: number): Break | null {
  const reforms = REFORMS.filter((reform) => reform.year === year && [reform.from, ...reform.into].includes(code))
  if (reforms.length === 0) return null
  return {
    year,
    from: namesOf(reforms.map(({ from }) => from)),
    into: namesOf(reforms.flatMap(({ into }) => into)),
  }
}

function namesOf(codes: readonly string[]): string[] {
  return [...new Set(codes.map((code) => divisionOf(code)?.name ?? code))]
}
