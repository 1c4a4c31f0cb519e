import { noteCorrection } from '../../shared/store/correct-document.ts'
import { figureNoted, type NotedCorrection } from '../../shared/store/correction.ts'
import type { DocumentRow } from '../../shared/store/document-row.ts'
import { type Deployment, findDeployment } from './deployment.ts'
import { findDocumentId, noDocument } from './document-ids.ts'
import { UsageError, UserError } from './errors.ts'
import { printRows } from './print.ts'

export interface CorrectOptions {
  readonly value?: number
  readonly unit?: string
  readonly by?: string
  readonly reason?: string
  readonly stack?: string
  readonly json?: boolean
}

/** A document may change between reading and writing; hardly so often. */
const MAX_ATTEMPTS = 5

/**
 * Notes what a figure of a document should be, or prints what is noted of a document if no figure is named.
 * @param written ID of the document, or its first digits
 * @param ordinal of the figure, as `fazhi indicators` prints it
 */
export async function correct(written: string, ordinal: number | undefined, options: CorrectOptions): Promise<void> {
  const noted = await carryOut(written, ordinal, options, await findDeployment(options))
  printRows(noted, COLUMNS, options.json)
}

type Corrected = Pick<Deployment, 'results' | 'documents' | 'versions'>

/**
 * @returns everything that is noted of the document
 * @throws {UsageError} if a figure is named, and not what it should be, who says so, and why
 * @throws {UserError} if not one document, or no figure, is named so
 */
export async function carryOut(
  written: string,
  ordinal: number | undefined,
  options: CorrectOptions,
  deployment: Corrected,
): Promise<readonly NotedCorrection[]> {
  if (ordinal !== undefined) await note(written, ordinal, options, deployment)
  const row = await deployment.results.document(await findDocumentId(written, deployment))
  if (row === null) throw noDocument(written)
  return row.corrections ?? []
}

const COLUMNS = {
  'no.': ({ figure }: NotedCorrection) => figure.ordinal ?? 'gone',
  figure: ({ figure }: NotedCorrection) => figure.raw,
  'should be': ({ value, unit }: NotedCorrection) => `${value}${unit ?? ''}`,
  by: ({ by }: NotedCorrection) => by,
  on: ({ notedAt }: NotedCorrection) => notedAt.slice(0, 10),
  reason: ({ reason }: NotedCorrection) => reason,
  subject: ({ figure }: NotedCorrection) => figure.subject,
}

async function note(written: string, ordinal: number, options: CorrectOptions, deployment: Corrected): Promise<void> {
  const correction = correctionIn(options)
  const id = await findDocumentId(written, deployment)
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const { document, figure } = await figureOf(id, ordinal, deployment)
    if (await noteCorrection(document, { ...correction, figure }, deployment.documents)) return
  }
  throw new UserError(`Document ${id} changed each time that it was read: try again.`)
}

function correctionIn({ value, unit, by, reason }: CorrectOptions): Omit<NotedCorrection, 'figure'> {
  if (value === undefined || !by?.trim() || !reason?.trim())
    throw new UsageError('Give --value, --by and --reason: what the figure should be, who says so, and why.')
  return { value, unit: unit ?? null, by, reason, notedAt: new Date().toISOString() }
}

async function figureOf(
  id: string,
  ordinal: number,
  { results }: Corrected,
): Promise<{ document: DocumentRow; figure: NotedCorrection['figure'] }> {
  const result = await results.result(id)
  if (result === null) throw noDocument(id)
  const figure = result.indicators.find((row) => row.ordinal === ordinal)
  if (figure === undefined)
    throw new UserError(
      `Document ${id} has no figure ${ordinal}: \`fazhi indicators ${id.slice(0, 12)}\` lists its ${result.indicators.length} figures.`,
    )
  return { document: result.document, figure: figureNoted(figure, result.indicators) }
}
