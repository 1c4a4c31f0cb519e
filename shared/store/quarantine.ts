import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type DocumentRow, RESULT_ATTRIBUTES } from './document-row.ts'
import { quarantineKeyOf } from './object-keys.ts'
import type { ObjectVersions } from './object-versions.ts'
import { conditional } from './request.ts'

const GONE = [...RESULT_ATTRIBUTES, 'requeues']

/**
 * The documents table as an operator sees it who has a refused file read once more.
 * @example
 * const quarantine = new Quarantine(makeTableClient(), 'documents')
 * if (await quarantine.release(row, 3)) await reprocessQueue.send({ reprocess: row.documentId })
 */
export class Quarantine {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #objects: ObjectVersions
  readonly #now: () => Date

  constructor(
    client: DynamoDBDocumentClient,
    table: string,
    objects: ObjectVersions,
    now: () => Date = () => new Date(),
  ) {
    this.#client = client
    this.#table = table
    this.#objects = objects
    this.#now = now
  }

  /**
   * Takes the refusal away, so that the document is as one that has just come, and its copy. False if it is not refused any more.
   * @param run above its newest run: no earlier one is shown again
   */
  async release({ documentId, updatedAt }: DocumentRow, run: number): Promise<boolean> {
    const released = await conditional(
      `release document ${documentId}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { documentId },
          UpdateExpression:
            'SET #status = :received, #run = :run, updatedAt = :now ' +
            `REMOVE ${GONE.map((name) => `#${name}`).join(', ')} ADD revision :one`,
          ConditionExpression: '#status = :rejected AND updatedAt = :seen',
          ExpressionAttributeNames: {
            ...Object.fromEntries(GONE.map((name) => [`#${name}`, name])),
            '#status': 'status',
            '#run': 'run',
          },
          ExpressionAttributeValues: {
            ':received': 'RECEIVED',
            ':rejected': 'REJECTED',
            ':run': run,
            ':seen': updatedAt,
            ':now': this.#now().toISOString(),
            ':one': 1,
          },
        }),
      ),
    )
    if (released === null) return false
    await this.#objects.remove(await this.#objects.under(quarantineKeyOf(documentId)))
    return true
  }
}
