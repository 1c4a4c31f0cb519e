import type { Bound } from '../../report/report.ts'
import { decimal, NUMERALS, powerOf } from '../../text/numerals.ts'
import type { Span } from '../../text/span.ts'
import { boundBefore, boundBehind } from './bounds.ts'
import type { NumberToken } from './numbers.ts'
import { TIMES, type Unit, unitAt, unseenUnitAt } from './units.ts'

/** A number with its measure word and the words that say how exactly it is meant. */
export interface Quantity extends Span {
  readonly number: NumberToken
  /** Null if the text gives none. */
  readonly unit: Unit | null
  readonly bound: Bound
}

/** Decimals without a known unit are dates and versions (12.4, 2.0), long numbers are codes. */
const WHOLE_NUMBER = /^\d{1,6}$/
const SCALE_ONLY = /^[百千万亿]+$/

/**
 * What stands around a number: unit behind it, bounds on either side. Null for a Chinese numeral without a unit, which is
 * part of a word (统一, 八五普法); only 零 and fractions measure without one.
 */
export function quantityOf(text: string, found: NumberToken): Quantity | null {
  const labelled = labelledUnit(text, found)
  const number = labelled?.number ?? found
  const unit = number.unit === null ? (unitAt(text, number.end) ?? labelled?.unit ?? unseenUnit(text, number)) : null
  if (unit === null && number.form === 'chinese' && number.unit === null && number.value !== 0)
    return beginsRange(text, number.end) ? { ...number, number, unit, bound: 'exact' } : null
  const before = boundBefore(text, number.start, SCALE_ONLY.test(number.written))
  const end = Math.max(unit?.end ?? 0, number.end)
  const behind = boundBehind(text, end, unit !== null && TIMES.has(unit.name))
  return {
    number,
    unit,
    start: before?.edge ?? number.start,
    end: behind?.edge ?? end,
    bound: behind?.bound ?? before?.bound ?? (number.andSome ? 'atLeast' : 'exact'),
  }
}

/** 案件(件):35, 罚款(万元):1.2. */
const LABELLED_UNIT = /\((?<scale>[百千万亿]*)[^()]{1,8}\):$/
const LONGEST_LABELLED = 15

/** The number with the unit in brackets before the colon that it stands behind, at that unit's scale. */
function labelledUnit(text: string, number: NumberToken): { readonly unit: Unit; readonly number: NumberToken } | null {
  const { form, start, written, power } = number
  if (form !== 'arabic' || text[start - 1] !== ':') return null
  const from = Math.max(0, start - LONGEST_LABELLED)
  const label = LABELLED_UNIT.exec(text.slice(from, start))
  if (label === null) return null
  const scale = label.groups!.scale!
  const unit = unitAt(text, from + label.index + 1 + scale.length)
  if (unit?.end !== start - 2) return null
  if (scale === '' || power > 0) return { unit, number }
  return { unit, number: { ...number, value: decimal(written, powerOf(scale)) } }
}

/** 三至五名: the unit stands behind the last number only. */
const RANGE_AHEAD = new RegExp(`[~至到-][${NUMERALS}]{1,8}`, 'y')

function beginsRange(text: string, at: number): boolean {
  RANGE_AHEAD.lastIndex = at
  const ahead = RANGE_AHEAD.exec(text)
  return ahead !== null && unitAt(text, at + ahead[0].length) !== null
}

function unseenUnit(text: string, { form, end, written }: NumberToken): Unit | null {
  return form === 'arabic' && WHOLE_NUMBER.test(written) ? unseenUnitAt(text, end) : null
}
