import type { Bound } from '../../report/report.ts'
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
export function quantityOf(text: string, number: NumberToken): Quantity | null {
  const unit = number.unit === null ? (unitAt(text, number.end) ?? unseenUnit(text, number)) : null
  if (unit === null && number.form === 'chinese' && number.unit === null && number.value !== 0) return null
  const before = boundBefore(text, number.start, SCALE_ONLY.test(number.written))
  const behind = boundBehind(text, unit?.end ?? number.end, unit !== null && TIMES.has(unit.name))
  return {
    number,
    unit,
    start: before?.edge ?? number.start,
    end: behind?.edge ?? unit?.end ?? number.end,
    bound: behind?.bound ?? before?.bound ?? (number.andSome ? 'atLeast' : 'exact'),
  }
}

function unseenUnit(text: string, { form, end, written }: NumberToken): Unit | null {
  return form === 'arabic' && WHOLE_NUMBER.test(written) ? unseenUnitAt(text, end) : null
}
