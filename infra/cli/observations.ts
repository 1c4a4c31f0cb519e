import { itemsOfPages } from '../../shared/readers/page.ts'
import type { SeriesPoint } from '../../shared/readers/series.ts'
import type { Level } from '../../shared/report/report.ts'
import { codeAsked, publisherAsked, regionAsked } from './asked.ts'
import { findDeployment } from './deployment.ts'
import { UsageError } from './errors.ts'
import { printRows } from './print.ts'

interface Asked {
  readonly code: string
  readonly stack?: string
  readonly json?: boolean
}

export interface ObservationsOptions extends Asked {
  readonly year?: number
  readonly from?: number
  readonly to?: number
  readonly region?: string
  readonly level?: Level
  readonly publisher?: readonly string[]
}

export interface SeriesOptions extends Asked {
  readonly from: number
  readonly to: number
}

/** Prints one observation of a code for each publisher and year. */
export async function observations(options: ObservationsOptions): Promise<void> {
  const { year, from = year, to = year, region, level, publisher, json } = options
  if (from === undefined || to === undefined || from > to)
    throw new UsageError('Give --year, or --from and --to with the earlier year first.')
  if (region !== undefined && publisher !== undefined) throw new UsageError('Give either --region or --publisher.')
  const query = {
    code: codeAsked(options.code),
    ...{ from, to },
    ...(region !== undefined && { region: regionAsked(region) }),
    ...(level !== undefined && { level }),
    ...(publisher !== undefined && { publishers: publisher.map(publisherAsked) }),
  }
  const { source } = await findDeployment(options)
  const observed: SeriesPoint[] = []
  for await (const one of itemsOfPages((page) => source.observations({ ...query, ...page, limit: PAGE })))
    observed.push(one)
  printRows(observed, COLUMNS, json)
}

/** Prints one publisher's observations of a code, a year each. */
export async function series(publisher: string, options: SeriesOptions): Promise<void> {
  const { from, to, json } = options
  if (from > to) throw new UsageError('Give the earlier year with --from.')
  const query = { publisherId: publisherAsked(publisher), code: codeAsked(options.code), from, to }
  const { source } = await findDeployment(options)
  printRows(await source.series(query), COLUMNS, json)
}

const PAGE = 1000

const COLUMNS = {
  publisher: ({ publisherId }: SeriesPoint) => publisherId,
  issuer: ({ issuer }: SeriesPoint) => issuer,
  year: ({ year }: SeriesPoint) => year,
  status: ({ status, state }: SeriesPoint) => state ?? status,
  value: ({ value, status, candidates }: SeriesPoint) =>
    status === 'several' ? candidates.map(({ raw }) => raw).join(' ') : value,
  unit: ({ unit }: SeriesPoint) => unit,
  before: ({ valueBefore }: SeriesPoint) => valueBefore,
  flags: ({ flags }: SeriesPoint) => flags.join(' '),
  document: ({ documentId }: SeriesPoint) => documentId,
}
