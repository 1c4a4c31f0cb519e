import { announcedDocument, REPORT_TITLE } from '../structure/title-words.ts'

const OPENS_FIRST = /(?:^|[\n。:;])\s{0,8}(?:[一1](?:、|\.)|\(一\))/
const OPENS_SECOND = /(?:^|[\n。:;])\s{0,8}(?:[二2](?:、|\.)|\(二\))/
/** A part of a report has more text than an item in a notice's list of measures. */
const SHORTEST_PART = 200

/**
 * The title of the report that a notice carries whole: 关于公布《…报告》的公告 with the report's own parts under it. Null if no
 * line announces a report, or the text only says so.
 * @param lines above the text, squeezed
 * @param body the text, folded
 */
export function carriedReport(lines: readonly string[], body: string): string | null {
  const announced = lines.map(announcedDocument).find((title) => title !== null && REPORT_TITLE.test(title))
  if (announced === undefined || announced === null) return null
  const first = body.search(OPENS_FIRST)
  return first !== -1 && OPENS_SECOND.test(body.slice(first + SHORTEST_PART)) ? announced : null
}
