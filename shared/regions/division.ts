/** A province, prefecture, county or township of China. */
export interface Division {
  /** GB/T 2260; of a township, the code of its county (or of its prefecture if that has no counties). */
  readonly code: string
  /** The official name of today, or the last one of a unit that is gone. */
  readonly name: string
  readonly rank: DivisionRank
}

export type DivisionRank = 'province' | 'prefecture' | 'county' | 'township'

/** From the innermost out. */
export const RANKS: readonly DivisionRank[] = ['township', 'county', 'prefecture', 'province']

/** The rank of the unit that a GB/T 2260 code is of. */
export function rankOfCode(code: string): Exclude<DivisionRank, 'township'> {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

/** Whether `outer` holds `inner`, or is it. */
export function holds(outer: Division, inner: Division): boolean {
  switch (outer.rank) {
    case 'province':
      return outer.code.slice(0, 2) === inner.code.slice(0, 2)
    case 'prefecture':
      return outer.code.slice(0, 4) === inner.code.slice(0, 4)
    case 'county':
      return outer.code === inner.code
    case 'township':
      return inner.rank === 'township' && outer.code === inner.code && outer.name === inner.name
  }
}
