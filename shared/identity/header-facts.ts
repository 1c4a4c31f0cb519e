import type { PageFacts } from '../formats/canonical.ts'
import { dateIn } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { type Line, squeeze, withoutPinyin } from '../text/lines.ts'
import { nameIn, readPageHeader, unlabelledDate } from '../text/page-header.ts'

export interface HeaderFacts {
  /** ISO dates. */
  readonly publishedOn: string | null
  readonly documentDate: string | null
  readonly indexNumber: string | null
  readonly source: string | null
  /** Everybody said to have published the page, the source first. */
  readonly publishers: readonly string[]
}

const DATE_LINE = /^\(?(?:20\d\d|二[〇○零]..)年.{1,3}月.{1,3}日\)?$/
/** 来源:本网 names nobody. */
const ITSELF = /^(?:本网|本站|网站|互联网|原创|null|未知)/
const TAIL = 300

/**
 * What the page and the lines above the text say of the document. The page's own metadata goes first.
 * @param header folded
 * @param body folded, for the date under its signature
 */
export function headerFacts(page: PageFacts, header: readonly Line[], body: string): HeaderFacts {
  const lines = header.map(({ text }) => text)
  const above = readPageHeader(lines)
  const sources = [...namesOf(page.source), ...above.sources, ...namesOf(page.issuer), ...above.publishers]
  return {
    publishedOn: page.publishedOn ?? above.publishedOn ?? unlabelledDate(lines) ?? page.updatedOn ?? above.updatedOn,
    documentDate: page.documentDate ?? above.documentDate ?? signatureDate(body),
    indexNumber: page.indexNumber ?? above.indexNumber,
    source: sources.find((name) => !ITSELF.test(name)) ?? sources[0] ?? null,
    publishers: [...sources, ...namesOf(page.siteName)],
  }
}

/** @param value as the page writes it */
function namesOf(value: string | null): string[] {
  const name = value === null ? null : nameIn(withoutPinyin(fold(value)))
  return name === null ? [] : [name]
}

function signatureDate(body: string): string | null {
  const lines = body.slice(-TAIL).split('\n').slice(1).map(squeeze)
  return (
    lines
      .filter((line) => DATE_LINE.test(line))
      .map(dateIn)
      .find((date) => date !== null) ?? null
  )
}
