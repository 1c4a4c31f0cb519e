import * as v from 'valibot'
import type { PublisherRow, PublisherState } from '../crawl/ledger/rows.ts'
import { divisionOf } from '../regions/gazetteer.ts'
import type { ReaderTables } from '../store/reader-tables.ts'
import { cursorOf, DEFAULT_LIMIT, type Page, type PageQuery, positionIn } from './page.ts'

export interface CoverageQuery extends PageQuery {
  readonly year: number
  /** A region code or its beginning. */
  readonly region?: string
  readonly state?: PublisherState
}

/** How many publishers are in each state; states without any are left out. */
export type StateCounts = Readonly<Partial<Record<PublisherState, number>>>

/** Counts of a whole list, not of one page, and of publishers in any state. */
export interface CoverageCounts {
  readonly states: StateCounts
  /** The same by the places directly inside the region, by code: provinces, prefectures of a province, counties of a prefecture. */
  readonly places: readonly { readonly code: string; readonly name: string; readonly states: StateCounts }[]
}

export interface CoveragePage extends Page<PublisherRow> {
  /** On the first page; null on those that follow. */
  readonly counts: CoverageCounts | null
}

const position = v.strictObject({ after: v.string() })

/**
 * What the ledger of the crawl knows of publishers and a year, by publisher, and how many are in each state.
 * @throws {CursorError}
 */
export async function coveragePage(tables: ReaderTables, query: CoverageQuery): Promise<CoveragePage> {
  const { year, region = '', state, cursor, limit = DEFAULT_LIMIT } = query
  const after = cursor === undefined ? null : positionIn(cursor, position).after
  const [{ rows, next }, counts] = await Promise.all([
    tables.ledgerOfYear(year, { prefix: region, after }, limit),
    after === null ? countsOf(tables, year, region) : null,
  ])
  return {
    items: rows.filter((row) => state === undefined || row.state === state),
    next: next === null ? null : cursorOf({ after: next }),
    counts,
  }
}

type Counts = Partial<Record<PublisherState, number>>

async function countsOf(tables: ReaderTables, year: number, region: string): Promise<CoverageCounts> {
  const states: Counts = {}
  const places = new Map<string, Counts>()
  for await (const { publisherId, state } of tables.ledgerStates(year, region)) {
    add(states, state)
    const code = placeInside(region, publisherId)
    if (code === null) continue
    const ofPlace = places.get(code) ?? {}
    places.set(code, ofPlace)
    add(ofPlace, state)
  }
  return {
    states,
    places: [...places].map(([code, ofPlace]) => ({ code, name: divisionOf(code)!.name, states: ofPlace })),
  }
}

function add(counts: Counts, state: PublisherState): void {
  counts[state] = (counts[state] ?? 0) + 1
}

/** The place of the next rank below a region that a publisher is in; null if nobody knows where it is. */
function placeInside(region: string, publisherId: string): string | null {
  const digits = region.length < 2 ? 2 : region.length < 4 ? 4 : 6
  const code = publisherId.slice(0, digits).padEnd(6, '0')
  if (divisionOf(code) !== undefined) return code
  // Counties that no prefecture holds: of Beijing, of Hainan.
  const county = publisherId.slice(0, 6)
  return divisionOf(county) === undefined ? null : county
}
