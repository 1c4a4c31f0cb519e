import * as v from 'valibot'
import { documentId } from '../report/attributes.ts'

/** A message of the reprocess queue: a document to be read anew, from wherever it was seen. */
const reprocessRequest = v.pipe(v.strictObject({ reprocess: documentId }), v.readonly())

export type ReprocessRequest = v.InferOutput<typeof reprocessRequest>

/** Null if a message is of another kind. */
export function readReprocessRequest(body: string): ReprocessRequest | null {
  try {
    return v.parse(reprocessRequest, JSON.parse(body))
  } catch {
    return null
  }
}
