import * as v from 'valibot'
import { count, described, isoDate, listOf, ordinal, PUBLISHER_ID, regionCode } from './attributes.ts'

/**
 * The attributes of what is read out of a report: one schema for the type (`report.ts`), the rows of the tables, the
 * messages and the lists in `docs/tables.md`. To add an attribute, add it here, and the compiler names what must give it.
 */

export const level = v.picklist(['province', 'prefecture', 'county', 'township', 'zone', 'department'])

export const departmentLevel = v.nullable(v.picklist(['province', 'prefecture', 'county', 'zone']))

export const topic = v.picklist([
  'functions',
  'rulemaking',
  'decision',
  'enforcement',
  'emergency',
  'disputes',
  'oversight',
  'digital',
  'leadership',
  'legal_service',
  'publicity',
])

export const bound = v.picklist(['exact', 'atLeast', 'atMost', 'approx'])

export const role = v.picklist(['level', 'baseline', 'change', 'target'])

/** How figures of one report may contradict each other. */
const contradiction = v.picklist(['rate_contradicted', 'parts_do_not_add_up', 'two_values'])

export const period = v.picklist(['year', 'earlier', 'part', 'span', 'average'])

export const spanAttributes = {
  start: described(count, 'Where it begins in the canonical text, in UTF-16 code units.'),
  end: described(count, 'Where it ends: the position after its last code unit.'),
}

export const region = v.object({
  province: described(v.nullable(v.string()), 'Province.'),
  prefecture: described(v.nullable(v.string()), 'Prefecture or city.'),
  county: described(v.nullable(v.string()), 'County or district.'),
  township: described(v.nullable(v.string()), 'Township, town or street.'),
  code: described(v.nullable(regionCode), 'Of the finest unit down to county.'),
})

export const section = v.object({
  level: described(ordinal, '1 for the top-level parts, which cover the report without gap or overlap.'),
  role: described(
    v.picklist(['preamble', 'achievements', 'responsibility', 'problems', 'plans', 'other']),
    'What the section reports on.',
  ),
  heading: described(v.nullable(v.string()), '`null` if the section has no heading of its own.'),
  topic: described(v.nullable(topic), 'Topic that the heading announces.'),
  ...spanAttributes,
})

export const completeness = v.object({
  achievements: described(v.boolean(), 'The report has a part on what was done.'),
  problems: described(v.boolean(), 'It has a part on what is lacking.'),
  responsibility: described(v.boolean(), 'It has a part on how the head of government met the duties of that office.'),
  plans: described(v.boolean(), 'It has a part on the coming year.'),
  publishedByApril1: described(
    v.nullable(v.boolean()),
    'It was public by 1 April of the next year; `null` if the day of publication or the year is not known.',
  ),
})

export const warning = v.object({
  code: described(v.string(), 'Kind of the warning.'),
  message: described(v.string(), 'The warning as a sentence.'),
  ...spanAttributes,
})

/** Facts of a report as they stand on its document's row. */
export const reportAttributes = {
  kind: described(
    v.picklist(['rule_of_law_annual_report', 'other']),
    'Whether the document is such a report. Absent if the file could not be read.',
  ),
  title: described(v.nullable(v.string()), 'Title of the report.'),
  issuer: described(v.nullable(v.string()), 'The body that reports, as the report names it.'),
  level: described(
    v.nullable(level),
    'Level of the issuer; a `zone` is a functional zone, such as a development zone (开发区).',
  ),
  departmentLevel: described(
    departmentLevel,
    "Level of a department's government or zone; `null` for other issuers, and if it is not known.",
  ),
  region: described(region, 'Place of the issuer, each unit by its name.'),
  publisherId: v.optional(
    described(
      v.nullable(v.string()),
      `${PUBLISHER_ID} \`null\` if nothing names who reports, and in rows of an earlier parser.`,
    ),
    null,
  ),
  year: described(v.nullable(v.number()), 'The year that is reported on.'),
  draft: v.optional(
    described(v.boolean(), 'It calls itself a draft (征求意见稿). `false` in rows of an earlier parser.'),
    false,
  ),
  publishedOn: described(v.nullable(isoDate), 'Day of publication.'),
  documentDate: described(v.nullable(isoDate), 'Date under the report.'),
  indexNumber: described(v.nullable(v.string()), 'Index number (索引号) on the page.'),
  source: described(v.nullable(v.string()), 'Source that the page names.'),
  script: described(v.picklist(['hans', 'hant']), 'Simplified or Traditional characters.'),
  sections: described(listOf(section), 'Parts of the report in the order of the text.'),
  bodyHash: v.optional(
    described(
      v.nullable(v.string()),
      'SHA-256 of the level-1 sections without white space: documents with the same one have the same text in other bytes. `null` without sections, and in rows of an earlier parser.',
    ),
    null,
  ),
  completeness: described(
    completeness,
    'The parts that the 2019 rules on rule-of-law inspection (article 24 and following) ask for.',
  ),
  warnings: described(listOf(warning), 'What a reader should know before trusting the text or a figure.'),
  format: described(v.string(), 'Format of the file, told by its bytes: a name of `docs/formats.md`.'),
  charset: described(v.nullable(v.string()), 'As decoded; `null` for formats that carry their own.'),
  parserVersion: described(v.string(), 'Version of the parser that read the document.'),
  catalogueVersion: v.optional(
    described(
      v.nullable(v.string()),
      'Version of the catalogue that its codes are of; `null` in rows of an earlier parser.',
    ),
    null,
  ),
}

/** One figure. */
export const indicatorAttributes = {
  ordinal: described(ordinal, 'Counts from 1 in the order of the text.'),
  raw: described(v.string(), "The number with its unit exactly as written: the text's `slice(start, end)`."),
  value: described(v.number(), 'In base units: 0.36万 is 3600; a percentage stays a percentage.'),
  unit: described(
    v.string(),
    'As written, without scale (万, 亿) and approximators (余, 约); empty if the text gives none.',
  ),
  bound: described(bound, 'How exactly the figure is stated.'),
  role: described(role, 'A measurement, the from-value of a change, the change itself, or a goal.'),
  period: v.optional(
    described(
      period,
      'The time of the figure: the reporting year or its end, an earlier year, a part of a year, several years, or an average per day, place or person. `year` in rows of parser versions before 4, which did not tell them apart.',
    ),
    'year',
  ),
  subject: described(v.string(), "What was counted, in the report's own words."),
  code: described(v.nullable(v.string()), 'Entry of the catalogue (`docs/catalogue.md`), or `null` if none fits.'),
  scope: described(
    v.nullable(v.string()),
    'The limiting words if the figure stands for a part of the jurisdiction, else `null`.',
  ),
  topic: described(topic, 'Topic of the sentence.'),
  section: described(count, "Index into the document's `sections` of the innermost section that holds the figure."),
  sentence: described(v.object(spanAttributes), 'The sentence that holds the figure.'),
  partOf: v.optional(
    described(
      v.nullable(ordinal),
      'If 其中 makes it a part of a figure of its code before it: the ordinal of that one. `null` in rows of parser versions before 11.',
    ),
    null,
  ),
  contradictions: v.optional(
    described(
      listOf(contradiction),
      "What other figures of the report say against it; the document's `warnings` have the sentence. Empty in rows of parser versions before 11.",
    ),
    [],
  ),
  ...spanAttributes,
}

/** Facts of its report that each figure repeats, so that a row can be read and compared alone. */
export const rowFacts = {
  publisherId: reportAttributes.publisherId,
  regionCode: described(v.nullable(regionCode), "Code of the report's place."),
  year: reportAttributes.year,
  issuer: reportAttributes.issuer,
  level: reportAttributes.level,
}
