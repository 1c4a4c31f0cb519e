import type { Warning } from '../report/report.ts'
import type { Table } from '../tables/table.ts'

/** What the page around a text says of it; each null if the page does not say. */
export interface PageFacts {
  readonly title: string | null
  /** ISO dates. */
  readonly publishedOn: string | null
  /** When the page was changed last, which is no date of publication. */
  readonly updatedOn: string | null
  readonly documentDate: string | null
  readonly indexNumber: string | null
  readonly source: string | null
  /** The issuer that the page's header names, a hint only: it may be the parent's or a template's. */
  readonly issuer: string | null
  /** `SiteIDCode`: six digits of GB/T 2260 and four more, a hint for the region and never proof. */
  readonly siteCode: string | null
  readonly siteName: string | null
  readonly links: readonly Link[]
}

export interface Link {
  readonly href: string
  readonly text: string
}

/**
 * The text of a document as every later stage reads it: the report's own words and script, lines ended by `\n`.
 * All offsets in Fazhi count UTF-16 code units of `text`.
 */
export interface CanonicalDocument {
  readonly text: string
  /** As the row of `FORMATS` names it. */
  readonly format: string
  readonly charset: string | null
  readonly facts: PageFacts
  /** In the order of the text, without overlap. */
  readonly tables: readonly Table[]
  /** Damage found while reading (mojibake, undecodable bytes), with its offsets. */
  readonly warnings: readonly Warning[]
  /** Whether more of the file could not be read than could. */
  readonly isMostlyUnread: boolean
}

export const NO_FACTS: PageFacts = {
  title: null,
  publishedOn: null,
  updatedOn: null,
  documentDate: null,
  indexNumber: null,
  source: null,
  issuer: null,
  siteCode: null,
  siteName: null,
  links: [],
}
