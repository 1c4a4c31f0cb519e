import { PUBLISHER_STATES } from '../../crawl/ledger/rows.ts'
import { itemEndpoint, listEndpoint } from '../endpoint.ts'
import { cursor, limit, oneOf, region, required, year } from '../parameter.ts'
import { noPublisher } from './figures.ts'

export const publisher = itemEndpoint({
  path: '/publishers/{publisher}',
  shape: 'Publisher',
  summary: 'A publisher with its reports by year: which document stands for each, how complete it is, and how timely.',
  parameters: {},
  item: async (source, _, publisherId) => {
    const found = await source.publisher(publisherId)
    if (found === null) throw noPublisher(publisherId)
    return found
  },
})

export const coverage = listEndpoint({
  path: '/coverage',
  shape: 'PublisherYear',
  summary: 'What the crawl knows of publishers and a year: who has published, who is late or missing, and why.',
  parameters: {
    year: required(year('The year that is reported on.')),
    region,
    state: oneOf(PUBLISHER_STATES, 'Publishers in this state only.'),
    limit,
    cursor,
  },
  page: (source, query) => source.coverage(query),
})
