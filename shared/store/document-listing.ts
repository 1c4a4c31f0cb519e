import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { DocumentRow } from './document-row.ts'
import { conditional } from './request.ts'

/** Of one document. Pages change their text once or twice; whoever uploads may write anything into an object's metadata. */
const MAX_SUPERSEDED = 10

/** A document that another took the place of at its address. */
export interface Superseded {
  readonly documentId: string
  /** ISO time of the object that took its place. */
  readonly seenAt: string
}

/**
 * The documents table as the listing of reports sees it: where a document comes from, what it superseded, and which rows of `reports`
 * may list it.
 * @example
 * const listing = new DocumentListing(makeTableClient(), 'documents')
 * await listing.supersede(documentId, { documentId: olderId, seenAt: '2026-01-02T03:04:05Z' })
 */
export class DocumentListing {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client
    this.#table = table
  }

  /** Notes what a document took the place of; of several times the last. Beyond `MAX_SUPERSEDED` documents nothing is noted. */
  async supersede(documentId: string, { documentId: older, seenAt }: Superseded): Promise<void> {
    await this.#update(documentId, {
      UpdateExpression: 'SET supersedes = :none',
      ConditionExpression: 'attribute_exists(documentId) AND attribute_not_exists(supersedes)',
      ExpressionAttributeValues: { ':none': {} },
    })
    await this.#update(documentId, {
      UpdateExpression: 'SET supersedes.#older = :seenAt ADD revision :one',
      ConditionExpression:
        '(attribute_not_exists(supersedes.#older) AND size(supersedes) < :max) OR supersedes.#older < :seenAt',
      ExpressionAttributeNames: { '#older': older },
      ExpressionAttributeValues: { ':seenAt': seenAt, ':max': MAX_SUPERSEDED, ':one': 1 },
    })
  }

  /** Notes an address that the bytes came from; the first one stays. */
  async locate(documentId: string, sourceUrl: string): Promise<void> {
    await this.#update(documentId, {
      UpdateExpression: 'SET sourceUrl = :sourceUrl',
      ConditionExpression: 'attribute_exists(documentId) AND attribute_not_exists(sourceUrl)',
      ExpressionAttributeValues: { ':sourceUrl': sourceUrl },
    })
  }

  /** Notes that a row of `reports` will list a document, before it does. */
  async enter(documentId: string, name: string): Promise<void> {
    await this.#update(documentId, {
      UpdateExpression: 'ADD listedIn :name',
      ConditionExpression: 'attribute_exists(documentId)',
      ExpressionAttributeValues: { ':name': new Set([name]) },
    })
  }

  /** Forgets rows of `reports` that list a document no more, unless the document has changed since its row was read. */
  async leave({ documentId, revision }: DocumentRow, names: readonly string[]): Promise<void> {
    const isUnchanged = revision === undefined ? 'attribute_not_exists(revision)' : 'revision = :revision'
    await this.#update(documentId, {
      UpdateExpression: 'DELETE listedIn :names',
      ConditionExpression: isUnchanged,
      ExpressionAttributeValues: { ':names': new Set(names), ...(revision !== undefined && { ':revision': revision }) },
    })
  }

  async #update(
    documentId: string,
    update: Omit<ConstructorParameters<typeof UpdateCommand>[0], 'TableName' | 'Key'>,
  ): Promise<void> {
    const command = new UpdateCommand({ TableName: this.#table, Key: { documentId }, ...update })
    await conditional(`list document ${documentId}`, this.#client.send(command))
  }
}
