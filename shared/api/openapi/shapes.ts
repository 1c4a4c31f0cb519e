import * as v from 'valibot'
import { coverageRow } from '../../crawl/ledger/rows.ts'
import type { ObservationStatus } from '../../readers/observation.ts'
import { count, described, documentId, isoTime, listOf, ordinal } from '../../report/attributes.ts'
import { indicatorAttributes, level, rowFacts } from '../../report/report-attributes.ts'
import { documentSummaries, STATUSES } from '../../store/document-summary.ts'
import type { Shape } from '../endpoint.ts'

const text = v.string()
const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)

const unitGroup = described(orNull(text), 'What it counts: figures of two groups are not compared.')
const flags = described(listOf(text), 'What a reader should know of it, never folded into the value.')
const sourceUrl = described(orNull(text), 'Address of the page or file that the document came from.')

const figureEntries = {
  documentId,
  run: ordinal,
  ...indicatorAttributes,
  ...rowFacts,
  unitGroup,
  flags,
  sourceUrl,
}

const figure = v.object(figureEntries)
const named = v.object({ code: text, name: text })
const standing = { duplicateOf: orNull(documentId), supersededBy: orNull(documentId) }

const OBSERVATION_STATUSES = [
  'single',
  'repeated',
  'several',
  'parts_only',
  'target_only',
  'other_period_only',
  'none',
  'no_report',
] satisfies ObservationStatus[]

const observation = v.object({
  publisherId: text,
  year: v.number(),
  code: text,
  status: v.picklist(OBSERVATION_STATUSES),
  value: described(orNull(v.number()), 'Only of `single` and `repeated`.'),
  unit: orNull(text),
  unitGroup,
  bound: orNull(indicatorAttributes.bound),
  flags,
  issuer: orNull(text),
  level: orNull(level),
  regionCode: orNull(text),
  documentId: orNull(documentId),
  run: orNull(ordinal),
  sourceUrl,
  candidates: described(listOf(figure), 'Figures that give the value; of `several` those that differ.'),
  otherUnits: described(listOf(figure), 'Candidates of other unit groups.'),
  parts: described(listOf(figure), 'Figures for parts, never summed.'),
  partsAddUp: described(
    orNull(v.boolean()),
    'Whether the parts after 其中 make up the value; null if that is not said.',
  ),
  others: described(listOf(figure), 'Targets, other periods, changes.'),
  state: described(orNull(text), 'Of `no_report`: why there is none.'),
  reason: orNull(text),
  valueBefore: described(orNull(v.number()), "The value of the year before, in that year's report."),
  restatedBefore: described(orNull(v.number()), "What this year's report says of the year before."),
  break: described(orNull(v.looseObject({})), 'What a merger changed since the year before.'),
})

/** What each kind of item has. Names may be added. */
export const SHAPES: Readonly<Record<Shape, v.GenericSchema>> = {
  CatalogueEntry: v.object({
    code: text,
    topic: indicatorAttributes.topic,
    zh: text,
    definition: v.object({ zh: text, en: text }),
    role: v.picklist(['level', 'change']),
    unitGroups: listOf(text),
  }),
  Place: v.object({
    code: described(text, 'GB/T 2260; of a township that of its county.'),
    name: text,
    rank: v.picklist(['province', 'prefecture', 'county', 'township']),
    parents: described(listOf(named), 'The places that hold it, the innermost first.'),
    otherNames: listOf(text),
    formerCodes: listOf(text),
    ofToday: v.boolean(),
    publisherId: described(text, 'Of its government.'),
  }),
  Observation: observation,
  Figure: figure,
  QuotedFigure: v.object({
    ...figureEntries,
    sentenceText: described(text, 'The sentence as it stands in the report.'),
  }),
  ListedDocument: v.object({ ...documentSummaries.schema.pipe[0].entries, current: v.boolean(), ...standing }),
  Document: v.looseObject({
    documentId,
    status: v.picklist(STATUSES),
    run: count,
    receivedAt: isoTime,
    updatedAt: isoTime,
    size: count,
    current: v.boolean(),
    ...standing,
    sourceUrl,
  }),
  Publisher: v.object({
    publisherId: text,
    regionCode: orNull(text),
    name: text,
    level: orNull(level),
    reports: listOf(
      v.object({
        year: v.number(),
        state: v.picklist(['current', 'withdrawn', 'none']),
        documentId: orNull(documentId),
        detail: orNull(text),
        others: listOf(v.object({ documentId, ...standing })),
      }),
    ),
  }),
  PublisherYear: coverageRow.pipe[0].options.find(({ entries }) => entries.kind.pipe[0].literal === 'publisher')!,
}
