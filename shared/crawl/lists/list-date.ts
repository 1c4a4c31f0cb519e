const YEAR_FIRST =
  /(?<year>20[0-9]{2}|19[0-9]{2})\s{0,20}[-/.年]\s{0,20}(?<month>[0-9]{1,2})\s{0,20}[-/.月]\s{0,20}(?<day>[0-9]{1,2})(?![0-9])/
/** The day in large print above its month, like a page of a calendar. */
const DAY_FIRST =
  /(?<![0-9])(?<day>[0-9]{1,2})\s{1,20}(?<year>20[0-9]{2})\s{0,5}[-/.年]\s{0,5}(?<month>[0-9]{1,2})(?![0-9])/
const TRS_URL = /\/t(?<year>20[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})_[0-9]+\./
const HANWEB_URL = /\/art\/(?<year>20[0-9]{2})\/(?<month>[0-9]{1,2})\/(?<day>[0-9]{1,2})\//

/** The first full date in the text around a list's item, as ISO. Null if there is none, or no such day. */
export function findDate(text: string): string | null {
  const found = YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text)
  return found === null ? null : isoDate(found)
}

/** The day in an article's URL. Many URLs contain only a month, or a number that looks like a day; these give null. */
export function dateInUrl(url: string): string | null {
  const found = TRS_URL.exec(url) ?? HANWEB_URL.exec(url)
  return found === null ? null : isoDate(found)
}

/** @param found match of an expression with the groups `year`, `month` and `day` */
export function isoDate({ groups }: RegExpExecArray): string | null {
  const { year = '', month = '', day = '' } = groups ?? {}
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null
}
