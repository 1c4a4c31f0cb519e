import { paginateListObjectsV2 } from '@aws-sdk/client-s3'
import type { DocumentRow } from '../../shared/store/document-row.ts'
import { inParallel } from '../../shared/store/in-parallel.ts'
import { UNPACKED_PREFIX } from '../../shared/store/object-keys.ts'
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

/** Results read at the same time: each has all figures of its document. */
const PARALLEL_RESULTS = 25

/** Reads the result for each file. */
export async function readResults(
  uploaded: readonly Uploaded[],
  { results, sightings }: Deployment,
): Promise<FileResult[]> {
  const read = new Map<Uploaded, FileResult>()
  await inParallel(PARALLEL_RESULTS, uploaded, async (one) => {
    const { file, objectKey, documentId } = one
    // A file whose bytes could not be read has a row with a provisional ID, which is in its sighting.
    const seen = (await sightings.underKey(objectKey)).find((sighting) => sighting.documentId !== documentId)
    const result = (await results.result(documentId)) ?? (seen ? await results.result(seen.documentId) : null)
    const described = describe(result?.document ?? null, documentId)
    read.set(one, { file, ...described, indicators: result?.indicators.length ?? 0 })
  })
  return uploaded.map((one) => read.get(one)!)
}

/** The same, with the results for the files of each archive behind its own. */
export async function withArchived(results: readonly FileResult[], deployment: Deployment): Promise<FileResult[]> {
  const all: FileResult[] = []
  for (const result of results) {
    const isArchive = result.reason === 'not_a_report' && result.kind === null
    all.push(result, ...(isArchive ? await readResults(await archivedIn(result, deployment), deployment) : []))
  }
  return all
}

/** The objects that came out of an archive, in its order. Their keys are their places in it and their names. */
async function archivedIn({ file, documentId }: FileResult, { s3, bucketName, sightings }: Deployment) {
  const prefix = `${UNPACKED_PREFIX}${documentId}/`
  const keys: string[] = []
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucketName, Prefix: prefix }))
    keys.push(...Contents.map(({ Key = '' }) => Key))
  const placed = keys.map((objectKey) => ({ objectKey, ...placeIn(objectKey.slice(prefix.length)) }))
  return Promise.all(
    placed
      .toSorted((a, b) => a.place - b.place)
      .map(async ({ objectKey, name }) => {
        const [sighting] = await sightings.underKey(objectKey)
        return { file: `${file}/${name}`, objectKey, documentId: sighting?.documentId ?? '' }
      }),
  )
}

function placeIn(name: string): { readonly place: number; readonly name: string } {
  const dash = name.indexOf('-')
  return { place: Number(name.slice(0, dash)), name: name.slice(dash + 1) }
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
