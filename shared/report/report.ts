/**
 * What Fazhi reads out of one report: the shapes that the command line prints, the queues carry and the tables keep.
 * Attributes, with what each means, are in `report-attributes.ts`. All offsets are UTF-16 code units into the document's
 * canonical text.
 */
import type * as v from 'valibot'
import type {
  completeness,
  departmentLevel,
  indicatorAttributes,
  level,
  region,
  reportAttributes,
  section,
  topic,
  warning,
} from './report-attributes.ts'

type ShapeOf<Entries extends v.ObjectEntries> = Readonly<v.InferOutput<v.ObjectSchema<Entries, undefined>>>

export type Indicator = ShapeOf<typeof indicatorAttributes>
/** How exactly a figure is stated: 余, 多, 超 are `atLeast`; 不足, 以内 `atMost`; 约, 近, 左右 `approx`. */
export type Bound = Indicator['bound']
/** What a figure is to the year's work: a measurement, the from-value of a change, the change itself, or a target. */
export type Role = Indicator['role']
/** Which time a figure is of. */
export type Period = Indicator['period']
export type Topic = v.InferOutput<typeof topic>

export type Section = Readonly<v.InferOutput<typeof section>>
export type SectionRole = Section['role']

/** A `zone` is a functional zone (开发区, 高新区, 综合实验区, 片区): a committee or office runs it, no people's government. */
export type Level = v.InferOutput<typeof level>
export type DepartmentLevel = v.InferOutput<typeof departmentLevel>
export type Region = Readonly<v.InferOutput<typeof region>>
export type Completeness = Readonly<v.InferOutput<typeof completeness>>
/** Something a reader should know before trusting the text or a figure. Nothing is changed because of one. */
export type Warning = Readonly<v.InferOutput<typeof warning>>

type Attributes = ShapeOf<typeof reportAttributes>
export type Kind = Attributes['kind']
export type Script = Attributes['script']

export type Report = Attributes & {
  /** First 32 hex digits of the SHA-256 of the file. */
  readonly documentId: string
  /** Why the document is `other`; null for a report. */
  readonly reason: string | null
}

/** The facts of a report that its text and its page settle. */
export type ReportFacts = Omit<Report, 'documentId' | 'format' | 'charset' | 'parserVersion' | 'catalogueVersion'>

export interface ParsedDocument {
  readonly report: Report
  /** The canonical text. */
  readonly text: string
  readonly indicators: readonly Indicator[]
}
