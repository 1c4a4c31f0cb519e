/** Governments report on the rule of law since the outline of 2004. */
const FIRST_YEAR = 2004

/**
 * The years that reports can be on, the last one first.
 * @param today ISO date
 */
export function reportYears(today: string): number[] {
  const last = Number(today.slice(0, 4))
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, n) => last - n)
}
