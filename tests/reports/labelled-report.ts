import { readdirSync, readFileSync } from 'node:fs'
import type { Report } from '../../shared/report/report.ts'
import type { Label } from '../labels/label.ts'

/** What the report carries besides its figures; `begins` is the first 12 characters of a top-level part. */
export interface LabelledFacts
  extends Pick<
    Report,
    | 'kind'
    | 'title'
    | 'issuer'
    | 'level'
    | 'departmentLevel'
    | 'region'
    | 'year'
    | 'publishedOn'
    | 'documentDate'
    | 'indexNumber'
    | 'source'
    | 'script'
    | 'completeness'
  > {
  readonly titleAlt?: readonly string[]
  readonly issuerAlt?: readonly string[]
  readonly sourceAlt?: readonly string[]
  readonly sections: readonly { readonly role: string; readonly begins: string }[]
}

/** A digit run of the text that is no figure, with the reason: looked at by hand, one by one. */
interface NotCounted {
  readonly context: string
  readonly reason: string
}

export interface LabelledReport {
  readonly name: string
  readonly bytes: Uint8Array
  readonly text: string
  readonly labels: readonly Label[]
  readonly facts: LabelledFacts
  readonly notCounted: readonly NotCounted[]
}

const here = new URL('.', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, here), 'utf8')
const linesOf = (file: string) =>
  read(file)
    .split('\n')
    .filter((line) => line !== '')

/** The reports of this folder, by name. */
export function labelledReports(): LabelledReport[] {
  return readdirSync(here)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => labelledReport(file.slice(0, -'.gold.json'.length)))
}

function labelledReport(name: string): LabelledReport {
  return {
    name,
    bytes: readFileSync(new URL(`${name}.txt`, here)),
    text: read(`${name}.txt`),
    labels: linesOf(`${name}.gold.jsonl`).map((line) => JSON.parse(line) as Label),
    facts: JSON.parse(read(`${name}.gold.json`)) as LabelledFacts,
    notCounted: linesOf(`${name}.not-counted.tsv`)
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([context = '', reason = '']) => ({ context, reason })),
  }
}
