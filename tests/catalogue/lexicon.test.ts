import { describe, expect, it } from 'vitest'
import { WORD_LISTS, type WordList } from './lexicon-words.ts'

/** Lists that have a word in common say so by their types, in this order. */
const MAY_SHARE: ReadonlyMap<string, string> = new Map([
  ['matter stage', '给予处罚 names its matter and what was done'],
  ['matter thing', '调解委员会 is a body, and of mediation'],
  ['matter quality', '仲裁 is a matter and tells one way to settle disputes from others'],
  ['matter limit', '信访积案 is of petitions, and a kind of them'],
  ['matter neutral', '执法工作 names its matter and never limits'],
  ['stage thing', '化解率 is a rate, and of disputes settled'],
  ['stage quality', '网上办理 says what was done, and how'],
  ['stage limit', '一次办结 says what was done, and is a kind of it'],
  ['stage neutral', '承接 says what was done where a row asks for it, else nothing'],
  ['thing quality', '党委会 is a meeting, and of the party'],
  ['thing limit', '农民工 is counted as a person, and is a kind of them'],
  ['thing neutral', '群众 are people where a row counts people, else nothing'],
  ['quality limit', '分管领导 is a head, and a kind of heads'],
  ['quality neutral', '全市 tells the level, and never limits'],
])

/** Of what a list of stages or things has, only these lists of limits say that it is a part: the others would have no effect. */
const KINDS_OF_COUNTED = new Set(['kind', 'arm'])

const TYPES = ['matter', 'stage', 'thing', 'quality', 'limit', 'neutral'] as const

const listsByWord = new Map<string, WordList[]>()
for (const list of WORD_LISTS)
  for (const word of new Set(list.words)) listsByWord.set(word, [...(listsByWord.get(word) ?? []), list])

/** Words of several lists that break a rule, each with its lists. */
function wordsWhere(isBroken: (lists: readonly WordList[]) => boolean): string[] {
  return [...listsByWord]
    .filter(([, lists]) => isBroken(lists))
    .map(([word, lists]) => `${word}: ${lists.map(({ type, name }) => `${type} ${name}`).join(', ')}`)
}

describe('the lexicon', () => {
  it('has no word twice in one list', () => {
    const twice = WORD_LISTS.flatMap(({ type, name, words }) =>
      words.filter((word, at) => words.indexOf(word) !== at).map((word) => `${type} ${name}: ${word}`),
    )
    expect(twice).toEqual([])
  })

  it('has a word in lists of two types only where a rule allows it', () => {
    const pairsOf = (lists: readonly WordList[]) => {
      const types = TYPES.filter((type) => lists.some((list) => list.type === type))
      return types.flatMap((type, at) => types.slice(at + 1).map((other) => `${type} ${other}`))
    }
    expect(wordsWhere((lists) => pairsOf(lists).some((pair) => !MAY_SHARE.has(pair)))).toEqual([])
    const used = new Set([...listsByWord.values()].flatMap(pairsOf))
    expect([...MAY_SHARE.keys()].filter((pair) => !used.has(pair))).toEqual([])
  })

  it('has a word in one list of limits and in one of neutral words: a second would have no effect', () => {
    for (const type of ['limit', 'neutral'])
      expect(wordsWhere((lists) => lists.filter((list) => list.type === type).length > 1)).toEqual([])
  })

  it('has no limit without effect', () => {
    const isCounted = ({ type }: WordList) => type === 'stage' || type === 'thing'
    const isDead = ({ type, name }: WordList) => type === 'limit' && !KINDS_OF_COUNTED.has(name)
    expect(wordsWhere((lists) => lists.some(isCounted) && lists.some(isDead))).toEqual([])
  })
})
