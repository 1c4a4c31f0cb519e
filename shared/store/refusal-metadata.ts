import * as v from 'valibot'
import { REFUSAL_REASONS, RefusalError } from '../report/refusal.ts'

const REASON = 'unpacked-refusal'
const DETAIL = 'unpacked-detail'
/** All metadata of an object has at most 2 KB; percent-encoding makes three characters of one. */
const MAX_DETAIL_LENGTH = 400

/** Why a file could not be taken out of its archive, as metadata of the object, percent-encoded. */
export function refusalMetadata({ reason, message }: RefusalError): Record<string, string> {
  return {
    [REASON]: reason,
    [DETAIL]: encodeURIComponent(message.slice(0, MAX_DETAIL_LENGTH).toWellFormed()).slice(0, 1200),
  }
}

/** Null if the object says nothing of the kind. */
export function refusalFrom(metadata: Readonly<Record<string, string>>): RefusalError | null {
  const reason = v.safeParse(v.picklist(REFUSAL_REASONS), metadata[REASON])
  return reason.success ? new RefusalError(reason.output, decoded(metadata[DETAIL] ?? '')) : null
}

function decoded(detail: string): string {
  try {
    return decodeURIComponent(detail)
  } catch {
    // It may be cut within a character.
    return detail
  }
}
