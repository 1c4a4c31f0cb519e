import type { DocumentRow } from '../../shared/store/document-row.ts'
import type { RunRow } from '../../shared/store/run-row.ts'
import { findDeployment } from './deployment.ts'
import { UserError } from './errors.ts'
import { textTable } from './text-table.ts'

export interface StatusOptions {
  readonly stack?: string
  readonly json?: boolean
}

/** Prints the status of one document with its object keys, or the status of all documents. */
export async function status(id: string | undefined, options: StatusOptions): Promise<void> {
  const { results, sightings, runs } = await findDeployment(options)
  if (id === undefined) {
    const rows = (await results.documents()).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    return print(options.json ? rows.map((row) => JSON.stringify(row)) : overview(rows))
  }
  const row = await results.document(id)
  if (!row) throw new UserError(`There is no document ${id}; \`fazhi status\` lists all documents.`)
  const seenAs = await sightings.ofDocument(id)
  const underWay = (await runs.ofDocument(id)).flatMap((one) => (one.state === 'ended' ? [] : [summaryOf(one)]))
  print(
    options.json
      ? [JSON.stringify({ ...row, sightings: seenAs, runs: underWay })]
      : details(
          row,
          seenAs.map(({ objectKey }) => objectKey),
          underWay,
        ),
  )
}

function overview(rows: readonly DocumentRow[]): string[] {
  const header = ['document', 'kind', 'issuer', 'year', 'indicators', 'status', 'reason']
  const cells = rows.map((row) => {
    const facts = row.kind === undefined ? null : row
    const figures = 'indicatorCount' in row ? row.indicatorCount : null
    const reason = 'reason' in row ? row.reason : null
    return [row.documentId, facts?.kind, facts?.issuer, facts?.year, figures, row.status, reason].map((cell) =>
      String(cell ?? ''),
    )
  })
  return textTable(header, cells, process.stdout.columns)
}

function details(row: DocumentRow, objectKeys: readonly string[], runs: readonly object[]): string[] {
  const entries = Object.entries(row)
    .filter(([name]) => name !== 'sections')
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
  return textTable(
    ['attribute', 'value'],
    [
      ...entries,
      ...objectKeys.map((key) => ['seen as', key]),
      ...runs.map((run) => ['run under way', JSON.stringify(run)]),
    ],
  )
}

/** A run beside the one that the document shows: how far it has come, or why it failed. */
function summaryOf({ documentId: _, ...run }: Exclude<RunRow, { readonly state: 'ended' }>) {
  if (run.state === 'open') return run
  const { result, writtenChunks, ...rest } = run
  return { ...rest, chunks: result.chunks, writtenChunks: writtenChunks?.size ?? 0 }
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line)
}
