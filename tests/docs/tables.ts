import type * as v from 'valibot'
import { coverageKey, coverageRows } from '../../shared/store/coverage-key.ts'
import { documentRows } from '../../shared/store/document-row.ts'
import { hostRows } from '../../shared/store/host-row.ts'
import { indicatorRows } from '../../shared/store/indicator-row.ts'
import { reportRows } from '../../shared/store/report-row.ts'
import { runRows } from '../../shared/store/run-row.ts'
import { sightingRows } from '../../shared/store/sighting-row.ts'
import { type Attribute, attributesOf } from './attributes.ts'

export const PAGE = new URL('../../docs/tables.md', import.meta.url)

export const KINDS = [documentRows, runRows, reportRows, indicatorRows, sightingRows, coverageRows, hostRows] as const

/** Rows of the ledger do not contain their key; the store adds it. */
const KEYS: Readonly<Partial<Record<string, v.GenericSchema>>> = { coverage: coverageKey }

/** A list of attributes in the page is between these two lines. */
const BEGIN = (table: string) => `<!-- attributes of ${table}: npm run generate:tables -->`
const END = '<!-- end -->'

/** The page with its lists of attributes as the schemas have them. */
export function withAttributes(page: string): string {
  return KINDS.reduce((text, { table, schema }) => {
    const [before, rest] = split(text, BEGIN(table))
    const [, after] = split(rest, END)
    const key = KEYS[table] === undefined ? [] : attributesOf(KEYS[table])
    return `${before}${BEGIN(table)}\n\n${listed([...key, ...attributesOf(schema)])}\n\n${END}${after}`
  }, page)
}

function split(text: string, line: string): [string, string] {
  const at = text.indexOf(line)
  if (at < 0) throw new Error(`docs/tables.md has no line ${line}`)
  return [text.slice(0, at), text.slice(at + line.length)]
}

function listed(attributes: readonly Attribute[]): string {
  const rows = attributes.map(
    ({ name, type, presence, meaning }) => `| \`${name}\` | ${type} | ${presence} | ${meaning} |`,
  )
  return ['| attribute | type | rows that have it | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
