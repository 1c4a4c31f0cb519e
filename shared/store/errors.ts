import { MAX_ITEM_BYTES } from './item-size.ts'

/** The object is not in the bucket any more: deleted, or its version expired, after its event was sent. */
export class ObjectVanished extends Error {
  override readonly name = 'ObjectVanished'
  readonly objectKey: string

  constructor(objectKey: string, options?: ErrorOptions) {
    super(`${objectKey} was deleted before it was read; upload it again if it is wanted.`, options)
    this.objectKey = objectKey
  }
}

/** A chunk came whose document has no row of its run. A document is recorded before its chunks are sent. */
export class DocumentNotRecorded extends Error {
  override readonly name = 'DocumentNotRecorded'
  readonly documentId: string

  constructor(documentId: string, run: number) {
    super(`Document ${documentId} has no row of run ${run} yet; its chunk is tried again.`)
    this.documentId = documentId
  }
}

/** An item above DynamoDB's limit. Found before it is sent, counted in UTF-8 bytes. */
export class ItemTooLarge extends Error {
  override readonly name = 'ItemTooLarge'
  readonly documentId: string
  readonly bytes: number

  constructor(documentId: string, bytes: number) {
    super(`A row of document ${documentId} takes ${bytes} bytes; DynamoDB keeps at most ${MAX_ITEM_BYTES}.`)
    this.documentId = documentId
    this.bytes = bytes
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
