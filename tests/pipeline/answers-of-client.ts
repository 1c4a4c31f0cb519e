import type { Fazhi, SeriesPoint } from '../../shared/client/index.ts'
import { YEARS } from './exported-samples.ts'

/** The questions of docs/analysis.md, answered by the client: rows in the order in which the page has them. */

type Row = Readonly<Record<string, unknown>>

export function correctionRates(fazhi: Fazhi, observed: readonly SeriesPoint[]): Row[] {
  const statedOf = ({ publisherId, year }: SeriesPoint, code: string) =>
    observed.find((one) => one.code === code && one.publisherId === publisherId && one.year === year)?.value ?? null
  const stated = observed
    .filter(({ code }) => code === 'reconsideration.concluded')
    .map((one) => ({ one, corrected: statedOf(one, 'reconsideration.corrected'), concluded: one.value }))
    .filter(({ corrected, concluded }) => corrected !== null && concluded !== null)
  const groups = Map.groupBy(stated, ({ one }) => [provinceOf(fazhi, one), one.level, one.year].join())
  return [...groups.values()]
    .map((group) => {
      const [{ one }] = group as [(typeof group)[number]]
      const rate = sum(group.map(({ corrected }) => corrected!)) / sum(group.map(({ concluded }) => concluded!))
      const { level, year } = one
      return { province: provinceOf(fazhi, one), level, year, rate: round(100 * rate, 1), publishers: group.length }
    })
    .sort((a, b) => order([a.province, a.level, a.year], [b.province, b.level, b.year]))
}

function provinceOf(fazhi: Fazhi, { regionCode }: SeriesPoint): string {
  return fazhi.places({ q: `${regionCode!.slice(0, 2)}0000` })[0]!.name
}

export function appearanceRates(observed: readonly SeriesPoint[]): Row[] {
  const counties = observed.filter(
    ({ code, level, status }) =>
      code === 'litigation.head_appearance_rate' && level === 'county' && status !== 'no_report',
  )
  return [...Map.groupBy(counties, ({ year }) => year)]
    .map(([year, all]) => {
      const values = all.flatMap(({ value }) => value ?? []).sort((a, b) => a - b)
      const half = (values.length - 1) / 2
      const median = values.length === 0 ? null : (values[Math.floor(half)]! + values[Math.ceil(half)]!) / 2
      return { year, median, counties: values.length, without: all.length - values.length }
    })
    .sort((a, b) => a.year - b.year)
}

export async function timelyAndComplete(fazhi: Fazhi): Promise<Row[]> {
  const rows: Row[] = []
  for (let year = YEARS.from; year <= YEARS.to; year += 1)
    for await (const { documentId, publisherId, issuer, publishedOn } of fazhi.documents({ year, current: true })) {
      const document = (await fazhi.document(documentId))!
      const completeness = 'completeness' in document ? document.completeness : undefined
      if (completeness !== undefined && Object.values(completeness).every(Boolean))
        rows.push({ year, publisher_id: publisherId, issuer, published_on: publishedOn })
    }
  return rows
}

export async function largestChanges(fazhi: Fazhi, observed: readonly SeriesPoint[]): Promise<Row[]> {
  const ratio = ({ value, valueBefore }: SeriesPoint) => Math.abs(Math.log(value! / valueBefore!))
  const largest = observed
    .filter(({ value, valueBefore }) => (value ?? 0) >= 10 && (valueBefore ?? 0) >= 10)
    .sort((a, b) => ratio(b) - ratio(a) || order([a.year, a.issuer, a.code], [b.year, b.issuer, b.code]))
  return Promise.all(
    largest.slice(0, 5).map(async ({ year, issuer, code, valueBefore, value, flags, candidates }) => ({
      ...{ year, issuer, code, before: valueBefore, value, flags: flags.join(' ') },
      sentence: await fazhi.sentence(candidates[0]!),
    })),
  )
}

export function unclearCodes(observed: readonly SeriesPoint[]): Row[] {
  const stated = observed.filter(({ status }) => ['single', 'repeated', 'several'].includes(status))
  return [...Map.groupBy(stated, ({ code }) => code)]
    .map(([code, all]) => {
      const shareOf = (is: (one: SeriesPoint) => boolean) => round(all.filter(is).length / all.length, 2)
      const several = shareOf(({ status }) => status === 'several')
      return { code, reports: all.length, several, flagged: shareOf(({ flags }) => flags.length > 0) }
    })
    .filter(({ flagged }) => flagged > 0)
    .sort((a, b) => b.several - a.several || b.flagged - a.flagged || order([a.code], [b.code]))
    .slice(0, 5)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const round = (value: number, digits: number) => Number(value.toFixed(digits))

/** Text in the order of its bytes, as DuckDB has it. */
function order(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at]
    const way =
      typeof one === 'number'
        ? one - Number(other)
        : Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)))
    if (way !== 0) return way
  }
  return 0
}
