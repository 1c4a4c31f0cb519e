import { type DynamoDBDocumentClient, paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { publisherIdOf } from '../identity/publisher-id.ts'
import { type DocumentRow, documentRows } from './document-row.ts'
import { type OnUnreadable, readRows } from './read-rows.ts'
import { conditional } from './request.ts'
import { publisherDocumentOf } from './tables.ts'

/** A row that has the facts of a report. */
export type ReadDocument = Extract<DocumentRow, { readonly kind: string }>

/** Rows of the documents table as version 0.1 wrote them: without who reports. */
export class FormerDocuments {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #onUnreadable: OnUnreadable

  /** @param onUnreadable hears of each row that is left out */
  constructor(client: DynamoDBDocumentClient, table: string, onUnreadable: OnUnreadable) {
    this.#client = client
    this.#table = table
    this.#onUnreadable = onUnreadable
  }

  /** Those that are not rewritten yet, page by page. */
  async *all(): AsyncGenerator<ReadDocument[]> {
    const scan = {
      TableName: this.#table,
      ConsistentRead: true,
      FilterExpression: 'attribute_not_exists(publisherId) AND attribute_exists(kind)',
    }
    for await (const { Items = [] } of paginateScan({ client: this.#client }, scan))
      yield readRows(documentRows, Items, this.#onUnreadable).filter((row) => row.kind !== undefined)
  }

  /** Gives a row what it lacks, unless it has changed since it was read. Readers take it for changed. */
  async rewrite({ documentId, run, status, year, issuer, level, region }: ReadDocument): Promise<void> {
    const publisherId = publisherIdOf({ issuer, level, regionCode: region.code })
    await conditional(
      `rewrite document ${documentId}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { documentId },
          UpdateExpression:
            year === null
              ? 'SET publisherId = :publisher, updatedAt = :now REMOVE writtenChunks, #year'
              : 'SET publisherId = :publisher, publisherDocument = :document, updatedAt = :now REMOVE writtenChunks',
          ConditionExpression: '#run = :run AND #status = :status AND attribute_not_exists(publisherId)',
          ExpressionAttributeNames: { '#run': 'run', '#status': 'status', ...(year === null && { '#year': 'year' }) },
          ExpressionAttributeValues: {
            ':publisher': publisherId,
            ':run': run,
            ':status': status,
            ':now': new Date().toISOString(),
            ...(year !== null && { ':document': publisherDocumentOf(publisherId, documentId) }),
          },
        }),
      ),
    )
  }
}
