import * as v from 'valibot'
import { described, documentId, ordinal } from '../report/attributes.ts'
import { indicatorAttributes, rowFacts } from '../report/report-attributes.ts'
import type { IndicatorChunk } from './indicator-chunk.ts'
import type { RowKind } from './read-rows.ts'
import { codeYearOf, publisherDocumentOrdinalOf, runOrdinalOf } from './tables.ts'

/** One figure of one document, with what it takes to read and compare it alone. */
const indicatorRow = v.pipe(
  v.object({
    documentId: described(documentId, 'Key. The document that holds the figure.'),
    runOrdinal: described(
      v.string(),
      'Sort key: `run#ordinal`, with eight and six digits. Rows of one run are together, in the order of the text.',
    ),
    run: described(ordinal, 'The run that wrote the row. Only rows of the run that the document shows are results.'),
    ...indicatorAttributes,
    ...rowFacts,
    codeYear: v.optional(
      described(v.string(), 'Key of `byCode`: `code#year`. Only on rows with a code, of a report whose year is known.'),
    ),
    publisherDocumentOrdinal: v.optional(
      described(
        v.string(),
        'Sort key of `byCode`: `publisherId#documentId#ordinal`, the ordinal with six digits. `unknown` stands for a publisher that the report does not settle.',
      ),
    ),
  }),
  v.readonly(),
)

export type IndicatorRow = v.InferOutput<typeof indicatorRow>

export const indicatorRows = {
  table: 'indicators',
  key: ['documentId', 'runOrdinal'],
  schema: indicatorRow,
} satisfies RowKind

/** The sort keys alone, of which a reading can be asked. */
export const indicatorKeys = { ...indicatorRows, schema: v.object({ runOrdinal: v.string() }) } satisfies RowKind

export function rowsOf({ documentId, run, facts, indicators }: IndicatorChunk): IndicatorRow[] {
  return indicators.map((indicator) => {
    const row = { documentId, runOrdinal: runOrdinalOf(run, indicator.ordinal), run, ...facts, ...indicator }
    if (row.code === null || row.year === null) return row
    return {
      ...row,
      codeYear: codeYearOf(row.code, row.year),
      publisherDocumentOrdinal: publisherDocumentOrdinalOf(row.publisherId, documentId, row.ordinal),
    }
  })
}
