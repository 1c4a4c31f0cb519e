import { squeeze } from '../text/lines.ts'

/** Titles and issuers stand near the text's beginning. */
const SEARCHED = 8000

/**
 * Gives words as the document writes them: found again in the folded text, and taken from the same place of the
 * original, blanks left out. Words that the document does not hold in one piece (a name completed with 人民政府) keep what
 * it holds.
 * @param folded the original in Simplified and half-width characters, unit for unit
 */
export function asWrittenIn(original: string, folded: string): (words: string) => string {
  const written = squeeze(original.slice(0, SEARCHED))
  const searched = squeeze(folded.slice(0, SEARCHED))
  return (words) => {
    for (let length = words.length; length > 1; length--) {
      const at = searched.indexOf(words.slice(0, length))
      if (at !== -1) return written.slice(at, at + length) + words.slice(length)
    }
    return words
  }
}
