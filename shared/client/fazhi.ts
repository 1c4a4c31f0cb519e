import type { PublisherRow } from '../crawl/ledger/rows.ts'
import type { Audit } from '../readers/audit.ts'
import { type CatalogueEntry, type CatalogueQuery, requireCode, searchCatalogue } from '../readers/catalogue-search.ts'
import type { CodeCounts } from '../readers/code-counts.ts'
import type { CoverageQuery } from '../readers/coverage.ts'
import type { DocumentDetail } from '../readers/document-detail.ts'
import type { DocumentsQuery, ListedDocument } from '../readers/documents.ts'
import type { Figure } from '../readers/figure.ts'
import type { FiguresQuery } from '../readers/figures.ts'
import type { ObservationsQuery } from '../readers/observations.ts'
import { itemsOfPages } from '../readers/page.ts'
import { type Place, type PlaceQuery, searchPlaces } from '../readers/place-search.ts'
import type { SeriesPoint } from '../readers/series.ts'
import type { PublisherDetail, Source } from '../readers/source.ts'
import { publisherIdIn, regionPrefixOf } from '../readers/written.ts'
import type { AddressedFile } from '../store/export-files.ts'
import type { ApiOptions } from './api-request.ts'
import { apiSourceOf } from './api-source.ts'
import { type TableOptions, tableSourceOf } from './table-options.ts'

type Years = { readonly year: number } | { readonly from: number; readonly to: number }

/** What to compare: a code in a year or several; places and publishers by name, code or ID. */
export type ObservationsAsked = Years & Pick<ObservationsQuery, 'code' | 'region' | 'level' | 'publishers'>

type Asked<Query> = Omit<Query, 'cursor' | 'limit'>

/** Items of a request: few requests, each far below what an answer may hold. */
const PAGE = 500

/**
 * Reads Fazhi. Lists are async iterators that ask for a page when it is needed; nothing scans a table.
 * @example
 * const fazhi = new Fazhi({ api: 'http://127.0.0.1:8080' })
 * for await (const { issuer, status, value } of fazhi.observations({ code: 'litigation.new', year: 2023, region: '湖南省' }))
 *   console.log(issuer, status, value)
 */
export class Fazhi {
  readonly #source: Source
  readonly #texts = new Map<string, Promise<string | null>>()

  /** Over the API at an address, or over another source. */
  constructor(over: ApiOptions | Source) {
    this.#source = 'api' in over ? apiSourceOf(over) : over
  }

  /** Over the tables and the bucket of a stack, with the permissions of its policy `Reader`. */
  static overTables(options: TableOptions): Fazhi {
    return new Fazhi(tableSourceOf(options))
  }

  /** Codes by words in Chinese or English; all if none are given. */
  catalogue(query: CatalogueQuery = {}): CatalogueEntry[] {
    return searchCatalogue(query)
  }

  /** In how many current reports each code has a figure, by code and year; up to a minute old. */
  codeCounts(): Promise<CodeCounts> {
    return this.#source.codeCounts()
  }

  /** Places by any of their names. */
  places(query: PlaceQuery): Place[] {
    return searchPlaces(query)
  }

  /**
   * One observation a publisher and year, by year and then publisher.
   * @throws {UnknownCodeError} and {UnknownPlaceError} with the nearest right ones
   */
  observations(asked: ObservationsAsked): AsyncGenerator<SeriesPoint, void, undefined> {
    const { code, region, level, publishers } = asked
    const query = {
      code: requireCode(code).code,
      ...('year' in asked ? { from: asked.year, to: asked.year } : { from: asked.from, to: asked.to }),
      ...(region !== undefined && { region: regionPrefixOf(region) }),
      ...(level !== undefined && { level }),
      ...(publishers !== undefined && { publishers: publishers.map(publisherIdIn) }),
    }
    return itemsOfPages((page) => this.#source.observations({ ...query, limit: PAGE, ...page }))
  }

  /**
   * Every year of one publisher with its value or the reason why there is none, beside the year before.
   * @param publisher ID or name
   */
  async series(
    publisher: string,
    { code, from, to }: { readonly code: string; readonly from: number; readonly to: number },
  ): Promise<readonly SeriesPoint[]> {
    return this.#source.series({ publisherId: publisherIdIn(publisher), code: requireCode(code).code, from, to })
  }

  /** Figures of a code in a year. */
  figures(asked: Asked<FiguresQuery>): AsyncGenerator<Figure, void, undefined> {
    const query = { ...withRegion(asked), code: requireCode(asked.code).code }
    return itemsOfPages((page) => this.#source.figures({ ...query, limit: PAGE, ...page }))
  }

  /** Documents of a year, of a status, or of exactly one place. */
  documents(asked: Asked<DocumentsQuery>): AsyncGenerator<ListedDocument, void, undefined> {
    const query = withRegion(asked)
    return itemsOfPages((page) => this.#source.documents({ ...query, limit: PAGE, ...page }))
  }

  /** What the crawl knows of publishers and a year. */
  coverage(asked: Asked<CoverageQuery>): AsyncGenerator<PublisherRow, void, undefined> {
    const query = withRegion(asked)
    return itemsOfPages((page) => this.#source.coverage({ ...query, limit: PAGE, ...page }))
  }

  /** Whole tables as Parquet files in the bucket. */
  exports(): Promise<readonly AddressedFile[]> {
    return this.#source.exports()
  }

  /** Null if there is no such document. */
  document(documentId: string): Promise<DocumentDetail | null> {
    return this.#source.document(documentId)
  }

  /** The figures of a document in the order of its text; null if there is no such document. */
  figuresOf(documentId: string): Promise<readonly Figure[] | null> {
    return this.#source.figuresOf(documentId)
  }

  /** How complete and timely a report is, where it contradicts itself, and what it changes and repeats of the year before. */
  audit(documentId: string): Promise<Audit | null> {
    return this.#source.audit(documentId)
  }

  /** A publisher with its reports, by ID or name. */
  async publisher(publisher: string): Promise<PublisherDetail | null> {
    return this.#source.publisher(publisherIdIn(publisher))
  }

  /** The canonical text of a document. */
  text(documentId: string): Promise<string | null> {
    return this.#source.text(documentId)
  }

  /** The sentence that states a figure. The text of a run is fetched once. */
  async sentence({
    documentId,
    run,
    sentence,
  }: Pick<Figure, 'documentId' | 'run' | 'sentence'>): Promise<string | null> {
    const key = `${documentId} ${run}`
    if (!this.#texts.has(key)) this.#texts.set(key, this.text(documentId))
    const text = await this.#texts.get(key)!
    return text === null ? null : text.slice(sentence.start, sentence.end)
  }
}

function withRegion<Query extends { readonly region?: string }>(query: Query): Query {
  return query.region === undefined ? query : { ...query, region: regionPrefixOf(query.region) }
}
