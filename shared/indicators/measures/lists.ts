import { decimal } from '../../text/numerals.ts'
import type { Span } from '../../text/span.ts'
import { type Quantity, quantityOf } from './quantity.ts'
import { numbersIn } from './scan.ts'

/** A quantity in its sentence, as the rules hand it on to each other. */
export interface Candidate extends Quantity {
  readonly sentence: Span
}

/** Between two numbers of one list: 12%、15%和20%; 3至5个. */
export const LIST_GAP = /^(?:[、和与及或~-]|以及|至|到)$/
const LONGEST_GAP = 2
/** Between the ends of a range: 3-5万元; 从…到 leads from an old value to a new one instead. */
const RANGE_GAP = /^(?:[~-]|至|到)$/
const CHANGE_FROM = /[从由]/

/** Numbers that share the unit of the last of them (3、5和8件), each list in its order; most lists hold one number. */
export function* listsIn(text: string): Generator<readonly Candidate[]> {
  let list: Candidate[] = []
  for (const { number, sentence } of numbersIn(text)) {
    const quantity = quantityOf(text, number)
    if (quantity === null) continue
    const candidate = { ...quantity, sentence }
    const before = list.at(-1)
    const range = before === undefined ? null : rangeOf(text, before, candidate)
    if (range !== null) list.splice(-1, 1, ...range)
    else if (before === undefined || (before.unit === null && areListed(text, before, candidate))) list.push(candidate)
    else {
      yield* closed(list)
      list = [candidate]
    }
    if (endsList(text, candidate)) {
      yield list
      list = []
    }
  }
  yield* closed(list)
}

/** Numbers that no unit came behind stand alone. */
function closed(list: readonly Candidate[]): (readonly Candidate[])[] {
  return list.at(-1)?.unit ? [list] : list.map((lone) => [lone])
}

/** A number with its own unit is the last of its list, unless a range goes on: 95%-98%. */
function endsList(text: string, { number, unit, end }: Candidate): boolean {
  const goesOn = RANGE_GAP.test(text[end] ?? '')
  if (unit === null && number.unit === null) return number.form === 'chinese' && !goesOn
  return !(goesOn && /\d/.test(text[end + 1] ?? ''))
}

function areListed(text: string, { end }: Span, { start }: Span): boolean {
  return start > end && start - end <= LONGEST_GAP && LIST_GAP.test(text.slice(end, start))
}

/** The ends of a range, the first at the scale of the last; null if the two numbers are none. */
function rangeOf(text: string, first: Candidate, last: Candidate): readonly [Candidate, Candidate] | null {
  if (!RANGE_GAP.test(text.slice(first.end, last.start)) || CHANGE_FROM.test(text[first.start - 1] ?? '')) return null
  if (first.unit !== null && first.unit.name !== last.unit?.name) return null
  const { number } = first
  const hasScale = number.form === 'chinese' || number.power > 0
  const scaled = hasScale ? number.value : decimal(number.written, last.number.power)
  const value = scaled < last.number.value ? scaled : number.value
  if (value >= last.number.value) return null
  return [
    { ...first, number: { ...number, value }, bound: 'atLeast' },
    last.bound === 'exact' ? { ...last, bound: 'atMost' } : last,
  ]
}
