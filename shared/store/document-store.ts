import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { firstOf } from '../text/cut.ts'
import type { Changes } from './changes.ts'
import type { NotedCorrection } from './correction.ts'
import { type Failure, MAX_DETAIL_LENGTH, type Received, type Rejection } from './document-changes.ts'
import { factsOf } from './document-facts.ts'
import { type DocumentRow, documentRows, isResult, RESULT_ATTRIBUTES, type RunResult } from './document-row.ts'
import { ItemTooLargeError } from './errors.ts'
import { itemBytes, MAX_ITEM_BYTES } from './item-size.ts'
import { readRow } from './read-rows.ts'
import { reportName } from './report-row.ts'
import { conditional, request } from './request.ts'

/** Nothing of the document can be read yet, or it could not be read to its end. */
const NO_RESULT = '#status IN (:received, :parsed, :failed)'

/** A run's result takes the place of an older run's, and of a beginning of its own. */
const IS_NEWER = `#run < :run OR (#run = :run AND ${NO_RESULT})`

const UNENDED = { ':received': 'RECEIVED', ':parsed': 'PARSED', ':failed': 'FAILED' }
const NAMES = { '#run': 'run', '#status': 'status' }

/** What a run found out, as it stands on the row beside what is known of every document. */
type Result = ResultOf<Extract<DocumentRow, { readonly status: 'PARSED' | 'COMPLETE' | 'REJECTED' }>>
type ResultOf<Row> = Row extends DocumentRow
  ? Omit<Row, 'documentId' | 'run' | 'receivedAt' | 'updatedAt' | 'size' | 'requeues'>
  : never

/**
 * The documents table. A row shows the last run that ended; one write shows the next. Every write holds only over an older run or
 * an earlier status, so a stale or repeated message changes nothing; each method says whether it changed the row.
 * @example
 * const documents = new DocumentStore(makeTableClient(), 'documents')
 * const { documentId } = await documents.receive({ documentId: id, receivedAt: '2026-01-02T03:04:05Z', size: 9 })
 * await documents.recordParsed(documentId, run, result)
 * await documents.showRun(documentId, run, result)
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

  /** Whether a document has a row, readable or not. */
  async has(documentId: string): Promise<boolean> {
    const key = { TableName: this.#table, Key: { documentId }, ProjectionExpression: 'documentId' }
    const { Item } = await request(
      `look up document ${documentId}`,
      this.#client.send(new GetCommand({ ...key, ConsistentRead: true })),
    )
    return Item !== undefined
  }

  /**
   * Makes the row of a document that has none. Returns the row as it now is, made or found.
   * @throws {UnreadableRowError}
   */
  async receive(received: Received): Promise<DocumentRow> {
    const row: DocumentRow = { ...received, run: 0, status: 'RECEIVED', updatedAt: this.#timestamp() }
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

  /** Says that a run's figures are on their way. A document that shows a result goes on showing it. */
  async recordParsed(documentId: string, run: number, result: RunResult): Promise<boolean> {
    return this.#show(documentId, run, { status: 'PARSED', ...result }, `#run <= :run AND ${NO_RESULT}`)
  }

  /**
   * Shows a run whose figures are all written: from this write on, its rows are the document's. The same write notes which report will
   * list it (`listDocument`).
   */
  async showRun(documentId: string, run: number, result: RunResult, changes: Changes | null = null): Promise<boolean> {
    return this.#show(documentId, run, { status: 'COMPLETE', ...result, ...(changes && { changes }) }, IS_NEWER)
  }

  /** Facts that do not fit a row are left out: that the document was refused, and why, is said in any case. */
  async recordRejected(
    documentId: string,
    run: number,
    rejection: Rejection,
    changes: Changes | null = null,
  ): Promise<boolean> {
    const { reason, report } = rejection
    const detail = firstOf(rejection.detail, MAX_DETAIL_LENGTH)
    const parserVersion = String(rejection.parserVersion)
    const why = { status: 'REJECTED', reason, detail, parserVersion, ...(changes && { changes }) } as const
    try {
      return await this.#show(documentId, run, report === null ? why : { ...factsOf(report), ...why }, IS_NEWER)
    } catch (error) {
      if (!(error instanceof ItemTooLargeError)) throw error
      return this.#show(documentId, run, why, IS_NEWER)
    }
  }

  /**
   * Says FAILED of a document, making its row if there is none. What is COMPLETE or REJECTED stays: an older result is better than
   * none. Its run says that it failed, and the message is kept on its dead-letter queue.
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
          ConditionExpression: `attribute_not_exists(documentId) OR (#run <= :run AND ${NO_RESULT})`,
          ExpressionAttributeNames: { ...NAMES, '#size': 'size', '#error': 'error' },
          ExpressionAttributeValues: {
            ...UNENDED,
            ':run': run,
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
   * Keeps these corrections in place of those that a row has. They stay whatever run the document shows.
   * @param row as it was read
   * @returns false if the document shows another run by now, or has other corrections
   */
  async correct(
    { documentId, run, updatedAt, corrections }: DocumentRow,
    after: readonly NotedCorrection[],
  ): Promise<boolean> {
    const hasNoOther = corrections === undefined ? 'attribute_not_exists(corrections)' : 'size(corrections) = :size'
    const changed = await conditional(
      `correct document ${documentId}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { documentId },
          UpdateExpression: 'SET corrections = :after, updatedAt = :now',
          ConditionExpression: `#status = :complete AND #run = :run AND updatedAt = :seen AND ${hasNoOther}`,
          ExpressionAttributeNames: NAMES,
          ExpressionAttributeValues: {
            ':after': after,
            ':complete': 'COMPLETE',
            ':run': run,
            ':now': this.#timestamp(),
            ':seen': updatedAt,
            ...(corrections !== undefined && { ':size': corrections.length }),
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

  /** Sets what a run found out and takes away what an earlier one did; what else is known of the document stays. */
  async #show(documentId: string, run: number, result: Result, condition: string): Promise<boolean> {
    const bytes = itemBytes(result)
    if (bytes > MAX_ITEM_BYTES) throw new ItemTooLargeError(documentId, bytes)
    const given = Object.entries({ ...result, run, updatedAt: this.#timestamp() }).filter(
      // A key of an index: absent, or a number.
      ([name, value]) => value !== undefined && !(name === 'year' && value === null),
    )
    const names = given.map(([name]) => name)
    const gone = [...RESULT_ATTRIBUTES, ...(isResult(result) ? ['requeues'] : [])].filter(
      (name) => !names.includes(name),
    )
    const added = Object.entries(addedBy(result))
    const changed = await conditional(
      `record run ${run} of document ${documentId}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { documentId },
          UpdateExpression:
            `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} ` +
            `REMOVE ${gone.map((name) => `#${name}`).join(', ')}` +
            (added.length === 0 ? '' : ` ADD ${added.map(([name]) => `${name} :${name}`).join(', ')}`),
          ConditionExpression: `#status <> :withdrawn AND (${condition})`,
          ExpressionAttributeNames: Object.fromEntries([...names, ...gone].map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ...UNENDED,
            ':withdrawn': 'WITHDRAWN',
            ...Object.fromEntries([...given, ...added].map(([name, value]) => [`:${name}`, value])),
          },
        }),
      ),
    )
    return changed !== null
  }

  #timestamp(): string {
    return this.#now().toISOString()
  }
}

/** A result is counted. A report that is complete will be listed, and its row says where before it is (`listDocument`). */
function addedBy(result: Result) {
  if (result.status !== 'COMPLETE') return isResult(result) ? { revision: 1 } : {}
  const { publisherId, year } = result
  return {
    revision: 1,
    ...(publisherId !== null && year !== null && { listedIn: new Set([reportName({ publisherId, year })]) }),
  }
}
