import { MAX_ITEM_BYTES } from './item-size.ts'
import type { TableName } from './read-rows.ts'

/** The object is not in the bucket any more: deleted, or its version expired, after its event was sent. */
export class ObjectVanishedError extends Error {
  override readonly name = 'ObjectVanishedError'
  readonly objectKey: string

  constructor(objectKey: string, options?: ErrorOptions) {
    super(`${objectKey} was deleted before it was read; upload it again if it is wanted.`, options)
    this.objectKey = objectKey
  }
}

/** No object holds the bytes of a document any more, so that it cannot be read anew. */
export class BytesGoneError extends Error {
  override readonly name = 'BytesGoneError'
  readonly documentId: string

  constructor(documentId: string) {
    super(`No object holds the file of document ${documentId} any more; upload it again to have it read anew.`)
    this.documentId = documentId
  }
}

/** A chunk that does not fit its run: another count of chunks or figures. No retry makes it fit. */
export class ChunkMismatchError extends Error {
  override readonly name = 'ChunkMismatchError'
  readonly documentId: string

  /** @param detail what does not fit, as `3 chunks instead of 2` */
  constructor(documentId: string, run: number, detail: string) {
    super(`A chunk of run ${run} of document ${documentId} has ${detail}; it is not written.`)
    this.documentId = documentId
  }
}

/** An item above DynamoDB's limit. Found before it is sent, counted in UTF-8 bytes. */
export class ItemTooLargeError extends Error {
  override readonly name = 'ItemTooLargeError'
  readonly documentId: string
  readonly bytes: number

  constructor(documentId: string, bytes: number) {
    super(`A row of document ${documentId} takes ${bytes} bytes; DynamoDB keeps at most ${MAX_ITEM_BYTES}.`)
    this.documentId = documentId
    this.bytes = bytes
  }
}

/** A row that does not hold to the schema of its table: written by another version, or by another hand. */
export class UnreadableRowError extends Error {
  override readonly name = 'UnreadableRowError'
  readonly table: TableName
  readonly key: Readonly<Record<string, unknown>>
  /** What is wrong, an attribute each. */
  readonly issues: readonly string[]

  constructor(table: TableName, key: Readonly<Record<string, unknown>>, issues: readonly string[]) {
    super(
      `The row ${JSON.stringify(key)} of table ${table} cannot be read: ${issues.join('; ')}. ` +
        'docs/tables.md says what a row holds: correct the row, or remove it so that it is written anew.',
    )
    this.table = table
    this.key = key
    this.issues = issues
  }
}

/** A document has so many corrections that its row could not hold more. */
export class TooManyCorrectionsError extends Error {
  override readonly name = 'TooManyCorrectionsError'

  constructor(documentId: string, most: number) {
    super(
      `Document ${documentId} has ${most} corrections: report that it is read wrongly, and have it read anew once that is mended.`,
    )
  }
}

/** The rows of a document were replaced by a newer run's while they were being read. */
export class RowsReplacedError extends Error {
  override readonly name = 'RowsReplacedError'
  readonly documentId: string

  constructor(documentId: string) {
    super(`The rows of document ${documentId} are being replaced by those of a newer run; read them again.`)
    this.documentId = documentId
  }
}

/** So many documents of one report came at the same moment that one of them could not be listed. Passing. */
export class ReportBusyError extends Error {
  override readonly name = 'ReportBusyError'

  constructor(publisherId: string, year: number) {
    super(`The report of ${publisherId} on ${year} changed each time that it was read; its document is listed later.`)
  }
}

/** A request to a table, bucket or queue did not succeed. Passing: the message is tried again. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly operation: string

  /** @param operation what was asked, of what, as `record document 3f…` */
  constructor(operation: string, cause: unknown) {
    super(`Could not ${operation}: ${cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)}`, {
      cause,
    })
    this.operation = operation
  }
}
