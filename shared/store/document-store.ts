import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import type { Report } from '../report/report.ts'
import { firstOf } from '../text/cut.ts'
import type { Failure, ParsedFacts, Received, Rejection } from './document-changes.ts'
import { type DocumentRow, documentRows } from './document-row.ts'
import { ItemTooLargeError } from './errors.ts'
import { itemBytes, MAX_ITEM_BYTES } from './item-size.ts'
import { readRow } from './read-rows.ts'
import { conditional, request } from './request.ts'
import { yearDocumentOf } from './tables.ts'

/** A result may be recorded over an older run, or over the same run while it has no result yet. */
const NO_RESULT_OF_THIS_RUN = '#run < :run OR (#run = :run AND #status IN (:received, :failed))'

/** Rows are being written: chunks may come after a document was given up, and still complete it. */
const AWAITS_ROWS = '#run = :run AND #status IN (:parsed, :failed)'

/** A sentence for people; an error's message may hold a whole file. */
const MAX_DETAIL_LENGTH = 1000

const NAMES = { '#run': 'run', '#status': 'status' }

/** What a run found out, as it stands on the row beside what is known of every document. */
type Result = ResultOf<Extract<DocumentRow, { readonly status: 'PARSED' | 'REJECTED' }>>
type ResultOf<Row> = Row extends DocumentRow
  ? Omit<Row, 'documentId' | 'run' | 'receivedAt' | 'updatedAt' | 'size' | 'requeues'>
  : never

/**
 * The documents table. Every write holds only over an older run or an earlier status, so a stale or repeated message
 * changes nothing; each method says whether it changed the row.
 * @example
 * const documents = new DocumentStore(makeTableClient(), 'documents')
 * const row = await documents.receive({ documentId, run: PARSER_VERSION, receivedAt: '2026-01-02T03:04:05Z', size: 9 })
 * await documents.recordParsed(row, PARSER_VERSION, { report, textKey, indicatorCount: 2, chunks: 1 })
 */
export class DocumentStore {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #now: () => Date

  constructor(client: DynamoDBDocumentClient, table: string, now: () => Date = () => new Date()) {
    this.#client = client
    this.#table = table
    this.#now = now
  }

  /** @throws {UnreadableRowError} */
  async get(documentId: string): Promise<DocumentRow | null> {
    const { Item } = await request(
      `read document ${documentId}`,
      this.#client.send(new GetCommand({ TableName: this.#table, Key: { documentId }, ConsistentRead: true })),
    )
    return Item === undefined ? null : readRow(documentRows, Item)
  }

  /**
   * Makes the row of a document that has none. Returns the row as it now is, made or found.
   * @throws {UnreadableRowError}
   */
  async receive(received: Received): Promise<DocumentRow> {
    const row: DocumentRow = { ...received, status: 'RECEIVED', updatedAt: this.#timestamp() }
    const made = await conditional(
      `record document ${received.documentId}`,
      this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: row,
          ConditionExpression: 'attribute_not_exists(documentId)',
        }),
      ),
    )
    return made ? row : ((await this.get(received.documentId)) ?? row)
  }

  /** @throws {ItemTooLargeError} if the report's facts do not fit a row */
  async recordParsed(row: DocumentRow, run: number, { report, ...outcome }: ParsedFacts): Promise<boolean> {
    return this.#replace(row, run, { status: 'PARSED', ...factsOf(report), ...outcome })
  }

  /** Facts that do not fit a row are left out: that the document was refused, and why, is said in any case. */
  async recordRejected(row: DocumentRow, run: number, { reason, detail, report }: Rejection): Promise<boolean> {
    const why = { status: 'REJECTED', reason, detail: firstOf(detail, MAX_DETAIL_LENGTH) } as const
    try {
      return await this.#replace(row, run, { ...(report && factsOf(report)), ...why })
    } catch (error) {
      if (!(error instanceof ItemTooLargeError)) throw error
      return this.#replace(row, run, why)
    }
  }

  /**
   * Says FAILED of a document, making its row if there is none. What is COMPLETE or REJECTED stays: an older result
   * is better than none, and the message is kept on its dead-letter queue.
   */
  async recordFailed(failure: Failure): Promise<boolean> {
    const { documentId, run, error, detail, requestId, receivedAt = this.#timestamp(), size = 0 } = failure
    const changed = await conditional(
      `record failure of document ${documentId}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { documentId },
          UpdateExpression:
            'SET #status = :failed, #run = :run, receivedAt = if_not_exists(receivedAt, :receivedAt), ' +
            '#size = if_not_exists(#size, :size), reason = :reason, detail = :detail, #error = :error, ' +
            'requestId = :requestId, updatedAt = :now',
          ConditionExpression:
            'attribute_not_exists(documentId) OR (#run <= :run AND #status IN (:received, :parsed, :failed))',
          ExpressionAttributeNames: { ...NAMES, '#size': 'size', '#error': 'error' },
          ExpressionAttributeValues: {
            ':run': run,
            ':received': 'RECEIVED',
            ':parsed': 'PARSED',
            ':failed': 'FAILED',
            ':receivedAt': receivedAt,
            ':size': size,
            ':reason': 'internal',
            ':detail': firstOf(detail, MAX_DETAIL_LENGTH),
            ':error': error,
            ':requestId': requestId,
            ':now': this.#timestamp(),
          },
        }),
      ),
    )
    return changed !== null
  }

  /**
   * Notes that a chunk's rows are written. Returns how many are, or null if the document has moved on.
   * @throws {UnreadableRowError}
   */
  async addWrittenChunk(documentId: string, run: number, chunk: number): Promise<number | null> {
    const changed = await conditional(
      `note chunk ${chunk} of document ${documentId}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { documentId },
          UpdateExpression: 'ADD writtenChunks :chunk',
          ConditionExpression: AWAITS_ROWS,
          ExpressionAttributeNames: NAMES,
          ExpressionAttributeValues: {
            ':run': run,
            ':parsed': 'PARSED',
            ':failed': 'FAILED',
            ':chunk': new Set([chunk]),
          },
          ReturnValues: 'ALL_NEW',
        }),
      ),
    )
    if (changed === null) return null
    const row = readRow(documentRows, changed.Attributes ?? {})
    return 'writtenChunks' in row ? (row.writtenChunks?.size ?? 0) : 0
  }

  async complete(documentId: string, run: number): Promise<boolean> {
    const changed = await conditional(
      `complete document ${documentId}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { documentId },
          UpdateExpression:
            'SET #status = :complete, updatedAt = :now ' +
            'REMOVE writtenChunks, requeues, reason, detail, #error, requestId',
          ConditionExpression: AWAITS_ROWS,
          ExpressionAttributeNames: { ...NAMES, '#error': 'error' },
          ExpressionAttributeValues: {
            ':run': run,
            ':parsed': 'PARSED',
            ':failed': 'FAILED',
            ':complete': 'COMPLETE',
            ':now': this.#timestamp(),
          },
        }),
      ),
    )
    return changed !== null
  }

  /** Takes away the row that stood in for a document while its bytes could not be read. */
  async removeProvisional(provisionalId: string): Promise<void> {
    await conditional(
      `remove provisional row ${provisionalId}`,
      this.#client.send(
        new DeleteCommand({
          TableName: this.#table,
          Key: { documentId: provisionalId },
          ConditionExpression: '#status IN (:received, :failed)',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':received': 'RECEIVED', ':failed': 'FAILED' },
        }),
      ),
    )
  }

  async #replace(
    { documentId, receivedAt, size, requeues }: DocumentRow,
    run: number,
    result: Result,
  ): Promise<boolean> {
    const known = { documentId, receivedAt, size, ...(requeues !== undefined && { requeues }) }
    const item: DocumentRow = { ...known, run, updatedAt: this.#timestamp(), ...result }
    const bytes = itemBytes(item)
    if (bytes > MAX_ITEM_BYTES) throw new ItemTooLargeError(documentId, bytes)
    const changed = await conditional(
      `record result of document ${documentId}`,
      this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: item,
          ConditionExpression: NO_RESULT_OF_THIS_RUN,
          ExpressionAttributeNames: NAMES,
          ExpressionAttributeValues: { ':run': run, ':received': 'RECEIVED', ':failed': 'FAILED' },
        }),
      ),
    )
    return changed !== null
  }

  #timestamp(): string {
    return this.#now().toISOString()
  }
}

/** The report's facts as attributes, with the keys of the index `byRegionYear` if the report settles both. */
function factsOf({ documentId, reason: _, ...facts }: Report) {
  const { region, year } = facts
  if (region.code === null || year === null) return facts
  return { ...facts, regionCode: region.code, yearDocument: yearDocumentOf(year, documentId) }
}
