/** Reports are on a year that is over. */
export function lastYear(today = new Date()): number {
  return today.getFullYear() - 1
}

/** Years that a list of years begins with: reports are asked for since the rules of 2015. */
const FIRST_YEAR = 2015

/** The latest first. */
export function yearsToChoose(): string[] {
  const last = lastYear()
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, before) => String(last - before))
}
