import { RefusalError } from '../../../shared/report/refusal.ts'
import type { Indicator } from '../../../shared/report/report.ts'
import { changesSince } from '../../../shared/store/changes-since.ts'
import type { DocumentVersion } from '../../../shared/store/document-versions.ts'
import { type FindBytesDeps, findBytes } from '../../../shared/store/find-bytes.ts'
import { inParallel } from '../../../shared/store/in-parallel.ts'
import { chunksOf } from '../../../shared/store/indicator-chunk.ts'
import type { IndicatorStore } from '../../../shared/store/indicator-store.ts'
import type { Outcome } from './summary.ts'

const PARALLEL_DOCUMENTS = 4

export interface ReadHereDeps extends FindBytesDeps {
  readonly indicators: IndicatorStore
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

export interface ReadHere {
  readonly outcomes: readonly Outcome[]
  readonly failed: ReadonlyMap<string, string>
  readonly left: number
}

/** Reads documents by the parser of this command, and says what that would change. It writes nothing. */
export async function readHere(todo: readonly DocumentVersion[], deps: ReadHereDeps): Promise<ReadHere> {
  const outcomes: Outcome[] = []
  const failed = new Map<string, string>()
  await inParallel(PARALLEL_DOCUMENTS, todo, async (row) => {
    if (deps.signal.aborted) return
    try {
      outcomes.push(await outcomeOf(row, deps))
    } catch (error) {
      failed.set(row.documentId, error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    }
    deps.onProgress(outcomes.length + failed.size)
  })
  return { outcomes, failed, left: todo.length - outcomes.length - failed.size }
}

async function outcomeOf(row: DocumentVersion, deps: ReadHereDeps): Promise<Outcome> {
  const { stored } = await findBytes(row.documentId, deps)
  const { bytes, refusal } = stored
  const figures = bytes === null || refusal !== null ? null : await figuresIn(row.documentId, bytes)
  const changes = (await changesSince(row, figures ?? [], deps.indicators)) ?? undefined
  return { status: figures === null ? 'REJECTED' : 'COMPLETE', changes }
}

/** Null if the file would be refused. */
async function figuresIn(documentId: string, bytes: Uint8Array): Promise<readonly Indicator[] | null> {
  const [{ parseDocument }, { rowFactsOf }] = await Promise.all([
    import('../../../shared/parse/parse-document.ts'),
    import('../../../shared/store/document-facts.ts'),
  ])
  try {
    const { report, indicators } = await parseDocument(bytes)
    if (report.kind === 'other') return null
    chunksOf({ documentId, run: 1, facts: rowFactsOf(report) }, indicators)
    return indicators
  } catch (error) {
    if (error instanceof RefusalError) return null
    throw error
  }
}
