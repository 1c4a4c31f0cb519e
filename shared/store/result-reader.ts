import { type DynamoDBDocumentClient, paginateQuery, paginateScan, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { type DocumentRow, documentRows, type Status } from './document-row.ts'
import { DocumentStore } from './document-store.ts'
import { RowsReplacedError } from './errors.ts'
import { FormerIndicators } from './former-indicators.ts'
import { inParallel } from './in-parallel.ts'
import { type IndicatorRow, indicatorRows } from './indicator-row.ts'
import { IndicatorStore } from './indicator-store.ts'
import { type Item, itemsOf, type OnUnreadable, readRows, refuseUnreadable } from './read-rows.ts'
import { shownRuns } from './shown-runs.ts'
import { BY_CODE, BY_REGION_YEAR, BY_STATUS, codeYearOf, yearDocumentOf } from './tables.ts'

/**
 * An index may lag behind its table. What changed less than this before it was asked is read from the table itself. Also covers
 * clocks of machines that differ.
 */
const INDEX_LAG_MILLISECONDS = 10_000

/** A run is shown for longer than reading it takes, unless a document is reprocessed again and again. */
const MAX_READINGS = 5

/** Documents whose figures are read from the table at once. */
const PARALLEL_READS = 10

/** A document with the figures of the run that it shows. */
export interface Result {
  readonly document: DocumentRow
  /** In the order of the text; none unless the document is COMPLETE. */
  readonly indicators: readonly IndicatorRow[]
}

/**
 * Reads results. Only rows of the run that a COMPLETE document shows are results, so a reader meets the older run of a document or
 * the newer, never both and never none.
 * @example
 * const reader = new ResultReader(makeTableClient(), { documents: 'a', indicators: 'b', formerIndicators: 'c' })
 * const result = await reader.result('0123456789abcdef0123456789abcdef')
 * const inGuangdong = await reader.indicatorsByCode('reconsideration.accepted', 2023, '44')
 */
export class ResultReader {
  readonly #client: DynamoDBDocumentClient
  readonly #documentsTable: string
  readonly #indicatorsTable: string
  readonly #documents: DocumentStore
  readonly #indicators: IndicatorStore
  readonly #former: FormerIndicators
  readonly #onUnreadable: OnUnreadable

  /** @param onUnreadable hears of each row that a list leaves out; by default it ends the reading */
  constructor(
    client: DynamoDBDocumentClient,
    tables: { documents: string; indicators: string; formerIndicators: string },
    onUnreadable: OnUnreadable = refuseUnreadable,
  ) {
    this.#client = client
    this.#documentsTable = tables.documents
    this.#indicatorsTable = tables.indicators
    this.#documents = new DocumentStore(client, tables.documents)
    this.#indicators = new IndicatorStore(client, tables.indicators)
    this.#former = new FormerIndicators(client, tables.formerIndicators)
    this.#onUnreadable = onUnreadable
  }

  /** @throws {UnreadableRowError} */
  document(documentId: string): Promise<DocumentRow | null> {
    return this.#documents.get(documentId)
  }

  /** Every document, in no order. */
  async documents(): Promise<DocumentRow[]> {
    const scan = paginateScan({ client: this.#client }, { TableName: this.#documentsTable })
    return readRows(documentRows, await itemsOf(scan), this.#onUnreadable)
  }

  /**
   * A document with its figures. Null if there is no such document.
   * @throws {RowsReplacedError} if it shows another run each time that its figures are read
   * @throws {UnreadableRowError} a document's figures are given whole or not at all
   */
  async result(documentId: string): Promise<Result | null> {
    for (let reading = 1; ; reading += 1) {
      const document = await this.document(documentId)
      if (document === null) return null
      try {
        return { document, indicators: await this.indicatorsOf(document) }
      } catch (error) {
        if (!(error instanceof RowsReplacedError) || reading === MAX_READINGS) throw error
      }
    }
  }

  /**
   * The figures of a document as its row was read, in the order of the text; none unless it is COMPLETE.
   * @throws {RowsReplacedError} if the document has come to show another run since
   * @throws {UnreadableRowError} a document's figures are given whole or not at all
   */
  async indicatorsOf(document: DocumentRow): Promise<IndicatorRow[]> {
    if (document.status !== 'COMPLETE') return []
    const { documentId, run, indicatorCount } = document
    const rows = await this.#indicators.ofRun(documentId, run)
    if (rows.length === indicatorCount) return rows
    const former = await this.#former.ofRun(documentId, run)
    if (former.length !== indicatorCount) throw new RowsReplacedError(documentId)
    return former
  }

  /**
   * The figures of a code in a year, by publisher.
   * @param regionPrefix a region code or its beginning: 44 for a province, 4401 for a city; '' for every place
   */
  async indicatorsByCode(code: string, year: number, regionPrefix = ''): Promise<IndicatorRow[]> {
    const codeYear = codeYearOf(code, year)
    const within = regionPrefix === '' ? '' : ' AND begins_with(publisherDocumentOrdinal, :region)'
    const askedAt = Date.now()
    // Rows that are moved meanwhile are in one of the tables, and their document has changed.
    const former = await this.#former.byCode(codeYear, regionPrefix, this.#onUnreadable)
    const items = await this.#query(this.#indicatorsTable, {
      IndexName: BY_CODE,
      KeyConditionExpression: `codeYear = :codeYear${within}`,
      ExpressionAttributeValues: {
        ':codeYear': codeYear,
        ...(regionPrefix === '' ? {} : { ':region': regionPrefix }),
      },
    })
    const read = [...former, ...readRows(indicatorRows, items, this.#onUnreadable)]
    // While a document is moved, its rows are in both.
    const rows = [...new Map(read.map((row) => [`${row.documentId} ${row.runOrdinal}`, row])).values()]
    const ids = new Set(rows.map(({ documentId }) => documentId))
    const shown = await shownRuns(this.#client, this.#documentsTable, ids, this.#onUnreadable)
    const settledBefore = new Date(askedAt - INDEX_LAG_MILLISECONDS).toISOString()
    const isSettled = (documentId: string) => (shown.get(documentId)?.updatedAt ?? '') < settledBefore
    const settled = rows.filter(({ documentId, run }) => isSettled(documentId) && shown.get(documentId)?.run === run)

    const changed = [...shown.keys()].filter((documentId) => !isSettled(documentId))
    const anew: IndicatorRow[] = []
    await inParallel(PARALLEL_READS, changed, async (documentId) => {
      const { indicators = [] } = (await this.result(documentId)) ?? {}
      anew.push(...indicators.filter((row) => isAsked(row, codeYear, regionPrefix)))
    })
    return former.length + anew.length === 0 ? settled : [...settled, ...anew].sort(byPublisher)
  }

  /** Documents of a place, by year. */
  documentsOf(regionCode: string, year: number | null = null): Promise<DocumentRow[]> {
    const inYear = year === null ? '' : ' AND begins_with(yearDocument, :year)'
    return this.#documentsWhere({
      IndexName: BY_REGION_YEAR,
      KeyConditionExpression: `regionCode = :region${inYear}`,
      ExpressionAttributeValues: {
        ':region': regionCode,
        ...(year === null ? {} : { ':year': yearDocumentOf(year, '') }),
      },
    })
  }

  /** Documents of a status, the first received first. */
  documentsIn(status: Status): Promise<DocumentRow[]> {
    return this.#documentsWhere({
      IndexName: BY_STATUS,
      KeyConditionExpression: '#status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status },
    })
  }

  async #documentsWhere(query: Omit<QueryCommandInput, 'TableName'>): Promise<DocumentRow[]> {
    return readRows(documentRows, await this.#query(this.#documentsTable, query), this.#onUnreadable)
  }

  #query(table: string, query: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
    return itemsOf(paginateQuery({ client: this.#client }, { TableName: table, ...query }))
  }
}

function isAsked({ codeYear, publisherDocumentOrdinal }: IndicatorRow, asked: string, regionPrefix: string): boolean {
  return codeYear === asked && publisherDocumentOrdinal?.startsWith(regionPrefix) === true
}

/** In the order of the index. */
function byPublisher(
  { publisherDocumentOrdinal: a = '' }: IndicatorRow,
  { publisherDocumentOrdinal: b = '' }: IndicatorRow,
) {
  return a < b ? -1 : Number(a > b)
}
