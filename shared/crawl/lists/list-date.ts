const YEAR_FIRST =
  /(20[0-9]{2}|19[0-9]{2})\s{0,20}[-/.年]\s{0,20}([0-9]{1,2})\s{0,20}[-/.月]\s{0,20}([0-9]{1,2})(?![0-9])/
/** A calendar leaf: the day in large print over its month. */
const DAY_FIRST = /(?<![0-9])([0-9]{1,2})\s{1,20}(20[0-9]{2})\s{0,5}[-/.年]\s{0,5}([0-9]{1,2})(?![0-9])/

/** The first full date in the text around a list's item, as ISO; null where there is none or it is no day. */
export function findDate(text: string): string | null {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst !== null) return isoDate(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!)
  const dayFirst = DAY_FIRST.exec(text)
  return dayFirst === null ? null : isoDate(dayFirst[2]!, dayFirst[3]!, dayFirst[1]!)
}

/** The day in an article's URL. Many carry only a month, or a number that happens to look like one: no day is invented. */
export function dateInUrl(url: string): string | null {
  const trs = /\/t(20[0-9]{2})([0-9]{2})([0-9]{2})_[0-9]+\./.exec(url)
  const hanweb = /\/art\/(20[0-9]{2})\/([0-9]{1,2})\/([0-9]{1,2})\//.exec(url)
  const found = trs ?? hanweb
  return found === null ? null : isoDate(found[1]!, found[2]!, found[3]!)
}

export function isoDate(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null
}
