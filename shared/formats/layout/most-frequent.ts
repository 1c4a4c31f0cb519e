/** How many numbers round to each whole one: of places on a page, which scatter by rounding. */
export function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1)
  return counts
}

/** Of numbers that scatter by rounding: the one with the most others within half a unit. */
export function mostFrequent(values: readonly number[]): number {
  return [...countsOf(values)].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0]
}
