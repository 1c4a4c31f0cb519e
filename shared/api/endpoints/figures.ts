import { FIGURE_COLUMNS } from '../../readers/columns/figures.ts'
import { OBSERVATION_COLUMNS } from '../../readers/columns/observations.ts'
import { publisherOf } from '../../readers/publisher.ts'
import { level, role } from '../../report/report-attributes.ts'
import { listEndpoint } from '../endpoint.ts'
import { code, cursor, limit, oneOf, publishers, region, required, year, yesOrNo } from '../parameter.ts'
import { notFound, type WrongParameter } from '../problem.ts'

const MOST_PUBLISHERS = 50
/** All years of a series are read at once. */
const MOST_YEARS = 30

const years = { from: year('The first year.'), to: year('The last year.') }

function yearsInOrder({ from, to }: { readonly from?: number; readonly to?: number }): readonly WrongParameter[] {
  return from === undefined || to === undefined || from <= to
    ? []
    : [{ name: 'to', reason: `It is before \`from\`, ${from}.`, nearest: [String(from)] }]
}

export const observations = listEndpoint({
  path: '/observations',
  shape: 'Observation',
  summary: 'What publishers report of a code: one observation a publisher and year, with its status and flags.',
  parameters: {
    code,
    year: year('The year; or give `from` and `to`.'),
    ...years,
    region,
    level: oneOf(level.options, 'Publishers of this level only.'),
    publisher: publishers(MOST_PUBLISHERS),
    limit,
    cursor,
  },
  demands: (query, given) => [
    ...whichYears(given),
    ...yearsInOrder(query),
    ...(given.has('region') && given.has('publisher')
      ? [{ name: 'region', reason: 'Give either a region or publishers.', nearest: [] }]
      : []),
  ],
  columns: OBSERVATION_COLUMNS,
  page: (source, { year: only, from, to, publisher, ...query }) =>
    source.observations({
      ...query,
      from: (only ?? from)!,
      to: (only ?? to)!,
      ...(publisher !== undefined && { publishers: publisher }),
    }),
})

function whichYears(given: ReadonlySet<string>): readonly WrongParameter[] {
  const [from, to] = [given.has('from'), given.has('to')]
  if (given.has('year'))
    return from || to ? [{ name: 'year', reason: 'Give either `year`, or `from` and `to`.', nearest: [] }] : []
  if (from && to) return []
  if (from) return [{ name: 'to', reason: 'Give the last year too.', nearest: [] }]
  if (to) return [{ name: 'from', reason: 'Give the first year too.', nearest: [] }]
  return [{ name: 'year', reason: 'Give a year, or `from` and `to`.', nearest: [] }]
}

export const indicators = listEndpoint({
  path: '/indicators',
  shape: 'Figure',
  summary: 'Figures of a code in a year, by publisher, document and place in the text.',
  parameters: {
    code,
    year: required(year('The year.')),
    region,
    level: oneOf(level.options, 'Of publishers of this level only.'),
    role: oneOf(role.options, 'Figures of this role only.'),
    scope: oneOf(['whole', 'part'], '`whole`: figures for the whole only; `part`: for a part only.'),
    current: yesOrNo('`false`: also figures of duplicates, drafts and superseded documents. Absent: `true`.'),
    limit,
    cursor,
  },
  columns: FIGURE_COLUMNS,
  page: (source, query) => source.figures(query),
})

export const series = listEndpoint({
  path: '/series/{publisher}',
  shape: 'Observation',
  summary: "A publisher's observations of a code, a year each, beside those of the year before.",
  parameters: { code, from: required(years.from), to: required(years.to) },
  demands: (query) => [
    ...yearsInOrder(query),
    ...(query.to! - query.from! >= MOST_YEARS
      ? [
          {
            name: 'to',
            reason: `A series has ${MOST_YEARS} years at most.`,
            nearest: [String(query.from! + MOST_YEARS - 1)],
          },
        ]
      : []),
  ],
  page: async (source, query, publisherId) => {
    if (publisherOf(publisherId) === null) throw noPublisher(publisherId)
    return { items: await source.series({ ...query, publisherId }), next: null }
  },
})

export function noPublisher(publisherId: string) {
  return notFound(
    `There is no publisher ${publisherId.slice(0, 100)}. Its ID is the code of its place, and for a township or department a slash and its name; /places has IDs of governments.`,
  )
}
