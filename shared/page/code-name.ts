import type { CatalogueEntry } from '../readers/catalogue-search.ts'
import type { Language } from './vocabulary.ts'

/**
 * What a code is called: its Chinese name; in English what it counts, without what stands in brackets and after the first sentence.
 * @example codeName(entry, 'en') // 'Applications for administrative reconsideration received'
 */
export function codeName({ zh, definition }: Pick<CatalogueEntry, 'zh' | 'definition'>, language: Language): string {
  if (language === 'zh') return zh
  const [first = ''] = definition.en.replaceAll(/\s*\([^()]{0,500}\)/g, '').split(/[.;:]\s|\.$/)
  return first
}
