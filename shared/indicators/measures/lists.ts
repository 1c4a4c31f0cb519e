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

/** Numbers that share the unit of the last of them (3、5和8件), each list in its order; most lists hold one number. */
export function* listsIn(text: string): Generator<readonly Candidate[]> {
  let list: Candidate[] = []
  for (const { number, sentence } of numbersIn(text)) {
    const quantity = quantityOf(text, number)
    if (quantity === null) continue
    const candidate = { ...quantity, sentence }
    const before = list.at(-1)
    if (before && !areListed(text, before, candidate)) {
      yield* list.map((lone) => [lone])
      list = []
    }
    list.push(candidate)
    if (candidate.unit !== null || number.form === 'chinese') {
      yield list
      list = []
    }
  }
  yield* list.map((lone) => [lone])
}

function areListed(text: string, { end }: Span, { start }: Span): boolean {
  return start > end && start - end <= LONGEST_GAP && LIST_GAP.test(text.slice(end, start))
}
