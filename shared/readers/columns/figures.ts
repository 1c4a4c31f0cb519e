import { PUBLISHER_ID } from '../../report/attributes.ts'
import { indicatorAttributes, reportAttributes } from '../../report/report-attributes.ts'
import type { Figure } from '../figure.ts'
import { type Columns, integer, meaning, number, PLACE_COLUMNS, string, strings } from './column.ts'

const { value, unit, bound, role, period, scope, subject, topic, section, partOf } = indicatorAttributes

/** Of figures, one a row. */
export const FIGURE_COLUMNS = {
  document_id: string(
    'The document that states the figure: the first 32 hex digits of the SHA-256 of its file.',
    (row) => row.documentId,
  ),
  run: integer('The run of the parser that read it.', (row) => row.run),
  ordinal: integer(meaning(indicatorAttributes.ordinal), (row) => row.ordinal),
  publisher_id: string(PUBLISHER_ID.replaceAll('`', ''), (row) => row.publisherId),
  issuer: string(meaning(reportAttributes.issuer), (row) => row.issuer),
  level: string(meaning(reportAttributes.level), (row) => row.level),
  ...PLACE_COLUMNS,
  year: integer(meaning(reportAttributes.year), (row) => row.year),
  code: string(meaning(indicatorAttributes.code), (row) => row.code),
  value: number(meaning(value), (row) => row.value),
  unit: string(meaning(unit), (row) => row.unit),
  unit_group: string('What the unit counts. Figures of two groups are not compared.', (row) => row.unitGroup),
  bound: string(meaning(bound), (row) => row.bound),
  role: string(meaning(role), (row) => row.role),
  period: string(meaning(period), (row) => row.period),
  scope: string(meaning(scope), (row) => row.scope),
  flags: strings('What a reader should know of the figure; never folded into the value.', (row) => row.flags),
  raw: string(
    'The number with its unit exactly as written: the canonical text from char_start to char_end.',
    (row) => row.raw,
  ),
  subject: string(meaning(subject), (row) => row.subject),
  topic: string(meaning(topic), (row) => row.topic),
  section: integer(meaning(section), (row) => row.section),
  part_of: integer(meaning(partOf), (row) => row.partOf),
  char_start: integer('Where raw begins in the canonical text, in UTF-16 code units.', (row) => row.start),
  char_end: integer('Where raw ends: the position after its last code unit.', (row) => row.end),
  sentence_start: integer('Where the sentence that states it begins.', (row) => row.sentence.start),
  sentence_end: integer('Where that sentence ends.', (row) => row.sentence.end),
  source_url: string(
    'Address of the page or file that the document came from; empty for an upload without one.',
    (row) => row.sourceUrl,
  ),
} satisfies Columns<Figure>
