/** A share with what it was counted from. */
export interface Share {
  readonly of: number
  readonly hits: number
}

/** Named shares that are counted together: those of one report, or of several. */
export type Shares<Name extends string> = Readonly<Record<Name, Share>>

export function share<T>(of: readonly T[], hit: (one: T) => boolean): Share {
  return { of: of.length, hits: of.filter(hit).length }
}

/** The same shares over several reports together. */
export function total<Name extends string>(names: readonly Name[], scores: readonly Shares<Name>[]): Shares<Name> {
  const sum = (name: Name, count: keyof Share) => scores.reduce((all, one) => all + one[name][count], 0)
  const shares = names.map((name) => [name, { of: sum(name, 'of'), hits: sum(name, 'hits') }])
  return Object.fromEntries(shares) as Shares<Name>
}

/** A share of nothing is whole. */
export const ratio = ({ of, hits }: Share): number => (of === 0 ? 1 : hits / of)
