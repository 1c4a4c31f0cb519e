import type { Figure } from './figure.ts'
import type { SeriesPoint } from './series.ts'

/** A value in a cell; null leaves it empty. */
export type Cell = string | number | boolean | null

/** Columns of a flat table by their names, each with its cell of a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>

/** Of figures, one a row. */
export const FIGURE_COLUMNS = {
  document_id: ({ documentId }) => documentId,
  run: ({ run }) => run,
  ordinal: ({ ordinal }) => ordinal,
  publisher_id: ({ publisherId }) => publisherId,
  issuer: ({ issuer }) => issuer,
  level: ({ level }) => level,
  region_code: ({ regionCode }) => regionCode,
  year: ({ year }) => year,
  code: ({ code }) => code,
  value: ({ value }) => value,
  unit: ({ unit }) => unit,
  unit_group: ({ unitGroup }) => unitGroup,
  bound: ({ bound }) => bound,
  role: ({ role }) => role,
  period: ({ period }) => period,
  scope: ({ scope }) => scope,
  flags: ({ flags }) => flags.join(' '),
  raw: ({ raw }) => raw,
  subject: ({ subject }) => subject,
  topic: ({ topic }) => topic,
  section: ({ section }) => section,
  part_of: ({ partOf }) => partOf,
  char_start: ({ start }) => start,
  char_end: ({ end }) => end,
  sentence_start: ({ sentence }) => sentence.start,
  sentence_end: ({ sentence }) => sentence.end,
  source_url: ({ sourceUrl }) => sourceUrl,
} satisfies Columns<Figure>

/** Of observations, one a row. The figures that they rest on are told by their ordinals in the document. */
export const OBSERVATION_COLUMNS = {
  publisher_id: ({ publisherId }) => publisherId,
  issuer: ({ issuer }) => issuer,
  level: ({ level }) => level,
  region_code: ({ regionCode }) => regionCode,
  year: ({ year }) => year,
  code: ({ code }) => code,
  status: ({ status }) => status,
  value: ({ value }) => value,
  unit: ({ unit }) => unit,
  unit_group: ({ unitGroup }) => unitGroup,
  bound: ({ bound }) => bound,
  flags: ({ flags }) => flags.join(' '),
  value_before: ({ valueBefore }) => valueBefore,
  restated_before: ({ restatedBefore }) => restatedBefore,
  parts_add_up: ({ partsAddUp }) => partsAddUp,
  candidates: ({ candidates }) => candidates.map(({ raw }) => raw).join(' '),
  candidate_ordinals: ({ candidates }) => candidates.map(({ ordinal }) => ordinal).join(' '),
  part_ordinals: ({ parts }) => parts.map(({ ordinal }) => ordinal).join(' '),
  state: ({ state }) => state,
  reason: ({ reason }) => reason,
  document_id: ({ documentId }) => documentId,
  run: ({ run }) => run,
  source_url: ({ sourceUrl }) => sourceUrl,
} satisfies Columns<SeriesPoint>
