import type { DocumentRow } from '../../shared/store/document-row.ts'
import type { Deployment } from './deployment.ts'
import { textTable } from './text-table.ts'
import type { Uploaded } from './upload.ts'

/** The result for one uploaded file: a line of `fazhi up --json`. */
export interface FileResult {
  readonly file: string
  readonly documentId: string
  readonly status: string
  /** Why it was refused or failed, else null. */
  readonly reason: string | null
  readonly kind: string | null
  readonly issuer: string | null
  readonly year: number | null
  /** Rows in the table. */
  readonly indicators: number
}

/** Reads the result for each file. */
export function readResults(uploaded: readonly Uploaded[], { results, sightings }: Deployment): Promise<FileResult[]> {
  return Promise.all(
    uploaded.map(async ({ file, objectKey, documentId }) => {
      // A file whose bytes could not be read has a row with a provisional ID, which is in its sighting.
      const seen = (await sightings.underKey(objectKey)).find((sighting) => sighting.documentId !== documentId)
      const result = (await results.result(documentId)) ?? (seen ? await results.result(seen.documentId) : null)
      return { file, ...describe(result?.document ?? null, documentId), indicators: result?.indicators.length ?? 0 }
    }),
  )
}

function describe(row: DocumentRow | null, documentId: string) {
  const facts = row?.kind === undefined ? null : row
  return {
    documentId: row?.documentId ?? documentId,
    status: row?.status ?? 'UNKNOWN',
    reason: row && 'reason' in row ? row.reason : null,
    kind: facts?.kind ?? null,
    issuer: facts?.issuer ?? null,
    year: facts?.year ?? null,
  }
}

/** The table at the end of `fazhi up`. */
export function resultTable(results: readonly FileResult[], maxWidth?: number): string[] {
  const header = ['file', 'kind', 'issuer', 'year', 'indicators', 'status', 'reason']
  const rows = results.map(({ file, kind, issuer, year, indicators, status, reason }) =>
    [file, kind, issuer, year, indicators, status, reason].map((cell) => String(cell ?? '')),
  )
  return textTable(header, rows, maxWidth)
}
