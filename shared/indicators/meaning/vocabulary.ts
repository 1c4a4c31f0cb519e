import { CATALOGUE } from '../../catalogue/catalogue.ts'
import type { Entry, Rule } from '../../catalogue/entry.ts'
import { FAINT_MATTERS, MATTERS, type Matter } from '../../catalogue/matters.ts'
import type { Topic } from '../../report/report.ts'
import { FILLERS } from './fillers.ts'
import { Keywords } from './keywords.ts'
import { TOPIC_WORDS } from './topics.ts'

/** A rule with its lists of words replaced by their group numbers. */
export interface CompiledRule {
  readonly entry: Entry
  /** Place in the catalogue: the earlier of two rules that fit alike wins. */
  readonly order: number
  readonly about: ReadonlySet<Matter> | null
  readonly named: boolean
  readonly titles: boolean
  readonly says: readonly number[]
  readonly unless: number | null
}

const lists: string[] = []
const groupOf = new Map<string, number>()

/** The same list of words is one group, whoever asks for it. */
function group(words: string): number {
  const known = groupOf.get(words)
  if (known !== undefined) return known
  groupOf.set(words, lists.length)
  lists.push(words)
  return lists.length - 1
}

function compile(entry: Entry, rule: Rule, order: number): CompiledRule {
  return {
    entry,
    order,
    about: rule.about === undefined ? null : new Set(rule.about),
    named: rule.named ?? false,
    titles: rule.titles ?? false,
    says: (rule.says ?? []).map(group),
    unless: rule.unless === undefined ? null : group(rule.unless),
  }
}

const RULES: readonly CompiledRule[] = CATALOGUE.flatMap((entry) => entry.rules.map((rule) => ({ entry, rule }))).map(
  ({ entry, rule }, order) => compile(entry, rule, order),
)

/** The groups of all words that an entry's rules look for. */
export const GROUPS_OF: ReadonlyMap<Entry, ReadonlySet<number>> = new Map(
  CATALOGUE.map((entry) => [entry, new Set(RULES.filter((rule) => rule.entry === entry).flatMap(({ says }) => says))]),
)

interface MatterWords {
  readonly matter: Matter
  readonly faint: boolean
}

function matterGroups(words: Partial<Readonly<Record<Matter, string>>>, faint: boolean): [number, MatterWords][] {
  return (Object.entries(words) as [Matter, string][]).map(([matter, list]) => [group(list), { matter, faint }])
}

/** Which group tells of which matter; a faint one only where nothing else was named. */
export const MATTER_OF: ReadonlyMap<number, MatterWords> = new Map([
  ...matterGroups(MATTERS, false),
  ...matterGroups(FAINT_MATTERS, true),
])

export const TOPIC_OF: ReadonlyMap<number, Topic> = new Map(
  Object.entries(TOPIC_WORDS).map(([topic, words]) => [group(words), topic as Topic]),
)

export const FILLER = group(FILLERS)

/** Rules by the group of their first list of words: only those are tried whose first word stands in the phrase. */
export const RULES_BY_GROUP: ReadonlyMap<number, readonly CompiledRule[]> = Map.groupBy(RULES, ({ says }) => says[0]!)

/** Made last, when every list is known. */
export const KEYWORDS = new Keywords(lists)
