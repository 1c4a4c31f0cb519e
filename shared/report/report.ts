/**
 * What Fazhi reads out of one report: the shapes that the command line prints, the queues carry and the tables keep.
 * All offsets are UTF-16 code units into the document's canonical text.
 */
import type { Span } from '../text/span.ts'

export type Topic =
  | 'functions'
  | 'rulemaking'
  | 'decision'
  | 'enforcement'
  | 'emergency'
  | 'disputes'
  | 'oversight'
  | 'digital'
  | 'leadership'
  | 'legal_service'
  | 'publicity'

/** How exactly a figure is stated: 余, 多, 超 are `atLeast`; 不足, 以内 `atMost`; 约, 近, 左右 `approx`. */
export type Bound = 'exact' | 'atLeast' | 'atMost' | 'approx'

/** What a figure is to the year's work: a measurement, the from-value of a change, the change itself, or a goal. */
export type Role = 'level' | 'baseline' | 'change' | 'target'

export interface Indicator extends Span {
  /** From 1, in the order of the text. */
  readonly ordinal: number
  /** The number with its unit exactly as written: `text.slice(start, end)`. */
  readonly raw: string
  /** In base units: 0.36万 is 3600; a percentage stays a percentage. */
  readonly value: number
  /** As written, scale and approximators taken off; empty if the text gives none. */
  readonly unit: string
  readonly bound: Bound
  readonly role: Role
  /** What was counted, in the report's own words. */
  readonly subject: string
  /** Entry of the catalogue, or null if no entry fits. */
  readonly code: string | null
  /** The limiting words if the figure counts only a part of the jurisdiction, else null. */
  readonly scope: string | null
  readonly topic: Topic
  /** Index into `Report.sections` of the innermost section that holds the figure. */
  readonly section: number
  readonly sentence: Span
}

export type SectionRole = 'preamble' | 'achievements' | 'responsibility' | 'problems' | 'plans' | 'other'

export interface Section extends Span {
  /** 1 for the top-level parts, which cover the report's text without gap or overlap. */
  readonly level: number
  readonly role: SectionRole
  /** Null if the part has no heading of its own, as a preamble. */
  readonly heading: string | null
  readonly topic: Topic | null
}

export type Level = 'province' | 'prefecture' | 'county' | 'township' | 'department'
export type DepartmentLevel = 'province' | 'prefecture' | 'county' | null

export interface Region {
  readonly province: string | null
  readonly prefecture: string | null
  readonly county: string | null
  readonly township: string | null
  /** GB/T 2260, of the finest unit down to county. */
  readonly code: string | null
}

/** The parts that articles 24 and following of the 2019 rules on rule-of-law inspection ask of a report. */
export interface Completeness {
  readonly achievements: boolean
  readonly problems: boolean
  readonly responsibility: boolean
  readonly plans: boolean
  /** Null if the date of publication or the year is not known. */
  readonly publishedByApril1: boolean | null
}

/** Something a reader should know before trusting the text or a figure. Nothing is ever edited because of one. */
export interface Warning extends Span {
  readonly code: string
  readonly message: string
}

export type Kind = 'rule_of_law_annual_report' | 'other'
export type Script = 'hans' | 'hant'

/** The facts of a report that its text and its page settle. */
export interface ReportFacts {
  readonly kind: Kind
  /** Why the document is `other`; null for a report. */
  readonly reason: string | null
  readonly title: string | null
  readonly issuer: string | null
  readonly level: Level | null
  readonly departmentLevel: DepartmentLevel
  readonly region: Region
  readonly year: number | null
  /** ISO dates. */
  readonly publishedOn: string | null
  readonly documentDate: string | null
  readonly indexNumber: string | null
  readonly source: string | null
  readonly script: Script
  readonly sections: readonly Section[]
  readonly completeness: Completeness
  readonly warnings: readonly Warning[]
}

export interface Report extends ReportFacts {
  /** First 32 hex digits of the SHA-256 of the file. */
  readonly documentId: string
  /** Told by the file's bytes. */
  readonly format: Format
  /** As decoded; null for formats that carry their own. */
  readonly charset: string | null
  readonly parserVersion: string
}

/** The formats that Fazhi reads; `shared/formats/formats.ts` has a row for each. */
export const FORMAT_NAMES = ['text', 'html', 'pdf', 'docx', 'doc', 'wps', 'ofd', 'mhtml', 'eml'] as const
export type Format = (typeof FORMAT_NAMES)[number]

export interface ParsedDocument {
  readonly report: Report
  /** The canonical text. */
  readonly text: string
  readonly indicators: readonly Indicator[]
}
