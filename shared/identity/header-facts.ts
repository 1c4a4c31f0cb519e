import type { PageFacts } from '../formats/canonical.ts'
import { dateIn } from '../text/dates.ts'
import { type Line, squeeze } from '../text/lines.ts'
import { isClock } from '../text/page-boilerplate.ts'
import { isLabelled, type Labelled, labelledValues } from '../text/page-labels.ts'

export interface HeaderFacts {
  /** ISO dates. */
  readonly publishedOn: string | null
  readonly documentDate: string | null
  readonly indexNumber: string | null
  readonly source: string | null
  /** Everybody said to have published the page, the source first. */
  readonly publishers: readonly string[]
}

const INDEX_NUMBER = /^[A-Za-z0-9][\w\-/.〔〕()\u4e00-\u9fff]{3,60}/
/** A date that opens a line of digits and marks is the page's; 2023年1月10日 under a title is the document's own. */
const BARE_DATE =
  /^[-\s|([]*20\d\d\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|20\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s{1,3}\d{1,2}:\d\d|^\d\d\.\d\d\.20\d\d(?:\s|$)|^20\d\d年\d{1,2}月\d{1,2}日\s+(?:\d{1,2}:\d\d|\S{2,4}:)/
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
  const labelled = labelledValues(header)
  const valuesOf = (...fields: Labelled['field'][]) =>
    fields.flatMap((wanted) => labelled.filter(({ field }) => field === wanted).map(({ value }) => value))
  const sources = [page.source, ...valuesOf('source'), ...valuesOf('publisher')].flatMap((value) => named(value) ?? [])
  return {
    publishedOn:
      page.publishedOn ?? firstDate(valuesOf('published')) ?? bareDate(header) ?? firstDate(valuesOf('updated')),
    documentDate: page.documentDate ?? firstDate(valuesOf('dated')) ?? signatureDate(body),
    indexNumber:
      page.indexNumber ?? valuesOf('indexNumber').flatMap((value) => INDEX_NUMBER.exec(value)?.[0] ?? [])[0] ?? null,
    source: sources.find((name) => !ITSELF.test(name)) ?? sources[0] ?? null,
    publishers: [...sources, page.issuer, page.siteName].flatMap((name) => name ?? []),
  }
}

/** The value up to the next blank: what follows on the line is another column. */
function named(value: string | null): string | null {
  const name =
    value
      ?.trim()
      .split(/\s{1,}|[|,;]/)[0]
      ?.replace(/[\]】)]+$/, '') ?? ''
  return name === '' ? null : name
}

function firstDate(values: readonly string[]): string | null {
  return values.map(dateIn).find((date) => date !== null) ?? null
}

function bareDate(header: readonly Line[]): string | null {
  const line = header.find(({ text }) => !isClock(text) && !isLabelled(text) && BARE_DATE.test(text))
  return line === undefined ? null : dateIn(line.text)
}

function signatureDate(body: string): string | null {
  const lines = body.slice(-TAIL).split('\n').slice(1).map(squeeze)
  return firstDate(lines.filter((line) => DATE_LINE.test(line)))
}
