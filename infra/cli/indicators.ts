import type { IndicatorRow } from '../../shared/store/indicator-row.ts'
import { type Deployment, findDeployment } from './deployment.ts'
import { findDocumentId, noDocument } from './document-ids.ts'
import { UsageError, UserError } from './errors.ts'
import { textTable } from './text-table.ts'

export interface IndicatorsOptions {
  readonly code?: string
  readonly year?: number
  readonly region?: string
  readonly stack?: string
  readonly json?: boolean
}

/** Prints the figures of one document with their sentences, or the figures of a code in a year for all places. */
export async function indicators(id: string | undefined, options: IndicatorsOptions): Promise<void> {
  const { code, year, region, json } = options
  const byCode = id === undefined && code !== undefined && year !== undefined
  if (!byCode && (id === undefined || code !== undefined || year !== undefined || region !== undefined))
    throw new UsageError('Give either a document ID, or --code and --year (and --region for a part of the country).')

  const deployment = await findDeployment(options)
  const lines = byCode ? await ofCode(deployment, code, year, region, json) : await ofDocument(deployment, id!, json)
  for (const line of lines) console.log(line)
}

async function ofCode({ results }: Deployment, code: string, year: number, region?: string, json?: boolean) {
  const rows = await results.indicatorsByCode(code, year, region)
  if (json) return rows.map((row) => JSON.stringify(row))
  const header = ['region', 'issuer', 'year', 'figure', 'value', 'unit', 'role', 'scope', 'document']
  const cells = rows.map((row) =>
    [row.regionCode, row.issuer, row.year, row.raw, row.value, row.unit, row.role, row.scope, row.documentId].map(text),
  )
  return textTable(header, cells, process.stdout.columns)
}

async function ofDocument({ results, versions, bucket }: Deployment, id: string, json?: boolean): Promise<string[]> {
  const result = await results.result(await findDocumentId(id, { versions }))
  if (!result) throw noDocument(id)
  const { document, indicators: rows } = result
  if (!('textKey' in document)) throw new UserError(`Document ${id} is ${document.status} and has no figures.`)
  const canonical = await bucket.readText(document.textKey)
  const sentenceOf = ({ sentence }: IndicatorRow) => canonical.slice(sentence.start, sentence.end)
  if (json) return rows.map((row) => JSON.stringify({ ...row, sentenceText: sentenceOf(row) }))
  const header = ['no.', 'figure', 'value', 'unit', 'code', 'subject', 'scope', 'sentence']
  const cells = rows.map((row) =>
    [row.ordinal, row.raw, row.value, row.unit, row.code, row.subject, row.scope, sentenceOf(row)].map(text),
  )
  return textTable(header, cells, process.stdout.columns)
}

const text = (value: unknown) => String(value ?? '')
