import * as v from 'valibot'
import { coverageRow, PUBLISHER_STATES } from '../../crawl/ledger/rows.ts'
import type { ObservationStatus } from '../../readers/observation.ts'
import { count, described, documentId, isoTime, listOf, ordinal } from '../../report/attributes.ts'
import { completeness, indicatorAttributes, level, rowFacts, warning } from '../../report/report-attributes.ts'
import { correction, notedCorrections } from '../../store/correction.ts'
import { documentSummaries, STATUSES } from '../../store/document-summary.ts'
import { exportFileEntries } from '../../store/export-manifest.ts'
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
  corrections: described(
    listOf(correction),
    'What persons say that it should be; the figure stays as the report has it.',
  ),
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

const timely = described(
  orNull(v.picklist(['early', 'on_time', 'late'])),
  'Public before the year was over, by 1 April of the next, or later; null if its year or day is not known.',
)
const publishedOn = described(orNull(text), 'ISO date of publication.')
const status = v.picklist(OBSERVATION_STATUSES)
const someValue = orNull(v.number())

const audit = v.object({
  documentId,
  run: ordinal,
  publisherId: orNull(text),
  year: orNull(v.number()),
  completeness,
  publishedOn,
  timeliness: timely,
  contradictions: described(listOf(warning), 'Where the report contradicts itself.'),
  before: described(
    orNull(v.object({ documentId, run: ordinal, year: v.number() })),
    'The current report of the year before; null if there is none to compare with.',
  ),
  changes: described(
    listOf(
      v.object({
        code: text,
        status,
        value: someValue,
        statusBefore: status,
        valueBefore: described(someValue, 'As the report of the year before gives it.'),
        restatedBefore: described(someValue, 'What this report says of the year before.'),
        unit: orNull(text),
        unitGroup,
        flags,
        ordinals: described(listOf(ordinal), 'Figures of this report that the status rests on.'),
      }),
    ),
    'Codes of which the two reports say something else, in the order of the catalogue.',
  ),
  repeated: described(
    orNull(v.number()),
    'Share of the text that stands in the report of the year before, whatever its figures: of the characters in sentences of 12 or more.',
  ),
})

const stateCounts = v.object(v.entriesFromList(PUBLISHER_STATES, v.optional(count)))

/** What stands beside the items of a list, by its path. */
export const BESIDE: Readonly<Record<string, Readonly<Record<string, v.GenericSchema>>>> = {
  '/indicators': {
    rewritten: described(count, 'Documents that were read anew between two pages, and left out.'),
  },
  '/coverage': {
    counts: described(
      orNull(
        v.object({
          states: stateCounts,
          places: described(
            listOf(v.object({ code: text, name: text, states: stateCounts })),
            'By the places directly inside the region.',
          ),
        }),
      ),
      'How many publishers of the year and region are in each state; null on pages behind the first.',
    ),
  },
}

/** What each kind of item has. Names may be added. */
export const SHAPES: Readonly<Record<Shape, v.GenericSchema>> = {
  CatalogueEntry: v.object({
    code: text,
    topic: indicatorAttributes.topic,
    zh: text,
    definition: v.object({ zh: text, en: text }),
    role: v.picklist(['level', 'change']),
    unitGroups: listOf(text),
    reports: described(
      v.record(text, count),
      'In how many current reports it has a figure, by the year that is reported on; up to a minute old.',
    ),
  }),
  ExportFile: v.object({
    ...exportFileEntries,
    address: described(text, '`s3://BUCKET/exports/…`: its SHA-256 tells whether it is still the one of this list.'),
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
    corrections: described(
      notedCorrections,
      'What persons say that figures should be; `figure.ordinal` is null where the figure is gone from this reading.',
    ),
    sightings: described(
      listOf(
        v.object({
          seenAt: isoTime,
          name: described(text, 'Name under which the bytes came in.'),
          url: described(orNull(text), 'Address that the crawl fetched them from; null of an upload.'),
        }),
      ),
      'Where and when the document was seen, the newest first.',
    ),
    citation: described(
      orNull(v.object({ zh: described(text, 'By GB/T 7714-2015.'), en: text, bibtex: text })),
      'Null of a document that names neither its title nor who reports.',
    ),
  }),
  Audit: audit,
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
        completeness: orNull(completeness),
        publishedOn,
        timeliness: timely,
        others: listOf(v.object({ documentId, ...standing })),
      }),
    ),
  }),
  PublisherYear: coverageRow.pipe[0].options.find(({ entries }) => entries.kind.pipe[0].literal === 'publisher')!,
}
