import { mayNameReport } from '../candidate.ts'
import type { ListRequest } from '../fetch/list-request.ts'
import type { Problem } from '../problem.ts'
import type { ListReading } from './list-reading.ts'

const YEAR_NAME = /^(?:year|nd|nian(?:du|fen)?|y)$/i

/** Whether a request has a year in its query or its form. */
export function asksForYear({ url, post }: ListRequest): boolean {
  const sent = [...new URL(url).searchParams, ...new URLSearchParams(post?.body ?? '')]
  return sent.some(([name, value]) => YEAR_NAME.test(name) && /^20[0-9]{2}$/.test(value))
}

/** Why a part of the list that brought nothing new may have rows all the same. Null if nothing says so. */
export function lostPart(
  { url }: ListRequest,
  { items, unreadable, ...opened }: ListReading,
  isIndex: boolean,
): string | null {
  if (opened.isUnheeded) return `${url} does not show the part of the list that it was asked for`
  const isEmpty = items.length + unreadable.length === 0 && !opened.saysEmpty
  return isEmpty && !isIndex && opened.follow.length === 0 ? `${url}, another part of the list, shows no rows` : null
}

/** Why a row that may be a list, and that is not visited as a document, leaves the list open. */
export function lostFolder(title: string, { detail }: Problem): string {
  return `a row that may be a list cannot be read: ${title}: ${detail}`
}

/** A page that was named as a report and shows neither reports nor where they may be. */
export function isNoList({ items, archives, inside }: ListReading): boolean {
  return !items.some(({ title }) => mayNameReport(title)) && archives.length + inside.length === 0
}
