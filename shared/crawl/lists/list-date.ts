import { dateIn, dateOnLeaf, isoDate } from '../../text/dates.ts'

const TRS_URL = /\/t(?<year>20[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})_[0-9]+\./
const HANWEB_URL = /\/art\/(?<year>20[0-9]{2})\/(?<month>[0-9]{1,2})\/(?<day>[0-9]{1,2})\//

/** The first full date in the text around a list's item, as ISO. Null if there is none, or no such day. */
export function findDate(text: string): string | null {
  return dateIn(text) ?? dateOnLeaf(text)
}

/** The day in an article's URL. Many URLs contain only a month, or a number that looks like a day; these give null. */
export function dateInUrl(url: string): string | null {
  const found = TRS_URL.exec(url) ?? HANWEB_URL.exec(url)
  return found === null ? null : isoDate(found)
}
