import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  paginateScan,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { firstOf } from '../text/cut.ts'
import { type Failure, MAX_DETAIL_LENGTH } from './document-changes.ts'
import { type DocumentRow, isResult, type RunResult } from './document-row.ts'
import { ItemTooLargeError } from './errors.ts'
import { itemBytes, MAX_RESULT_BYTES } from './item-size.ts'
import { itemsOf, type OnUnreadable, readRow, readRows, refuseUnreadable } from './read-rows.ts'
import { conditional, request } from './request.ts'
import { type RunRow, runRows } from './run-row.ts'

const NOT_ENDED = 'attribute_exists(documentId) AND #state <> :ended'
const NAMES = { '#state': 'state' }

/**
 * The runs table: what is being read, and what may have left rows behind. A run's result is kept here until all of its figures are
 * written, so that the document goes on showing the run before.
 * @example
 * const runs = new RunStore(makeTableClient(), 'runs')
 * const run = await runs.open(row, PARSER_VERSION)
 * if (run !== null) await runs.recordSent(documentId, run, result)
 */
export class RunStore {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #onUnreadable: OnUnreadable
  readonly #now: () => Date

  /** @param onUnreadable hears of each row that a list leaves out; by default it ends the reading */
  constructor(
    client: DynamoDBDocumentClient,
    table: string,
    onUnreadable: OnUnreadable = refuseUnreadable,
    now: () => Date = () => new Date(),
  ) {
    this.#client = client
    this.#table = table
    this.#onUnreadable = onUnreadable
    this.#now = now
  }

  /** @throws {UnreadableRowError} */
  async get(documentId: string, run: number): Promise<RunRow | null> {
    const { Item } = await request(
      `read run ${run} of document ${documentId}`,
      this.#client.send(new GetCommand({ TableName: this.#table, Key: { documentId, run }, ConsistentRead: true })),
    )
    return Item === undefined ? null : readRow(runRows, Item)
  }

  /** The runs of a document, the newest first. */
  async ofDocument(documentId: string): Promise<RunRow[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'documentId = :documentId',
        ExpressionAttributeValues: { ':documentId': documentId },
        ScanIndexForward: false,
        ConsistentRead: true,
      },
    )
    const items = await request(`find runs of document ${documentId}`, itemsOf(pages))
    return readRows(runRows, items, this.#onUnreadable)
  }

  /** Every run, page by page, in no order. */
  async *all(): AsyncGenerator<RunRow[]> {
    for await (const { Items = [] } of paginateScan({ client: this.#client }, { TableName: this.#table }))
      yield readRows(runRows, Items, this.#onUnreadable)
  }

  /**
   * The run in which a parser reads a document: the one that this version has begun, or a new one. Null if a newer version is
   * at it, or if a run has ended since the document's row was read.
   */
  async open(row: DocumentRow, parserVersion: number): Promise<number | null> {
    const { documentId, run: shown } = row
    for (;;) {
      const [newest] = await this.ofDocument(documentId)
      if (newest !== undefined && (newest.run > shown || (newest.run === shown && !isResult(row)))) {
        if (newest.state === 'ended' || newest.parserVersion > parserVersion) return null
        if (newest.parserVersion === parserVersion) return newest.run
      }
      const run = Math.max(shown, newest?.run ?? 0) + 1
      if (await this.#claim(documentId, run, parserVersion)) return run
    }
  }

  /**
   * Keeps what a run read, before its figures are sent. Done again, it changes nothing.
   * @throws {ItemTooLargeError} if the result does not fit a row
   */
  async recordSent(documentId: string, run: number, result: RunResult): Promise<void> {
    const bytes = itemBytes(result)
    if (bytes > MAX_RESULT_BYTES) throw new ItemTooLargeError(documentId, bytes)
    await this.#update(`record run ${run} of document ${documentId}`, documentId, run, {
      UpdateExpression: 'SET #state = :sent, #result = :result, updatedAt = :now',
      ConditionExpression: '#state = :open',
      ExpressionAttributeNames: { ...NAMES, '#result': 'result' },
      ExpressionAttributeValues: { ':open': 'open', ':sent': 'sent', ':result': result, ':now': this.#timestamp() },
    })
  }

  /**
   * Notes that a chunk's rows are written. Returns how many are, or null if the run has ended.
   * @throws {UnreadableRowError}
   */
  async addWrittenChunk(documentId: string, run: number, chunk: number): Promise<number | null> {
    const changed = await this.#update(`note chunk ${chunk} of document ${documentId}`, documentId, run, {
      UpdateExpression: 'SET updatedAt = :now ADD writtenChunks :chunk',
      ConditionExpression: '#state = :sent',
      ExpressionAttributeNames: NAMES,
      ExpressionAttributeValues: { ':sent': 'sent', ':chunk': new Set([chunk]), ':now': this.#timestamp() },
      ReturnValues: 'ALL_NEW',
    })
    if (changed === null) return null
    const row = readRow(runRows, changed.Attributes ?? {})
    return row.state === 'sent' ? (row.writtenChunks?.size ?? 0) : 0
  }

  /** Notes why the last attempt at a run failed. It is still open: should its message come again, it goes on. */
  async recordFailure({ documentId, run, error, detail, requestId }: Failure): Promise<void> {
    await this.#update(`record failure of run ${run} of document ${documentId}`, documentId, run, {
      UpdateExpression: 'SET #error = :error, detail = :detail, requestId = :requestId, updatedAt = :now',
      ConditionExpression: NOT_ENDED,
      ExpressionAttributeNames: { ...NAMES, '#error': 'error' },
      ExpressionAttributeValues: {
        ':ended': 'ended',
        ':error': error,
        ':detail': firstOf(detail, MAX_DETAIL_LENGTH),
        ':requestId': requestId,
        ':now': this.#timestamp(),
      },
    })
  }

  /** Counts a further time that a run is sent again. False if the row has changed since it was read. */
  async noteRequeue({ documentId, run, updatedAt }: RunRow): Promise<boolean> {
    const changed = await this.#update(`note requeue of run ${run} of document ${documentId}`, documentId, run, {
      UpdateExpression: 'SET updatedAt = :now ADD requeues :one',
      ConditionExpression: 'updatedAt = :seen',
      ExpressionAttributeValues: { ':now': this.#timestamp(), ':one': 1, ':seen': updatedAt },
    })
    return changed !== null
  }

  /** Ends the runs of a document up to the one that it shows. */
  async endUpTo(documentId: string, shown: number): Promise<void> {
    for (const { run, state, parserVersion } of await this.ofDocument(documentId)) {
      if (run > shown || state === 'ended') continue
      const ended: RunRow = { documentId, run, parserVersion, state: 'ended', updatedAt: this.#timestamp() }
      await request(
        `end run ${run} of document ${documentId}`,
        this.#client.send(new PutCommand({ TableName: this.#table, Item: ended })),
      )
    }
  }

  /** Forgets a run, unless its row has changed since it was read. */
  async remove({ documentId, run, updatedAt }: RunRow): Promise<void> {
    await conditional(
      `forget run ${run} of document ${documentId}`,
      this.#client.send(
        new DeleteCommand({
          TableName: this.#table,
          Key: { documentId, run },
          ConditionExpression: 'updatedAt = :seen',
          ExpressionAttributeValues: { ':seen': updatedAt },
        }),
      ),
    )
  }

  async #claim(documentId: string, run: number, parserVersion: number): Promise<boolean> {
    const row: RunRow = { documentId, run, parserVersion, state: 'open', updatedAt: this.#timestamp() }
    const condition = 'attribute_not_exists(documentId)'
    const put = new PutCommand({ TableName: this.#table, Item: row, ConditionExpression: condition })
    return (await conditional(`open run ${run} of document ${documentId}`, this.#client.send(put))) !== null
  }

  #update(
    operation: string,
    documentId: string,
    run: number,
    update: Omit<ConstructorParameters<typeof UpdateCommand>[0], 'TableName' | 'Key'>,
  ) {
    const command = new UpdateCommand({ TableName: this.#table, Key: { documentId, run }, ...update })
    return conditional(operation, this.#client.send(command))
  }

  #timestamp(): string {
    return this.#now().toISOString()
  }
}
