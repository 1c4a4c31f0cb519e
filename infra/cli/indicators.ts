import type { Figure } from '../../shared/readers/figure.ts'
import { itemsOfPages } from '../../shared/readers/page.ts'
import { codeAsked, regionAsked } from './asked.ts'
import { type Deployment, findDeployment } from './deployment.ts'
import { findDocumentId, noDocument } from './document-ids.ts'
import { UsageError, UserError } from './errors.ts'
import { printRows } from './print.ts'

const PAGE = 1000

export interface IndicatorsOptions {
  readonly code?: string
  readonly year?: number
  readonly region?: string
  readonly all?: boolean
  readonly stack?: string
  readonly json?: boolean
}

/** Prints the figures of one document with their sentences, or the figures of a code in a year for all publishers. */
export async function indicators(id: string | undefined, options: IndicatorsOptions): Promise<void> {
  const { code, year, region, all = false, json } = options
  const byCode = id === undefined && code !== undefined && year !== undefined
  if (!byCode && (id === undefined || code !== undefined || year !== undefined || region !== undefined))
    throw new UsageError('Give either a document ID, or --code and --year (and --region for a part of the country).')
  if (!byCode) return ofDocument(await findDeployment(options), id!, json)
  const query = {
    code: codeAsked(code),
    year,
    ...(region !== undefined && { region: regionAsked(region) }),
    current: !all,
    limit: PAGE,
  }
  const { source } = await findDeployment(options)
  const figures: Figure[] = []
  for await (const figure of itemsOfPages((page) => source.figures({ ...query, ...page }))) figures.push(figure)
  printRows(figures, { publisher: ({ publisherId }) => publisherId, ...COLUMNS_OF_CODE }, json)
}

async function ofDocument(deployment: Deployment, written: string, json?: boolean): Promise<void> {
  const { source } = deployment
  const id = await findDocumentId(written, deployment)
  const [figures, text] = await Promise.all([source.figuresOf(id), source.text(id)])
  if (figures === null) throw noDocument(written)
  if (text === null) {
    const document = await source.document(id)
    throw new UserError(`Document ${id} is ${document?.status ?? 'gone'} and has no figures.`)
  }
  const rows = figures.map((figure) => ({
    ...figure,
    sentenceText: text.slice(figure.sentence.start, figure.sentence.end),
  }))
  printRows(rows, COLUMNS_OF_DOCUMENT, json)
}

const COLUMNS_OF_CODE = {
  issuer: ({ issuer }: Figure) => issuer,
  year: ({ year }: Figure) => year,
  figure: ({ raw }: Figure) => raw,
  value: ({ value }: Figure) => value,
  unit: ({ unit }: Figure) => unit,
  role: ({ role }: Figure) => role,
  period: ({ period }: Figure) => period,
  scope: ({ scope }: Figure) => scope,
  flags: ({ flags }: Figure) => flags.join(' '),
  document: ({ documentId }: Figure) => documentId,
}

type FigureWithSentence = Figure & { readonly sentenceText: string }

const COLUMNS_OF_DOCUMENT = {
  'no.': ({ ordinal }: FigureWithSentence) => ordinal,
  figure: ({ raw }: FigureWithSentence) => raw,
  value: ({ value }: FigureWithSentence) => value,
  unit: ({ unit }: FigureWithSentence) => unit,
  code: ({ code }: FigureWithSentence) => code,
  subject: ({ subject }: FigureWithSentence) => subject,
  scope: ({ scope }: FigureWithSentence) => scope,
  flags: ({ flags }: FigureWithSentence) => flags.join(' '),
  sentence: ({ sentenceText }: FigureWithSentence) => sentenceText,
}
