import type { CatalogueEntry } from '../readers/catalogue-search.ts'
import type { CountsByYear } from '../readers/code-counts.ts'
import { type Asked, getItems, useAsked } from './api.ts'

/** A code with how many reports have it. */
export interface CountedEntry extends CatalogueEntry {
  readonly reports: CountsByYear
}

/** All codes. */
export function useCatalogue(): Asked<readonly CountedEntry[]> {
  return useAsked('catalogue', async () => (await getItems<CountedEntry>('/catalogue', {})).items)
}

/** In how many reports of all years a code is. */
export function reportsWith({ reports }: CountedEntry): number {
  return Object.values(reports).reduce((sum, count) => sum + count, 0)
}
