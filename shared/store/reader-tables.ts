import { type DynamoDBDocumentClient, paginateQuery, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import type { PublisherRow } from '../crawl/ledger/rows.ts'
import { isCanary } from '../report/canary.ts'
import { batchGet } from './batch-get.ts'
import { coverageRows, publisherKey, publisherOwner } from './coverage-key.ts'
import {
  type DocumentQuality,
  type DocumentSummary,
  documentQualities,
  documentSummaries,
  FIGURES_DOCUMENT_ATTRIBUTES,
  type FiguresDocument,
  figuresDocuments,
  QUALITY_ATTRIBUTES,
  summariesByPublisher,
} from './document-summary.ts'
import { type IndicatorRow, indicatorRows } from './indicator-row.ts'
import { IndicatorStore } from './indicator-store.ts'
import { type LedgerState, ledgerStates } from './ledger-states.ts'
import { itemsOf, type OnUnreadable, type RowKind, readRows, refuseUnreadable } from './read-rows.ts'
import { ReportChanges } from './report-changes.ts'
import { type ReportRow, reportRows } from './report-row.ts'
import { request } from './request.ts'
import { BY_CODE, BY_STATUS, BY_YEAR, BY_YEAR_PUBLISHER, codeYearOf } from './tables.ts'

/** Names of the tables that readers read. */
export interface ReaderTableNames {
  readonly documents: string
  readonly reports: string
  readonly indicators: string
  readonly coverage: string
}

/** A stretch of the sort keys of an index, in the order of their UTF-8 bytes. */
export interface Stretch {
  /** Keys begin with it; '' for all. */
  readonly prefix: string
  /** Only keys behind this one. */
  readonly after: string | null
  /** Only keys up to this one. */
  readonly upTo?: string
}

/** Rows of an index, in its order. */
export interface RowPage<Row> {
  readonly rows: readonly Row[]
  /** The sort key at which the next page goes on; null at the end. */
  readonly next: string | null
}

/** Where a row is in `byCode` and in its table. */
export interface FigureKey {
  readonly documentId: string
  readonly runOrdinal: string
  readonly publisherDocumentOrdinal: string
}

const BY_CODE_SORT = 'publisherDocumentOrdinal'

/** Above every character, so that `prefix + LAST` is above every key that begins with the prefix. */
const LAST = '\u{10ffff}'

/**
 * The tables as readers read them: by key and through indexes, a page at a time. Nothing scans a table.
 * @example
 * const tables = new ReaderTables(makeTableClient(), { documents, reports, indicators, coverage })
 * const { rows, next } = await tables.documentsOfYear(2023, { prefix: '44', after: null }, 100)
 */
export class ReaderTables {
  readonly #client: DynamoDBDocumentClient
  readonly #tables: ReaderTableNames
  readonly #indicators: IndicatorStore
  readonly #onUnreadable: OnUnreadable
  readonly changes: ReportChanges

  /** @param onUnreadable hears of each row that a list leaves out; by default it ends the reading */
  constructor(client: DynamoDBDocumentClient, tables: ReaderTableNames, onUnreadable: OnUnreadable = refuseUnreadable) {
    this.#client = client
    this.#tables = tables
    this.#indicators = new IndicatorStore(client, tables.indicators)
    this.#onUnreadable = onUnreadable
    this.changes = new ReportChanges(client, tables, onUnreadable)
  }

  /** Documents of reports on a year, by publisher. The index may be some seconds behind its table. */
  documentsOfYear(year: number, stretch: Stretch, limit: number): Promise<RowPage<DocumentSummary>> {
    const index = {
      table: this.#tables.documents,
      name: BY_YEAR_PUBLISHER,
      partition: 'year',
      sort: 'publisherDocument',
    }
    return this.#page(summariesByPublisher, index, year, stretch, limit)
  }

  /**
   * Documents of a status, the first received first.
   * @param after the last one of the page before
   */
  async documentsIn(
    status: DocumentSummary['status'],
    after: Pick<DocumentSummary, 'receivedAt' | 'documentId'> | null,
    limit: number,
  ): Promise<{ readonly rows: readonly DocumentSummary[]; readonly isLast: boolean }> {
    const query = new QueryCommand({
      TableName: this.#tables.documents,
      IndexName: BY_STATUS,
      KeyConditionExpression: '#status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status },
      Limit: limit,
      ...(after !== null && {
        ExclusiveStartKey: { status, receivedAt: after.receivedAt, documentId: after.documentId },
      }),
    })
    const { Items = [], LastEvaluatedKey } = await request(
      `list documents that are ${status}`,
      this.#client.send(query),
    )
    const rows = readRows(documentSummaries, Items, this.#onUnreadable).filter(
      ({ documentId }) => !isCanary(documentId),
    )
    if (rows.length > 0 || LastEvaluatedKey === undefined) return { rows, isLast: LastEvaluatedKey === undefined }
    // Nothing on this page is for readers: what they know a list by is its rows.
    return this.documentsIn(status, LastEvaluatedKey as Pick<DocumentSummary, 'receivedAt' | 'documentId'>, limit)
  }

  /** What the ledger knows of publishers and a year, by publisher. */
  async ledgerOfYear(year: number, stretch: Omit<Stretch, 'upTo'>, limit: number): Promise<RowPage<PublisherRow>> {
    const index = { table: this.#tables.coverage, name: BY_YEAR, partition: 'publisherYear', sort: 'ownerKey' }
    const after = stretch.after === null ? null : publisherOwner(stretch.after)
    const owners = { prefix: publisherOwner(stretch.prefix), after }
    const { rows, next } = await this.#page(coverageRows, index, year, owners, limit)
    const publishers = rows.filter((row) => row.kind === 'publisher')
    return { rows: publishers, next: next === null ? null : next.slice(publisherOwner('').length) }
  }

  /** The state of every publisher in the ledger of a year whose ID begins with `prefix`. */
  ledgerStates(year: number, prefix: string): AsyncGenerator<LedgerState, void, undefined> {
    return ledgerStates(this.#client, this.#tables.coverage, { year, prefix }, this.#onUnreadable)
  }

  /** Figures of a code in a year, by publisher, document and place in the text: of every run that is in the table. */
  async figuresOfCode(code: string, year: number, stretch: Stretch): Promise<readonly IndicatorRow[]> {
    const index = { table: this.#tables.indicators, name: BY_CODE, partition: 'codeYear', sort: BY_CODE_SORT }
    return (await this.#page(indicatorRows, index, codeYearOf(code, year), stretch)).rows
  }

  /**
   * A page of the same. Rows of two runs may have one sort key, so a page goes on behind a row.
   * @param after the last row of the page before
   */
  async figurePage(
    code: string,
    year: number,
    { prefix, after, limit }: { readonly prefix: string; readonly after: FigureKey | null; readonly limit: number },
  ): Promise<{ readonly rows: readonly IndicatorRow[]; readonly last: FigureKey | null }> {
    const codeYear = codeYearOf(code, year)
    const query = new QueryCommand({
      TableName: this.#tables.indicators,
      IndexName: BY_CODE,
      KeyConditionExpression: `codeYear = :codeYear${prefix === '' ? '' : ` AND begins_with(${BY_CODE_SORT}, :prefix)`}`,
      ExpressionAttributeValues: { ':codeYear': codeYear, ...(prefix !== '' && { ':prefix': prefix }) },
      Limit: limit,
      ...(after !== null && { ExclusiveStartKey: { codeYear, ...after } }),
    })
    const { Items = [], LastEvaluatedKey } = await request(`list figures of ${codeYear}`, this.#client.send(query))
    const { codeYear: _, ...last } = LastEvaluatedKey ?? {}
    return {
      rows: readRows(indicatorRows, Items, this.#onUnreadable),
      last: LastEvaluatedKey === undefined ? null : (last as unknown as FigureKey),
    }
  }

  /** The figures of a run of a document, as the table has them now. */
  figuresOfRun(documentId: string, run: number): Promise<IndicatorRow[]> {
    return this.#indicators.ofRun(documentId, run)
  }

  /** Rows of `reports` by publisher, those that there are. */
  async reports(publisherIds: readonly string[], year: number): Promise<Map<string, ReportRow>> {
    const keys = publisherIds.map((publisherId) => ({ publisherId, year }))
    const items = await batchGet(this.#client, this.#tables.reports, keys)
    return byName(readRows(reportRows, items, this.#onUnreadable), ({ publisherId }) => publisherId)
  }

  /** The reports of a publisher, by year. */
  async reportsOf(publisherId: string): Promise<ReportRow[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#tables.reports,
        KeyConditionExpression: 'publisherId = :publisherId',
        ExpressionAttributeValues: { ':publisherId': publisherId },
      },
    )
    const items = await request(`find the reports of ${publisherId}`, itemsOf(pages))
    return readRows(reportRows, items, this.#onUnreadable)
  }

  /** Documents by their IDs with their corrections, those that there are. */
  async documents(documentIds: Iterable<string>): Promise<Map<string, FiguresDocument>> {
    const keys = [...new Set(documentIds)].map((documentId) => ({ documentId }))
    const items = await batchGet(this.#client, this.#tables.documents, keys, FIGURES_DOCUMENT_ATTRIBUTES)
    return byName(readRows(figuresDocuments, items, this.#onUnreadable), ({ documentId }) => documentId)
  }

  /** How complete and timely documents are, by their IDs: those that were read. */
  async qualities(documentIds: readonly string[]): Promise<Map<string, DocumentQuality>> {
    const keys = documentIds.map((documentId) => ({ documentId }))
    const items = await batchGet(this.#client, this.#tables.documents, keys, QUALITY_ATTRIBUTES)
    return byName(readRows(documentQualities, items, this.#onUnreadable), ({ documentId }) => documentId)
  }

  /** Rows of the ledger by publisher, those that there are. */
  async ledger(publisherIds: readonly string[], year: number): Promise<Map<string, PublisherRow>> {
    const keys = publisherIds.map((publisherId) => publisherKey({ publisherId, year }))
    const items = await batchGet(this.#client, this.#tables.coverage, keys)
    const rows = readRows(coverageRows, items, this.#onUnreadable).filter((row) => row.kind === 'publisher')
    return byName(rows, ({ publisherId }) => publisherId)
  }

  /** One page, or everything if no limit is given. */
  async #page<Row>(
    kind: RowKind<Row>,
    index: { readonly table: string; readonly name: string; readonly partition: string; readonly sort: string },
    partition: string | number,
    { prefix, after, upTo }: Stretch,
    limit?: number,
  ): Promise<RowPage<Row>> {
    const query: QueryCommandInput = {
      TableName: index.table,
      IndexName: index.name,
      KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#partition': index.partition, '#sort': index.sort },
      ExpressionAttributeValues: {
        ':partition': partition,
        // Nothing is between a key and the same key with the lowest character behind it.
        ':from': after === null ? (prefix === '' ? '\u0001' : prefix) : `${after}\u0001`,
        ':to': upTo ?? `${prefix}${LAST}`,
      },
    }
    const sent =
      limit === undefined
        ? itemsOf(paginateQuery({ client: this.#client }, query)).then((items) => ({ items, isWhole: true }))
        : this.#client
            .send(new QueryCommand({ ...query, Limit: limit }))
            .then(({ Items = [], LastEvaluatedKey }) => ({ items: Items, isWhole: LastEvaluatedKey === undefined }))
    const { items, isWhole } = await request(`list ${index.table} by ${index.name}`, sent)
    return {
      rows: readRows(kind, items, this.#onUnreadable),
      next: isWhole ? null : String(items.at(-1)?.[index.sort]),
    }
  }
}

function byName<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [nameOf(row), row]))
}
