import { codeIn } from '../problem.ts'

/** What a row of the ledger says of its page, list or report. */
export interface Outcome {
  readonly state: string
  readonly documentId?: string | null
  readonly reason: string | null
}

/**
 * When what a row says last changed. A page that is found again with the same document has not changed, nor has one that
 * fails again for the same kind of reason.
 * @param before the row as it was; null if there was none
 * @param now ISO time
 */
export function changedAtOf(
  before: (Outcome & { readonly changedAt: string | null }) | null,
  after: Outcome,
  now: string,
): string | null {
  return before !== null && outcome(before) === outcome(after) ? before.changedAt : now
}

function outcome({ state, documentId = null, reason }: Outcome): string {
  const shown = state === 'unchanged' ? 'found' : state
  return JSON.stringify([shown, documentId, reason === null ? null : codeIn(reason)])
}
