import type { Role, Section } from '../../report/report.ts'
import { characterSet } from '../../text/character-set.ts'
import { type Reading, read } from '../../text/reading.ts'
import type { Span } from '../../text/span.ts'
import { countsInChinese } from './chinese-counts.ts'
import { exclusion, isRule } from './exclusions.ts'
import { type Candidate, listsIn } from './lists.ts'
import type { Measurement } from './measurement.ts'
import { isAim, roleOf } from './roles.ts'
import { countsWithoutUnit } from './unitless.ts'
import type { Unit } from './units.ts'

/** How far the rules look around a number, in characters of the reading. */
const LOOK_BACK = 48
const LOOK_NEAR = 20
const LOOK_AHEAD = 24

/** The longest label of one figure in a list (减少环节5个、材料8份). */
const LONGEST_LABEL = 9
const LONGEST_CLAUSE = 26
const CLAUSE_MARKS = characterSet(',;:(')

/** Where the numbers of a text stand: a span of it, and whether it speaks of next year. */
export type MeasuredPart = Span & Pick<Section, 'role'>

/** A number with a measure word that measures nothing, and why. */
export interface Excluded extends Span {
  readonly why: string
}

/**
 * Every number of the parts of a text that measures something, in the order of the text. Linear in its length.
 * @param year the year reported on, which tells goals for later years; null if it is not known
 * @param hear called for each number that a rule leaves out
 */
export function measure(
  text: string,
  parts: readonly MeasuredPart[],
  year: number | null,
  hear: (excluded: Excluded) => void = () => {},
): Measurement[] {
  return parts.flatMap((part) => measurePart(text, part, year, hear))
}

/** The figure read last: where it ended, and as what. */
interface Previous {
  readonly end: number
  readonly role: Role
}

function measurePart(
  text: string,
  part: MeasuredPart,
  year: number | null,
  hear: (excluded: Excluded) => void,
): Measurement[] {
  const reading = read(text, part)
  const given = { text: reading.text, inPlans: part.role === 'plans', year }
  const found: Measurement[] = []
  let last: Previous | null = null
  for (const list of listsIn(reading.text)) {
    const unit = list.at(-1)!.unit
    const left = list.map((candidate) => whyLeftOut(given, candidate, unit)).find((why) => why !== null)
    if (left !== undefined) {
      if (left !== NO_MEASURE)
        hear({ start: reading.offsets[list[0]!.start]!, end: reading.offsets[list.at(-1)!.end - 1]! + 1, why: left })
      continue
    }
    for (const candidate of list) {
      const role = roleIn(given, candidate, unit, last)
      last = { end: candidate.end, role }
      found.push(inOriginal(text, reading, candidate, unit, role))
    }
  }
  return found
}

/** What the rules know beside the number. */
interface Given {
  readonly text: string
  readonly inPlans: boolean
  readonly year: number | null
}

/** A year, a list mark, a code: nothing that a reader would take for a figure. */
const NO_MEASURE = 'no measure word'

/** Why a number is left out, or null if it counts. */
function whyLeftOut(
  { text, inPlans, year }: Given,
  { number, start, sentence }: Candidate,
  unit: Unit | null,
): string | null {
  const unitEnd = unit === null ? number.end : Math.max(unit.end, number.end)
  const around = {
    before: text.slice(Math.max(sentence.start, start - LOOK_NEAR), start),
    after: text.slice(unitEnd, unitEnd + LOOK_AHEAD),
    written: number.written,
    unit: unit?.name ?? number.unit ?? '',
    bare: unit?.bare ?? false,
    stated: text.slice(start, number.start),
  }
  if (unit === null && number.unit !== '%' && number.unit !== '‰')
    return countsWithoutUnit(number, around) ? null : NO_MEASURE
  const why = exclusion(around)
  if (why !== null) return why
  if (isRule(around) && !inPlans && !isAim(leadOf(beforeIn(text, start, sentence)), year))
    return 'threshold that a rule sets'
  return number.form === 'arabic' || countsInChinese(around) ? null : 'Chinese digit that counts nothing'
}

function roleIn({ text, inPlans, year }: Given, candidate: Candidate, unit: Unit | null, last: Previous | null): Role {
  const before = beforeIn(text, candidate.start, candidate.sentence)
  return roleOf({
    clause: before.slice(clauseStart(before)),
    lead: leadOf(before),
    year,
    after: text.slice(candidate.end, candidate.end + LOOK_AHEAD),
    unit: unit?.name ?? '',
    inPlans,
    previous:
      last && isNear(last.end, candidate.start)
        ? { role: last.role, gap: text.slice(last.end, candidate.start) }
        : null,
  })
}

function beforeIn(text: string, start: number, sentence: Span): string {
  return text.slice(Math.max(sentence.start, start - LOOK_BACK), start)
}

function leadOf(before: string): string {
  return before.slice(before.lastIndexOf(';') + 1)
}

function isNear(end: number, start: number): boolean {
  return start > end && start - end <= LONGEST_LABEL
}

/** Where the last clause begins, no further back than a verb reaches its figure. */
function clauseStart(before: string): number {
  const earliest = Math.max(0, before.length - LONGEST_CLAUSE)
  let at = before.length
  while (at > earliest && CLAUSE_MARKS[before.charCodeAt(at - 1)] === 0) at--
  return at
}

function inOriginal(text: string, reading: Reading, candidate: Candidate, unit: Unit | null, role: Role): Measurement {
  const start = reading.offsets[candidate.start]!
  const end = reading.offsets[candidate.end - 1]! + 1
  return {
    start,
    end,
    raw: text.slice(start, end),
    value: candidate.number.value,
    unit: candidate.number.unit ?? (unit === null ? '' : asWritten(text, reading, unit)),
    bound: candidate.bound,
    role,
    sentence: {
      start: reading.offsets[candidate.sentence.start]!,
      end: reading.offsets[candidate.sentence.end - 1]! + 1,
    },
  }
}

/** The unit in the report's own script, without blanks that a page's layout put inside it; ％ and ﹪ are one sign. */
function asWritten(text: string, { offsets }: Reading, { name, start, end }: Unit): string {
  if (name === '%') return name
  let written = ''
  for (let at = start; at < end; at++) written += text[offsets[at]!]
  return written
}
