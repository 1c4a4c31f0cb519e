import type { DocumentRow } from '../../shared/store/document-row.ts'
import { findDeployment } from './deployment.ts'
import { UserError } from './errors.ts'
import { textTable } from './text-table.ts'

export interface StatusOptions {
  readonly stack?: string
  readonly json?: boolean
}

/** Prints the status of one document with its object keys, or the status of all documents. */
export async function status(id: string | undefined, options: StatusOptions): Promise<void> {
  const { results, sightings } = await findDeployment(options)
  if (id === undefined) {
    const rows = (await results.documents()).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    return print(options.json ? rows.map((row) => JSON.stringify(plain(row))) : overview(rows))
  }
  const row = await results.document(id)
  if (!row) throw new UserError(`There is no document ${id}; \`fazhi status\` lists all documents.`)
  const seenAs = await sightings.ofDocument(id)
  print(
    options.json
      ? [JSON.stringify({ ...plain(row), sightings: seenAs })]
      : details(
          row,
          seenAs.map(({ objectKey }) => objectKey),
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

function details(row: DocumentRow, objectKeys: readonly string[]): string[] {
  const entries = Object.entries(plain(row))
    .filter(([name]) => name !== 'sections')
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
  return textTable(['attribute', 'value'], [...entries, ...objectKeys.map((key) => ['seen as', key])])
}

/** A row for JSON: DynamoDB's sets become lists. */
function plain(row: DocumentRow) {
  return 'writtenChunks' in row && row.writtenChunks ? { ...row, writtenChunks: [...row.writtenChunks] } : row
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line)
}
