import { CATALOGUE } from '../../catalogue/catalogue.ts'
import type { Entry, Rule } from '../../catalogue/entry.ts'
import { FAINT_MATTERS, MATTERS, type Matter } from '../../catalogue/matters.ts'
import type { Topic } from '../../report/report.ts'
import { FILLERS } from './fillers.ts'
import { type Found, Keywords } from './keywords.ts'
import { TOPIC_WORDS } from './topics.ts'

/** A rule with its lists of words replaced by their numbers. */
export interface CompiledRule {
  readonly entry: Entry
  /** Place in the catalogue: the earlier of two rules that fit alike wins. */
  readonly order: number
  readonly about: readonly Matter[] | null
  readonly named: boolean
  readonly titles: boolean
  readonly after: string | null
  readonly says: readonly number[]
  readonly unless: number | null
}

/** Everything that the rules ask of one word. */
export interface Word {
  /** The lists of the catalogue's rules that it stands in. */
  readonly lists: number[]
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
const numberOf = new Map<string, number>()

function wordsOf(list: string): Word[] {
  return list.split('|').map((text) => {
    const known = words.get(text)
    if (known !== undefined) return known
    const word: Word = { lists: [], rules: [], matter: null, faint: false, topics: [], filler: false }
    words.set(text, word)
    return word
  })
}

/** The same list has one number, whichever rules ask for it. */
function numberOfList(list: string): number {
  const known = numberOf.get(list)
  if (known !== undefined) return known
  const number = numberOf.size
  numberOf.set(list, number)
  for (const word of wordsOf(list)) word.lists.push(number)
  return number
}

function compile(entry: Entry, rule: Rule, order: number): CompiledRule {
  const compiled: CompiledRule = {
    entry,
    order,
    about: rule.about ?? null,
    named: rule.named ?? false,
    titles: rule.titles ?? false,
    after: rule.after ?? null,
    says: rule.says.map(numberOfList),
    unless: rule.unless === undefined ? null : numberOfList(rule.unless),
  }
  for (const word of wordsOf(rule.says[0]!)) word.rules.push(compiled)
  return compiled
}

const RULES = CATALOGUE.flatMap((entry) => entry.rules.map((rule) => ({ entry, rule }))).map(({ entry, rule }, order) =>
  compile(entry, rule, order),
)

/** The numbers of all lists that an entry's rules look for. */
export const LISTS_OF: ReadonlyMap<Entry, ReadonlySet<number>> = new Map(
  CATALOGUE.map((entry) => [entry, new Set(RULES.filter((rule) => rule.entry === entry).flatMap(({ says }) => says))]),
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
