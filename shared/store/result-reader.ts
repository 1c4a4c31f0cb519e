import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { DocumentRow } from './document-row.ts'
import { DocumentStore } from './document-store.ts'
import { RowsReplacedError } from './errors.ts'
import { FormerIndicators } from './former-indicators.ts'
import type { IndicatorRow } from './indicator-row.ts'
import { IndicatorStore } from './indicator-store.ts'

/** A run is shown for longer than reading it takes, unless a document is reprocessed again and again. */
const MAX_READINGS = 5

/** A document with the figures of the run that it shows. */
export interface Result {
  readonly document: DocumentRow
  /** In the order of the text; none unless the document is COMPLETE. */
  readonly indicators: readonly IndicatorRow[]
}

/**
 * Reads documents by their IDs, each with its figures. Only rows of the run that a COMPLETE document shows are results, so a reader
 * meets the older run of a document or the newer, never both and never none.
 * @example
 * const reader = new ResultReader(makeTableClient(), { documents: 'a', indicators: 'b', formerIndicators: 'c' })
 * const result = await reader.result('0123456789abcdef0123456789abcdef')
 */
export class ResultReader {
  readonly #documents: DocumentStore
  readonly #indicators: IndicatorStore
  readonly #former: FormerIndicators

  constructor(
    client: DynamoDBDocumentClient,
    tables: { documents: string; indicators: string; formerIndicators: string },
  ) {
    this.#documents = new DocumentStore(client, tables.documents)
    this.#indicators = new IndicatorStore(client, tables.indicators)
    this.#former = new FormerIndicators(client, tables.formerIndicators)
  }

  /** @throws {UnreadableRowError} */
  document(documentId: string): Promise<DocumentRow | null> {
    return this.#documents.get(documentId)
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
}
