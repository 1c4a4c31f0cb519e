import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { batchGet, projectionOf } from './batch-get.ts'
import { changes } from './changes.ts'
import { documentRows, documentRuns } from './document-row.ts'
import { type OnUnreadable, readRows } from './read-rows.ts'

/** What tells which parser a document was read by, and what that changed. */
const documentVersions = {
  ...documentRows,
  schema: v.pipe(
    v.object({
      ...documentRuns.schema.entries,
      parserVersion: v.optional(v.string()),
      year: v.optional(v.nullable(v.number()), null),
      region: v.optional(v.nullable(v.object({ code: v.nullable(v.string()) })), null),
      changes: v.optional(changes),
    }),
    v.readonly(),
  ),
}

export type DocumentVersion = v.InferOutput<typeof documentVersions.schema>

const ATTRIBUTES = Object.keys(documentVersions.schema.entries)

/**
 * The documents table as whoever reprocesses sees it.
 * @example
 * const versions = new DocumentVersions(makeTableClient(), 'documents')
 * for await (const page of versions.all()) console.log(page.filter((row) => row.parserVersion === '1').length)
 */
export class DocumentVersions {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #onUnreadable: OnUnreadable

  /** @param onUnreadable hears of each row that is left out */
  constructor(client: DynamoDBDocumentClient, table: string, onUnreadable: OnUnreadable) {
    this.#client = client
    this.#table = table
    this.#onUnreadable = onUnreadable
  }

  /** Every document, page by page, in no order. */
  async *all(): AsyncGenerator<DocumentVersion[]> {
    const scan = { TableName: this.#table, ConsistentRead: true, ...projectionOf(ATTRIBUTES) }
    for await (const { Items = [] } of paginateScan({ client: this.#client }, scan))
      yield readRows(documentVersions, Items, this.#onUnreadable)
  }

  /** The given documents, as they are now. */
  async of(documentIds: Iterable<string>): Promise<DocumentVersion[]> {
    const keys = [...documentIds].map((documentId) => ({ documentId }))
    const items = await batchGet(this.#client, this.#table, keys, ATTRIBUTES)
    return readRows(documentVersions, items, this.#onUnreadable)
  }
}
