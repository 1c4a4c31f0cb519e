import type { Failure } from './document-changes.ts'
import type { DocumentStore } from './document-store.ts'
import type { RunStore } from './run-store.ts'

/**
 * Says that the last attempt at a run failed: on the run, and on its document unless that shows the result of another run, which
 * stays as it is.
 */
export async function failRun(
  failure: Failure,
  { documents, runs }: { readonly documents: DocumentStore; readonly runs: RunStore },
): Promise<void> {
  await runs.recordFailure(failure)
  await documents.recordFailed(failure)
}
