/** DynamoDB's limit for one item, in bytes. Engines for tests count characters, so it is counted here. */
export const MAX_ITEM_BYTES = 400 * 1024

/** For what a run read: the rest is for what else a row of `documents` or `runs` says, as what changed of all codes. */
export const MAX_RESULT_BYTES = MAX_ITEM_BYTES - 32 * 1024

/** An item's own overhead (a byte or three a list or map entry) that its JSON form need not show. */
const OVERHEAD = 1.1

/** Measured by its JSON form in UTF-8, which is not shorter than what DynamoDB counts but for overhead. */
export function itemBytes(item: object): number {
  return Math.ceil(Buffer.byteLength(JSON.stringify(item)) * OVERHEAD)
}
