import type { Bound, Period, Role, Topic } from '../../shared/report/report.ts'

/** One figure labelled by hand. `before` and `raw` locate it; the `…Alt` name readings that are as right. */
export interface Label {
  /** The eight characters before `raw`, blanks removed; fewer at the start of the text. */
  readonly before: string
  readonly raw: string
  /** Which occurrence of `before + raw`, from 1; given only if there are several. */
  readonly nth?: number
  readonly value: number
  readonly unit: string
  readonly bound: Bound
  readonly role: Role
  /** Given only if it is not `year`. */
  readonly period?: Period
  readonly subject: string
  readonly code: string | null
  readonly codeAlt?: readonly (string | null)[]
  readonly scope: string | null
  readonly scopeAlt?: string | null
  readonly topic: Topic
  readonly topicAlt?: readonly Topic[]
}

/** Every code that is right for the figure; null where having none is right. */
export function codesOf({ code, codeAlt = [] }: Label): readonly (string | null)[] {
  return [code, ...codeAlt]
}

/** Every scope that is right for the figure; null is the whole. */
export function scopesOf(label: Label): readonly (string | null)[] {
  return label.scopeAlt === undefined ? [label.scope] : [label.scope, label.scopeAlt]
}

export function topicsOf({ topic, topicAlt = [] }: Label): readonly Topic[] {
  return [topic, ...topicAlt]
}

export const periodOf = ({ period = 'year' }: Label): Period => period
