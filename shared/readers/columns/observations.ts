import { PUBLISHER_ID } from '../../report/attributes.ts'
import { indicatorAttributes, reportAttributes } from '../../report/report-attributes.ts'
import type { SeriesPoint } from '../series.ts'
import { boolean, type Columns, integer, integers, meaning, number, PLACE_COLUMNS, string, strings } from './column.ts'

/** Of observations, one a row. The figures that they rest on are told by their ordinals in the document. */
export const OBSERVATION_COLUMNS = {
  publisher_id: string(PUBLISHER_ID.replaceAll('`', ''), (row) => row.publisherId),
  issuer: string(meaning(reportAttributes.issuer), (row) => row.issuer),
  level: string(meaning(reportAttributes.level), (row) => row.level),
  ...PLACE_COLUMNS,
  year: integer(meaning(reportAttributes.year), (row) => row.year),
  code: string('Entry of the catalogue.', (row) => row.code),
  status: string(
    'What the report says of the code for its year: single, repeated, several, parts_only, target_only, other_period_only, none or no_report.',
    (row) => row.status,
  ),
  value: number('Only of single and repeated.', (row) => row.value),
  unit: string('As written; of several, that of the first candidate.', (row) => row.unit),
  unit_group: string('What the unit counts. Values of two groups are not compared.', (row) => row.unitGroup),
  bound: string(meaning(indicatorAttributes.bound), (row) => row.bound),
  flags: strings('What a reader should know of the observation; never folded into the value.', (row) => row.flags),
  value_before: number("The value of the year before, in that year's report.", (row) => row.valueBefore),
  restated_before: number("What this year's report says of the year before.", (row) => row.restatedBefore),
  parts_add_up: boolean(
    'Whether the parts after 其中 make up the value; empty if none are given, or they may be examples.',
    (row) => row.partsAddUp,
  ),
  candidates: strings(
    'The figures that give the value, as written, the one that stands for it first; of several those that differ.',
    (row) => row.candidates.map(({ raw }) => raw),
  ),
  candidate_ordinals: integers('Their ordinals among the figures of the document.', (row) =>
    row.candidates.map(({ ordinal }) => ordinal),
  ),
  part_ordinals: integers('Ordinals of figures for parts, which are never summed.', (row) =>
    row.parts.map(({ ordinal }) => ordinal),
  ),
  state: string(
    'Of no_report: why there is none, in the words of the coverage table, withdrawn, or unread.',
    (row) => row.state,
  ),
  reason: string('Of no_report: more of why, as a sentence.', (row) => row.reason),
  document_id: string('The document that stands for the report; empty if none does.', (row) => row.documentId),
  run: integer('The run of the parser that read it.', (row) => row.run),
  source_url: string(
    'Address of the page or file that the document came from; empty for an upload without one.',
    (row) => row.sourceUrl,
  ),
} satisfies Columns<SeriesPoint>
