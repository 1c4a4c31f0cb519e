import { feedEndpoint } from '../endpoint.ts'

/** Of a day on which a few counties publish; a crawl of a whole province tells more at once than a feed can hold. */
export const NEWS = 100

export const feed = feedEndpoint({
  path: '/feed.atom',
  summary: `The last ${NEWS} reports that are new, changed, withdrawn or newly missing, the newest first, as an Atom feed.`,
  parameters: {},
  news: (source) => source.news(NEWS),
})
