import { searchCatalogue } from '../../readers/catalogue-search.ts'
import { pageOfList } from '../../readers/pages-of-list.ts'
import { searchPlaces } from '../../readers/place-search.ts'
import { topic } from '../../report/report-attributes.ts'
import { listEndpoint } from '../endpoint.ts'
import { cursor, limit, oneOf, unit, words } from '../parameter.ts'

export const catalogue = listEndpoint({
  path: '/catalogue',
  shape: 'CatalogueEntry',
  summary: 'The codes that figures may have, by what is said of them.',
  parameters: {
    q: words('Words in Chinese or English, parted by blanks; all must be said of the code.'),
    topic: oneOf(topic.options, 'Codes of this topic only.'),
    limit,
    cursor,
  },
  page: async (source, query) => {
    const { items, next } = pageOfList(searchCatalogue(query), query)
    const counts = await source.codeCounts()
    return { items: items.map((entry) => ({ ...entry, reports: counts.get(entry.code) ?? {} })), next }
  },
})

export const places = listEndpoint({
  path: '/places',
  shape: 'Place',
  summary: 'Places by any of their names, with the places that hold them and the codes that they had.',
  isConstant: true,
  parameters: {
    q: words('A name or the first digits of a code. Several, parted by blanks or not, narrow each other.'),
    parent: unit,
    limit,
    cursor,
  },
  demands: (_, given) =>
    given.has('q') || given.has('parent')
      ? []
      : [{ name: 'q', reason: 'Say what to search: a name, or a parent.', nearest: [] }],
  page: async (_, { q, parent, ...page }) => {
    const asked = { ...(q !== undefined && { q }), ...(parent !== undefined && { parent }) }
    return pageOfList(searchPlaces({ ...asked, limit: MOST_PLACES }), page)
  },
})

/** More than there are. */
const MOST_PLACES = 100_000
