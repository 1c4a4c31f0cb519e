import { EXPORT_TABLES } from '../../shared/exports/tables.ts'
import type { Column } from '../../shared/readers/columns/column.ts'
import { FIGURE_COLUMNS } from '../../shared/readers/columns/figures.ts'
import { OBSERVATION_COLUMNS } from '../../shared/readers/columns/observations.ts'

export const PAGE = new URL('../../docs/exports.md', import.meta.url)

const BEGIN = '<!-- columns: npm run generate:tables -->'
const END = '<!-- end -->'

/** Columns that the API gives as well. */
const IN_API: Readonly<Record<string, object>> = { indicators: FIGURE_COLUMNS, observations: OBSERVATION_COLUMNS }

/** The page with the columns as the exports have them. */
export function withColumns(page: string): string {
  const before = page.slice(0, page.indexOf(BEGIN))
  const after = page.slice(page.indexOf(END))
  return `${before}${BEGIN}\n\n${Object.values(EXPORT_TABLES).map(listed).join('\n\n')}\n\n${after}`
}

function listed({ name, columns, key }: (typeof EXPORT_TABLES)[keyof typeof EXPORT_TABLES]): string {
  const inApi = IN_API[name]
  const rows = Object.entries<Column<never>>(columns).map(([column, { type, description }]) => {
    const mark = inApi === undefined || column in inApi ? '' : '*'
    return `| \`${column}\`${mark} | ${type} | ${description} |`
  })
  const told = `### ${name}\n\nRows are told apart by ${key.map((column) => `\`${column}\``).join(', ')}.`
  return [told, '', '| column | type | meaning |', '| --- | --- | --- |', ...rows].join('\n')
}
