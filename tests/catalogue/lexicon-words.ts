import { LIMITS } from '../../shared/catalogue/lexicon/limits.ts'
import { MATTERS } from '../../shared/catalogue/lexicon/matters.ts'
import { NEUTRAL } from '../../shared/catalogue/lexicon/neutral.ts'
import { QUALITIES } from '../../shared/catalogue/lexicon/qualities.ts'
import { STAGES } from '../../shared/catalogue/lexicon/stages.ts'
import { THINGS } from '../../shared/catalogue/lexicon/things.ts'

export type WordType = 'matter' | 'stage' | 'thing' | 'quality' | 'limit' | 'neutral'

/** One list of the lexicon: a matter's words, a stage's, and so on. */
export interface WordList {
  readonly type: WordType
  readonly name: string
  readonly words: readonly string[]
}

/** Every list of the lexicon, as its files write it. */
export const WORD_LISTS: readonly WordList[] = [
  ...listsOf('matter', MATTERS),
  ...listsOf('stage', STAGES),
  ...listsOf('thing', Object.fromEntries(Object.entries(THINGS).map(([name, { words }]) => [name, words]))),
  ...listsOf('quality', QUALITIES),
  ...listsOf('limit', LIMITS),
  ...listsOf('neutral', NEUTRAL),
]

function listsOf(type: WordType, lists: Readonly<Record<string, string>>): WordList[] {
  return Object.entries(lists).map(([name, words]) => ({
    type,
    name,
    words: words.split(/\s+/).filter((word) => word !== ''),
  }))
}
