import { THINGS } from '../../catalogue/lexicon/things.ts'
import { kindsOf, type UnitKind } from '../../catalogue/units.ts'
import { GENERIC, type Matter, type Name, type Stage, type Thing, type Word } from './lexicon.ts'
import type { Phrase } from './phrases.ts'
import type { Token } from './tokens.ts'

/** What a figure's phrase says, the nearest to the figure first. */
export interface Parts {
  readonly matters: readonly (readonly Matter[])[]
  readonly stages: readonly (readonly Stage[])[]
  readonly things: readonly (readonly Thing[])[]
  /** Nouns that say only that something is counted. */
  readonly genericThings: readonly (readonly Thing[])[]
  /** Things behind the noun, if none stands nearer: 13人取得执法证. */
  readonly predicateThings: readonly (readonly Thing[])[]
  /** What is said behind the noun: it supports a row and never speaks against one. */
  readonly predicate: {
    readonly matters: readonly (readonly Matter[])[]
    readonly stages: readonly (readonly Stage[])[]
  }
  /** Whether a noun next to the figure is one that the lexicon does not know: the thing is something of its own. */
  readonly unknownThing: boolean
  /** All words of the phrase. */
  readonly words: readonly Word[]
}

const KINDS = new Map<Thing, ReadonlySet<UnitKind>>(
  Object.entries(THINGS).map(([thing, { kinds }]) => [thing as Thing, new Set<UnitKind>(kinds)]),
)

/** Outcomes say more than that a case was handled or closed: 以调解方式结案. */
const CLOSED: ReadonlySet<Stage> = new Set<Stage>(['conclude', 'terminate', 'handle'])
const OUTCOMES: ReadonlySet<Stage> = new Set<Stage>([
  'settle',
  'mediate',
  'withdraw',
  'uphold',
  'dismiss',
  'revoke',
  'alter',
  'unlawful',
  'orderAct',
  'correct',
  'rejectAccept',
])
/** Units that count whatever noun stands before them as cases or people. */
const COUNTS_ANYTHING = /^(?:[件宗起案例]|.*次|人|名|%|元|户|家|场)$/

/** 农资领域立案33件: a field before the number says where, 26个领域 counts them. */
const FIELDS = new Set(['领域', '行业', '系统'])

const NONE: readonly Thing[] = []
const countables = new Map<ReadonlySet<UnitKind>, ReadonlySet<Thing>>()

/** The things that are counted in units of these kinds. */
function thingsOf(kinds: ReadonlySet<UnitKind>): ReadonlySet<Thing> {
  const known = countables.get(kinds)
  if (known !== undefined) return known
  const things = new Set([...KINDS].flatMap(([thing, its]) => ([...its].some((kind) => kinds.has(kind)) ? thing : [])))
  countables.set(kinds, things)
  return things
}

/** The parts of a phrase; things that the unit does not count are left out. */
export function partsOf({ left, right, predicate }: Phrase, unit: string): Parts {
  const kinds = kindsOf(unit)
  const before = [...left].reverse()
  const behind = [...right].reverse()
  const countable = thingsOf(kinds)
  const counted = (word: Word) =>
    word.things.length === 0 ? NONE : word.things.filter((thing) => countable.has(thing))
  const mattersOf = ({ matters, within, limit }: Word) => (matters.length > 0 ? matters : limit === null ? [] : within)
  const specific = (word: Word) => (GENERIC.has(word.text) ? [] : counted(word))
  const rightThings = partOf(behind, specific)
  // What stands before the matter describes it: 宗教领域矛盾纠纷.
  const matterAt = before.findIndex(({ word }) => word !== null && mattersOf(word).length > 0)
  const leftThings = partOf(matterAt === -1 ? before : before.slice(0, matterAt + 1), (word) =>
    FIELDS.has(word.text) ? [] : specific(word),
  )
  const isGeneric = right.every(
    ({ kind, word }) => kind !== 'unknown' && (kind !== 'word' || word!.neutral || GENERIC.has(word!.text)),
  )
  // 现行有效的43件文件开展清理: what stands before 的 describes the noun.
  const isAttribute = right.length > 0 && left.at(-1)?.word?.text === '的'
  const predicateStages = partOf(predicate, ({ stages }) => stages)
  const words = [...left, ...right, ...predicate].flatMap(({ word, inside }) => (word === null ? inside : [word]))
  return {
    matters: [...partOf(behind, mattersOf), ...partOf(before, mattersOf)],
    stages: outcomesFirst([
      ...(isAttribute && predicateStages.length > 0 ? [] : partOf(before, ({ stages }) => stages)),
      ...partOf(right, ({ stages }) => stages),
    ]),
    predicate: {
      matters: partOf(predicate, mattersOf),
      stages: predicateStages,
    },
    things: rightThings.length === 0 || isGeneric ? [...rightThings, ...leftThings] : rightThings,
    genericThings: [...partOf(behind, counted), ...partOf(before, counted)],
    predicateThings: kinds.has('person') ? partOf([...predicate].reverse(), counted) : [],
    unknownThing:
      !kinds.has('person') &&
      rightThings.length === 0 &&
      (right.length > 0 || leftThings.length === 0) &&
      !isGenericNoun(right) &&
      isUnknown(right.length > 0 ? behind : before, right.length > 0, unit),
    words,
  }
}

const isGenericNoun = (right: readonly Token[]) => right.some(({ word }) => word !== null && GENERIC.has(word.text))

/** Whether the noun next to the figure is one that the lexicon does not know. */
function isUnknown(nearest: readonly Token[], isBehind: boolean, unit: string): boolean {
  const noun = nearest.find(
    ({ kind, word }) => kind === 'unknown' || (kind === 'word' && !(word!.neutral || word!.verb)),
  )
  if (noun === undefined || (!isBehind && COUNTS_ANYTHING.test(unit))) return false
  return noun.kind === 'unknown' ? noun.end - noun.start > 1 : noun.word!.names.length === 0
}

function outcomesFirst(stages: readonly (readonly Stage[])[]): (readonly Stage[])[] {
  if (!stages[0]?.some((stage) => CLOSED.has(stage))) return [...stages]
  const at = stages.findIndex((names) => names.some((stage) => OUTCOMES.has(stage)))
  return at === -1 ? [...stages] : [stages[at]!, ...stages.slice(0, at), ...stages.slice(at + 1)]
}

/** Whether a word of the phrase has this name. */
export function says({ words }: Parts, name: Name): boolean {
  return words.some(({ names }) => names.includes(name))
}

function partOf<Part>(tokens: readonly Token[], of: (word: Word) => readonly Part[]): (readonly Part[])[] {
  const found: (readonly Part[])[] = []
  const add = (word: Word) => {
    const parts = of(word)
    if (parts.length > 0) found.push(parts)
  }
  for (const { word, inside } of tokens)
    if (word !== null) add(word)
    else for (let at = inside.length - 1; at >= 0; at--) add(inside[at]!)
  return found
}
