import type { CatalogueEntry } from '../catalogue-search.ts'
import { type Columns, string, strings } from './column.ts'

/** Of the catalogue, one code a row. */
export const CATALOGUE_COLUMNS = {
  code: string('What figures and observations are found by.', (row) => row.code),
  topic: string('Topic that it belongs to.', (row) => row.topic),
  name: string('Its name in Chinese.', (row) => row.zh),
  definition_zh: string('What it counts, in Chinese.', (row) => row.definition.zh),
  definition_en: string('The same in English.', (row) => row.definition.en),
  role: string('Which figures measure it: level, or for a code of a change also change.', (row) => row.role),
  unit_groups: strings(
    'What its units count; figures are compared within one of them, and the first that a report has stands for it.',
    (row) => row.unitGroups,
  ),
} satisfies Columns<CatalogueEntry>
