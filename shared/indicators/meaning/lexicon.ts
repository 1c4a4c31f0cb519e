import general from '../../catalogue/lexicon/general.json' with { type: 'json' }
import { LIMITS } from '../../catalogue/lexicon/limits.ts'
import { MATTERS } from '../../catalogue/lexicon/matters.ts'
import { NEUTRAL } from '../../catalogue/lexicon/neutral.ts'
import { QUALITIES } from '../../catalogue/lexicon/qualities.ts'
import { STAGES } from '../../catalogue/lexicon/stages.ts'
import { THINGS } from '../../catalogue/lexicon/things.ts'
import { Trie } from './trie.ts'

export type Matter = keyof typeof MATTERS
export type Stage = keyof typeof STAGES
export type Thing = keyof typeof THINGS
export type Quality = keyof typeof QUALITIES
export type Name = Matter | Stage | Thing | Quality

/** All that the lexicon says of one word. A word that stands in several lists says all of them. */
export interface Word {
  readonly text: string
  readonly matters: Matter[]
  readonly stages: Stage[]
  readonly things: Thing[]
  readonly qualities: Quality[]
  /** Limits nothing. */
  neutral: boolean
  /** A verb that says nothing of the stage. */
  verb: boolean
  /** The kind of part that it names: sector, body, group, way. */
  limit: string | null
  /** Matters that its name has in it: 法律援助中心 is the body of legal aid itself. */
  within: readonly Matter[]
  /** All that it names: matters, stages, things, qualities. */
  names: readonly Name[]
}

const words = new Map<string, Word>()

function wordFor(text: string): Word {
  const known = words.get(text)
  if (known !== undefined) return known
  const word: Word = {
    text,
    matters: [],
    stages: [],
    things: [],
    qualities: [],
    neutral: false,
    verb: false,
    limit: null,
    within: [],
    names: [],
  }
  words.set(text, word)
  return word
}

function eachWord<Name extends string>(lists: Readonly<Record<Name, string>>, say: (word: Word, name: Name) => void) {
  for (const [name, list] of Object.entries(lists) as [Name, string][])
    for (const text of list.split(/\s+/)) if (text !== '') say(wordFor(text), name)
}

eachWord(MATTERS, (word, matter) => word.matters.push(matter))
eachWord(STAGES, (word, stage) => word.stages.push(stage))
for (const [thing, { words: list }] of Object.entries(THINGS) as [Thing, { readonly words: string }][])
  eachWord({ [thing]: list } as Record<Thing, string>, (word) => word.things.push(thing))
eachWord(QUALITIES, (word, quality) => word.qualities.push(quality))
eachWord(LIMITS, (word, kind) => {
  // What a list of things or stages names limits only as a kind of it: 农民工 beside 劳动者.
  if (kind === 'kind' || kind === 'arm' || (word.stages.length === 0 && word.things.length === 0)) word.limit = kind
})
eachWord(NEUTRAL, (word, kind) => {
  word.neutral = true
  word.verb = kind === 'verbs'
})

/** Common verbs, adverbs and function words of the language: they limit nothing. */
for (const text of general) if (!words.has(text)) wordFor(text).neutral = true

/** Chinese puts the head last: a word that ends as a thing or stage does is a kind of it (双随机抽查, 出具法律意见书). */
const SHORTEST_HEAD = 2
/** Acts that have names of their own: 双随机抽查, 岗前培训. */
const NAMED_ACTS: ReadonlySet<Stage> = new Set<Stage>([
  'inspect',
  'screen',
  'train',
  'publicise',
  'lecture',
  'exam',
  'review',
])
/** Heads that say only that something is counted. */
export const GENERIC = new Set([
  '事项',
  '案件',
  '项目',
  '文件',
  '单位',
  '人员',
  '活动',
  '材料',
  '信息',
  '部门',
  '问题',
  '业务',
  '工作',
  '群众',
  '当事人',
])
/** 市场监管 is a field of work, no inspection. */
const NO_ACTS = new Set(['监管', '监督'])
/** These too make no thing of the words before them. */
const NO_HEADS = new Set(['争议', '企业', '领域', '行业', '平台', '系统', '岗位', '专班'])
for (const word of words.values())
  for (let at = 1; at <= word.text.length - SHORTEST_HEAD; at++) {
    const head = words.get(word.text.slice(at))
    if (head === undefined) continue
    if (word.things.length === 0 && !GENERIC.has(head.text) && !NO_HEADS.has(head.text))
      word.things.push(...head.things)
    if (word.limit !== null && word.stages.length === 0 && !NO_ACTS.has(head.text))
      word.stages.push(...head.stages.filter((stage) => NAMED_ACTS.has(stage)))
  }

/** What a thing's name says of its quality: 口头协议, 法治培训. */
for (const word of words.values()) {
  if ((word.things.length + word.matters.length === 0 && word.limit === null) || word.qualities.length > 0) continue
  for (let start = 0; start < word.text.length - 1; start++)
    for (let end = start + 2; end <= word.text.length; end++)
      for (const quality of words.get(word.text.slice(start, end))?.qualities ?? [])
        if (!word.qualities.includes(quality)) word.qualities.push(quality)
}

/** They are parts of too many other words: 转办件, 事故隐患点. */
const NOT_WITHIN = new Set(['议案', '办件', '一窗', '审批', '隐患', '网格', '矛盾', '监督'])

/** A thing that has a matter's name in it is of that matter: 行政处罚案件, 人民调解员. The last name in it counts. */
const MATTER_OF = new Map(
  [...words.values()].filter(({ matters }) => matters.length > 0).map((word) => [word.text, word]),
)
for (const word of words.values()) {
  if (word.matters.length > 0 || (word.things.length === 0 && word.limit === null)) continue
  // 行政处罚类 is a class of the cases that are counted.
  if (word.limit !== null && word.text.endsWith('类')) continue
  const named = matterWithin(word.text)
  if (named === null) continue
  if (word.things.length > 0) word.matters.push(...named.matters)
  else word.within = named.matters
}

function matterWithin(text: string): Word | null {
  for (let end = text.length; end > 1; end--)
    for (let start = 0; start < end - 1; start++) {
      const word = MATTER_OF.get(text.slice(start, end))
      if (word !== undefined && word.text !== text && !NOT_WITHIN.has(word.text)) return word
    }
  return null
}

for (const word of words.values()) {
  const { matters, stages, things, qualities } = word
  if (matters.length + stages.length + things.length + qualities.length > 0)
    word.names = [...matters, ...stages, ...things, ...qualities]
}

/** 答覆 is as good Traditional as 答復, and the only 覆 that is a 复. */
const REPLY = /([答回办])复/g
for (const [text, word] of [...words]) if (text.includes('复')) words.set(text.replace(REPLY, '$1覆'), word)

export const WORDS: ReadonlyMap<string, Word> = words

/** Made last, when every word is known. */
export const LEXICON = new Trie<Word>(words)
