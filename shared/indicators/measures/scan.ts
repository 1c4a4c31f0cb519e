import { FORMAL_NUMERALS, NUMERALS } from '../../text/numerals.ts'
import type { Span } from '../../text/span.ts'
import { type NumberToken, numberAt } from './numbers.ts'
import { endOfName } from './quoted-names.ts'

/** A number outside titles and quoted names, with the sentence it stands in. */
export interface FoundNumber {
  readonly number: NumberToken
  readonly sentence: Span
}

const NUMERAL = 1
const OPENING = 2
const SENTENCE_END = 3
const LIST_MARK = /\d{1,2}[.、] ?(?=\d{1,6}[余多]?[个家名人次件宗起户场份条项所])/y
const MARK_FOLLOWS = ':;'
const WATCHED = watchTable()

/** One pass over the characters of a reading: every number in it that is no part of a title or quoted name. */
export function* numbersIn(text: string): Generator<FoundNumber> {
  let start = 0
  let end = -1
  for (let at = 0; at < text.length; at++) {
    const kind = WATCHED[text.charCodeAt(at)]
    if (kind === SENTENCE_END) start = at + 1
    else if (kind === OPENING) at = endOfName(text, at)
    else if (kind === NUMERAL) {
      const mark = at === start || MARK_FOLLOWS.includes(text[at - 1]!) ? listMark(text, at) : 0
      if (mark > 0) {
        at += mark - 1
        continue
      }
      const found = numberAt(text, at)
      if (found.number === null) {
        at = found.end - 1
        continue
      }
      const { number } = found
      at = number.end - 1
      if (end < number.end) end = sentenceEnd(text, number.end)
      yield { number, sentence: { start, end } }
    }
  }
}

/** The length of a list mark that a number follows: in 1.5个部门联合 the figure is 5. */
function listMark(text: string, at: number): number {
  LIST_MARK.lastIndex = at
  return LIST_MARK.exec(text)?.[0].length ?? 0
}

function sentenceEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++)
    if (WATCHED[text.charCodeAt(at)] === SENTENCE_END) return text[at] === '\n' ? at : at + 1
  return text.length
}

function watchTable(): Uint8Array {
  const table = new Uint8Array(1 << 16)
  for (const character of `0123456789${NUMERALS}${FORMAL_NUMERALS}`) table[character.charCodeAt(0)] = NUMERAL
  for (const character of '《〈“‘「『"') table[character.charCodeAt(0)] = OPENING
  for (const character of '。!?\n') table[character.charCodeAt(0)] = SENTENCE_END
  return table
}
