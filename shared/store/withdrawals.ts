import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { RESULT_ATTRIBUTES } from './document-row.ts'
import { conditional } from './request.ts'

/**
 * Of what a run found out, a withdrawn document keeps which report it was of, so that lists of that year still name its publisher, and
 * the hash by which its copies are known.
 */
const KEPT: ReadonlySet<string> = new Set(['publisherId', 'year', 'publisherDocument', 'bodyHash'])
const GONE = [...RESULT_ATTRIBUTES, 'requeues', 'corrections'].filter(
  (name) => !KEPT.has(name) && !['reason', 'detail'].includes(name),
)

export interface Withdrawal {
  readonly documentId: string
  /** Above its newest run: no run up to it is ever shown again. */
  readonly run: number
  /** Why, as a sentence for people. */
  readonly detail: string
}

/**
 * The documents table as an operator sees it who takes a document back: one write, and no reader finds it any more.
 * @example
 * const withdrawals = new Withdrawals(makeTableClient(), 'documents')
 * await withdrawals.withdraw({ documentId, run: 3, detail: 'It names private persons.' })
 */
export class Withdrawals {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #now: () => Date

  constructor(client: DynamoDBDocumentClient, table: string, now: () => Date = () => new Date()) {
    this.#client = client
    this.#table = table
    this.#now = now
  }

  /** Takes a document back. Done again, it gives another reason and keeps the time. False if there is no such document. */
  async withdraw({ documentId, run, detail }: Withdrawal): Promise<boolean> {
    const now = this.#now().toISOString()
    const names = Object.fromEntries(GONE.map((name) => [`#${name}`, name]))
    return this.#update(`withdraw document ${documentId}`, documentId, {
      UpdateExpression:
        'SET #status = :withdrawn, #run = :run, #reason = :reason, detail = :detail, updatedAt = :now, ' +
        'withdrawnAt = if_not_exists(withdrawnAt, :now) ' +
        `REMOVE restoredAt, ${Object.keys(names).join(', ')} ADD revision :one`,
      ConditionExpression: 'attribute_exists(documentId) AND #run <= :run',
      ExpressionAttributeNames: { ...names, '#status': 'status', '#run': 'run', '#reason': 'reason' },
      ExpressionAttributeValues: {
        ':withdrawn': 'WITHDRAWN',
        ':run': run,
        ':reason': 'withdrawn',
        ':detail': detail,
        ':now': now,
        ':one': 1,
      },
    })
  }

  /** Lets a withdrawn document come again: its tombstone stays until its bytes do. False if it is not withdrawn. */
  async restore(documentId: string): Promise<boolean> {
    return this.#update(`restore document ${documentId}`, documentId, {
      UpdateExpression: 'SET restoredAt = :now',
      ConditionExpression: '#status = :withdrawn',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':withdrawn': 'WITHDRAWN', ':now': this.#now().toISOString() },
    })
  }

  /** Takes the tombstone away when the bytes of a restored document have come. False if it may not come. */
  async readmit(documentId: string): Promise<boolean> {
    return this.#update(`readmit document ${documentId}`, documentId, {
      UpdateExpression:
        'SET #status = :received, updatedAt = :now ' +
        'REMOVE #reason, detail, withdrawnAt, restoredAt, publisherId, #year, publisherDocument, bodyHash ADD revision :one',
      ConditionExpression: '#status = :withdrawn AND attribute_exists(restoredAt)',
      ExpressionAttributeNames: { '#status': 'status', '#reason': 'reason', '#year': 'year' },
      ExpressionAttributeValues: {
        ':withdrawn': 'WITHDRAWN',
        ':received': 'RECEIVED',
        ':now': this.#now().toISOString(),
        ':one': 1,
      },
    })
  }

  async #update(
    operation: string,
    documentId: string,
    update: Omit<ConstructorParameters<typeof UpdateCommand>[0], 'TableName' | 'Key'>,
  ): Promise<boolean> {
    const command = new UpdateCommand({ TableName: this.#table, Key: { documentId }, ...update })
    return (await conditional(operation, this.#client.send(command))) !== null
  }
}
