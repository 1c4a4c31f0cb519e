import type { CatalogueEntry } from '../readers/catalogue-search.ts'
import { type Asked, getItems, useAsked } from './api.ts'

/** All codes. The API lets them be kept for an hour. */
export function useCatalogue(): Asked<readonly CatalogueEntry[]> {
  return useAsked('catalogue', async () => (await getItems<CatalogueEntry>('/catalogue', {})).items)
}
