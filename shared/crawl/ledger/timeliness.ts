import type { PublisherState } from './rows.ts'

/** Reports must be public by this day of the following year. 4月1日之前 includes the day (see `isByApril1`). */
const DUE = '04-01'

/** How timely a report on `year` is, by its day of publication. `found` if that day is not known. */
export function timeliness(year: number, publishedOn: string | null): PublisherState {
  if (publishedOn === null) return 'found'
  if (publishedOn < `${year + 1}-01-01`) return 'early'
  return publishedOn <= `${year + 1}-${DUE}` ? 'on_time' : 'late'
}

/** The last year whose report is due on `today` (ISO date). */
export function lastDueYear(today: string): number {
  const year = Number(today.slice(0, 4))
  return today.slice(5) > DUE ? year - 1 : year - 2
}
