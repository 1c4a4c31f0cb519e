import * as v from 'valibot'
import type { PublisherRow } from '../crawl/ledger/rows.ts'
import type { Level } from '../report/report.ts'
import type { ReaderTables, RowPage } from '../store/reader-tables.ts'
import { codedReports, type ReadReport } from './current-figures.ts'
import { figureOf } from './figure.ts'
import { type Asked, whyNoReport } from './no-report.ts'
import { type Observation, observe } from './observation.ts'
import { cursorOf, DEFAULT_LIMIT, type Page, type PageQuery, positionIn } from './page.ts'
import { breakOf, publisherOf } from './publisher.ts'
import { comparedWith, type SeriesPoint, seriesOf } from './series.ts'
import type { SeriesQuery } from './source.ts'

export interface ObservationsQuery extends PageQuery {
  /** Of the catalogue: see `requireCode`. */
  readonly code: string
  readonly from: number
  /** The last year; not before `from`. */
  readonly to: number
  /** A region code or its beginning. */
  readonly region?: string
  readonly level?: Level
  /** These publishers only, in place of a region. */
  readonly publishers?: readonly string[]
}

/** Where a list of observations goes on: in a year, behind a publisher. */
const position = v.strictObject({ year: v.pipe(v.number(), v.safeInteger()), after: v.nullable(v.string()) })
type Position = v.InferOutput<typeof position>

/** Above every key of a publisher that begins with its ID. */
const BEHIND = '\u{10ffff}'

/**
 * One observation a publisher and year, by year and then publisher: of every publisher that has a report on the year or that the
 * ledger knows, or of those that are asked for. A page ends at a publisher.
 * @param today ISO date: what is due
 * @throws {CursorError}
 * @throws {RowsReplacedError} if a report changes each time that it is read
 */
export async function observationsPage(
  tables: ReaderTables,
  query: ObservationsQuery,
  today: string,
): Promise<Page<SeriesPoint>> {
  const { from, to, cursor, limit = DEFAULT_LIMIT, level, code } = query
  const { year, after } = cursor === undefined ? { year: from, after: null } : positionIn(cursor, position)
  const { publishers, ledger, last } = await publishersOf(tables, query, { year, after }, limit)
  const observed = await comparedObservations(tables, code, year, publishers, ledger, today)
  const goesOn = last === null ? (year < to ? { year: year + 1, after: null } : null) : { year, after: last }
  return {
    items: observed.filter((observation) => level === undefined || observation.level === level),
    next: goesOn === null ? null : cursorOf(goesOn),
  }
}

/** One publisher's observations of a code, a year each, each compared with the year before. */
export async function publisherSeries(
  tables: ReaderTables,
  { publisherId, code, from, to }: SeriesQuery,
  today: string,
): Promise<SeriesPoint[]> {
  const years = Array.from({ length: Math.max(0, to - from + 2) }, (_, n) => from - 1 + n)
  const each = await Promise.all(
    years.map(async (year) =>
      observations(tables, code, year, [publisherId], await tables.ledger([publisherId], year), today),
    ),
  )
  const publisher = publisherOf(publisherId)
  return seriesOf(each.flat(), from, (year) => (publisher === null ? null : breakOf(publisher, year)))
}

export interface Publishers {
  /** In the order of the index. */
  readonly publishers: readonly string[]
  readonly ledger: ReadonlyMap<string, PublisherRow>
  /** The last one, if there are more behind it. */
  readonly last: string | null
}

/** A page of the publishers that have a report on a year or that the ledger knows, or of those that are asked for. */
export async function publishersOf(
  tables: ReaderTables,
  { publishers, region = '' }: Pick<ObservationsQuery, 'publishers' | 'region'>,
  { year, after }: Position,
  limit: number,
): Promise<Publishers> {
  if (publishers !== undefined) {
    const wanted = [...new Set(publishers)].sort(byKey).filter((one) => after === null || byKey(one, after) > 0)
    const page = wanted.slice(0, limit)
    const last = wanted.length > limit ? page.at(-1)! : null
    return { publishers: page, ledger: await tables.ledger(page, year), last }
  }
  const [reported, expected] = await Promise.all([
    tables.documentsOfYear(year, { prefix: region, after: after === null ? null : `${after}#${BEHIND}` }, limit),
    tables.ledgerOfYear(year, { prefix: region, after }, limit),
  ])
  const ledger = new Map(expected.rows.map((row) => [row.publisherId, row]))
  const reporters = reported.rows.flatMap(({ publisherId }) => publisherId ?? [])
  // Behind the end of the shorter page the other one may lack publishers.
  const ends = [endOf(reported, reporters.at(-1)), endOf(expected, expected.rows.at(-1)?.publisherId)]
  const end = ends.filter((one) => one !== null).sort(byKey)[0] ?? null
  const known = [...new Set([...reporters, ...ledger.keys()])].sort(byKey)
  const whole = known.filter((publisherId) => end === null || byKey(publisherId, end) <= 0)
  const page = whole.slice(0, limit)
  const last = page.length < whole.length ? page.at(-1)! : end
  return { publishers: page, ledger, last }
}

/** The last publisher of a page that is not the last page. */
function endOf({ next }: RowPage<unknown>, last: string | undefined): string | null {
  return next === null ? null : (last ?? next.split('#')[0]!)
}

/** The order of the indexes: of the UTF-8 bytes of their keys. */
function byKey(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** Observations of a year, each compared with the year before. */
async function comparedObservations(
  tables: ReaderTables,
  code: string,
  year: number,
  publisherIds: readonly string[],
  ledger: ReadonlyMap<string, PublisherRow>,
  today: string,
): Promise<SeriesPoint[]> {
  const [observed, before] = await Promise.all([
    observations(tables, code, year, publisherIds, ledger, today),
    observations(tables, code, year - 1, publisherIds, new Map(), today),
  ])
  return observed.map((observation, at) => {
    const publisher = publisherOf(observation.publisherId)
    return comparedWith(observation, before[at]!, publisher === null ? null : breakOf(publisher, year))
  })
}

/** @param ledger rows of the publishers that have no report; what it does not know was not searched */
async function observations(
  tables: ReaderTables,
  code: string,
  year: number,
  publisherIds: readonly string[],
  ledger: ReadonlyMap<string, PublisherRow>,
  today: string,
): Promise<Observation[]> {
  const { reports, coded } = await codedReports(tables, code, year, publisherIds)
  return publisherIds.map((publisherId) =>
    observationOf(publisherId, year, code, {
      read: coded.get(publisherId) ?? null,
      ledger: ledger.get(publisherId) ?? null,
      report: reports.get(publisherId) ?? null,
      today,
    }),
  )
}

/** What is known of a publisher's report on a year: the report with figures of one code, or what may tell why there is none. */
export interface Known extends Omit<Asked, 'year'> {
  readonly read: ReadReport | null
}

/** What a publisher reports of a code on a year. */
export function observationOf(publisherId: string, year: number, code: string, { read, ...known }: Known): Observation {
  if (read !== null) {
    const { documentId, issuer, level, region, sourceUrl } = read.document
    const common = { publisherId, year, issuer, level, regionCode: region?.code ?? null, sourceUrl }
    const figures = read.figures.map((row) => figureOf(row, read.document))
    return observe({ ...common, documentId, run: read.report.run! }, code, figures)
  }
  const { name = null, level = null, regionCode = null } = publisherOf(publisherId) ?? {}
  const why = whyNoReport({ ...known, year })
  return observe({ publisherId, year, issuer: name, level, regionCode, documentId: null, ...why }, code, [])
}
