import leven from 'leven'

const MOST = 5

/**
 * The names nearest to what somebody wrote, the nearest first: those that begin with it or hold it, then those that differ in the
 * fewest characters, up to half of them.
 * @param candidates each with the names that it goes by
 */
export function nearest<Candidate>(
  written: string,
  candidates: Iterable<readonly [candidate: Candidate, names: readonly string[]]>,
): Candidate[] {
  const most = Math.max(1, Math.floor(written.length / 2))
  const found: { readonly candidate: Candidate; readonly distance: number }[] = []
  for (const [candidate, names] of candidates) {
    const distance = Math.min(...names.map((name) => distanceOf(written, name, most)))
    if (distance <= most) found.push({ candidate, distance })
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ candidate }) => candidate)
}

/** More than `most` if the names are farther from each other. */
function distanceOf(written: string, name: string, most: number): number {
  if (name.startsWith(written)) return 0
  if (name.includes(written)) return 1
  return leven(written, name, { maxDistance: most + 1 })
}
