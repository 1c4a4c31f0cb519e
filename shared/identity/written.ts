import { pinyinIn, squeeze } from '../text/lines.ts'

/** Titles and issuers stand near the text's beginning. */
const SEARCHED = 8000
/** Shorter pieces stand anywhere. */
const SHORTEST_PIECE = 2

/**
 * Gives words as the document writes them: found again in the folded text, and taken from the same place of the
 * original, blanks and pinyin left out. Words that the document does not hold in one piece are found piece by piece, the
 * longest first; what it does not hold at all (the 人民政府 that completes a name) stays as it is.
 * @param folded the original in Simplified and half-width characters, unit for unit
 */
export function asWrittenIn(original: string, folded: string): <Words extends string | null>(words: Words) => Words {
  const kept = outsidePinyin(folded.slice(0, SEARCHED))
  const join = (text: string) => squeeze(kept.map(({ start, end }) => text.slice(start, end)).join(''))
  const written = join(original)
  const searched = join(folded)
  const find = (words: string): string => {
    for (let length = words.length; length >= SHORTEST_PIECE; length--) {
      const at = searched.indexOf(words.slice(0, length))
      if (at !== -1) return written.slice(at, at + length) + find(words.slice(length))
    }
    return words === '' ? '' : words[0]! + find(words.slice(1))
  }
  return <Words extends string | null>(words: Words) => (words === null ? words : find(words)) as Words
}

function outsidePinyin(text: string) {
  const spans = [...pinyinIn(text), { start: text.length, end: text.length }]
  return spans.map(({ start }, at) => ({ start: spans[at - 1]?.end ?? 0, end: start }))
}
