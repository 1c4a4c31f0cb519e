import { CATALOGUE } from '../../catalogue/catalogue.ts'
import type { Entry, Rule } from '../../catalogue/entry.ts'
import { FAINT_MATTERS, MATTERS, type Matter } from '../../catalogue/matters.ts'
import { TOPIC_WORDS } from '../../catalogue/topics.ts'
import type { Topic } from '../../report/report.ts'
import { FILLERS } from './fillers.ts'
import { type Found, Keywords } from './keywords.ts'

/** Words that say the same to a rule. */
export type WordList = ReadonlySet<Word>

/** A rule with its lists of words looked up. */
export interface CompiledRule {
  readonly entry: Entry
  /** Place in the catalogue: the earlier of two rules that fit alike wins. */
  readonly order: number
  readonly about: readonly Matter[] | null
  readonly named: boolean
  readonly titles: boolean
  readonly after: string | null
  readonly says: readonly WordList[]
  readonly unless: WordList | null
}

/** Everything that the rules ask of one word. */
export interface Word {
  /** The rules whose first list it stands in: only those are tried whose first word was found. */
  readonly rules: CompiledRule[]
  matter: Matter | null
  /** Speaks of its matter only where nothing else was named. */
  faint: boolean
  readonly topics: Topic[]
  /** Says nothing of what is counted. */
  filler: boolean
}

export type Hit = Found<Word>

const words = new Map<string, Word>()

function wordsOf(list: string): Word[] {
  return list.split('|').map((text) => {
    const known = words.get(text)
    if (known !== undefined) return known
    const word: Word = { rules: [], matter: null, faint: false, topics: [], filler: false }
    words.set(text, word)
    return word
  })
}

function compile(entry: Entry, rule: Rule, order: number): CompiledRule {
  const compiled: CompiledRule = {
    entry,
    order,
    about: rule.about ?? null,
    named: rule.named ?? false,
    titles: rule.titles ?? false,
    after: rule.after ?? null,
    says: rule.says.map((list) => new Set(wordsOf(list))),
    unless: rule.unless === undefined ? null : new Set(wordsOf(rule.unless)),
  }
  for (const word of wordsOf(rule.says[0]!)) word.rules.push(compiled)
  return compiled
}

/** Every rule, in the order of the catalogue. */
export const RULES: readonly CompiledRule[] = CATALOGUE.flatMap((entry) =>
  entry.rules.map((rule) => ({ entry, rule })),
).map(({ entry, rule }, order) => compile(entry, rule, order))

/** All words that an entry's rules look for. */
export const WORDS_OF: ReadonlyMap<Entry, WordList> = new Map(
  CATALOGUE.map((entry) => {
    const lists = RULES.filter((rule) => rule.entry === entry).flatMap(({ says }) => says)
    return [entry, new Set(lists.flatMap((list) => [...list]))]
  }),
)

for (const [faint, matters] of [
  [true, FAINT_MATTERS],
  [false, MATTERS],
] as const)
  for (const [matter, list] of Object.entries(matters) as [Matter, string][])
    for (const word of wordsOf(list)) Object.assign(word, { matter, faint })

for (const [topic, list] of Object.entries(TOPIC_WORDS) as [Topic, string][])
  for (const word of wordsOf(list)) word.topics.push(topic)

for (const word of wordsOf(FILLERS)) word.filler = true

/** 答覆 is as good Traditional as 答復, and the only 覆 that is a 复. */
const REPLY = /([答回办])复/g
for (const [text, word] of [...words]) words.set(text.replace(REPLY, '$1覆'), word)

/** Made last, when every word is known. */
export const KEYWORDS = new Keywords<Word>(words)
