import type { Bound } from '../../report/report.ts'

/** Words right before a figure that say how exactly it is meant. The longest that fits counts: 不超过, not 超过. */
const BEFORE: readonly (readonly [Bound, string])[] = [
  [
    'atLeast',
    '不少于 不低于 不小于 不得少于 不得低于 不下 至少 最少 最低 超过 超过了 超 超了 高于 大于 多于 逾 突破 突破了 ≥ >',
  ],
  ['atMost', '不超过 不得超过 不多于 不高于 不大于 不足 不到 不满 未满 至多 最多 最高 低于 少于 小于 ≤ <'],
  ['approx', '大约 大概 将近 接近 约 约为 约有 约达 近'],
]
/** Characters that make another word of it: 商超36家, 附近3处, 村规民约14份, 节约12万元. */
const OTHER_WORD: Record<string, string> = {
  超: '商赶反',
  近: '附邻就最临靠相',
  约: '合公契条预节签履解违制特邀誓相守民',
}
/** 约占全部案件的30%: the share is meant about, though its words stand between. */
const ABOUT_A_SHARE = /[约近]占[^,。;:、]{0,14}$/
/** How far back that is looked for, in characters. */
const LONGEST_SHARE = 17
/** 上百, 上千: at least so many, only before a bare scale word. */
const UP_TO_SCALE = /(?<![以线网])上$/

const BEHIND: readonly (readonly [string, Bound])[] = [
  ['及以上', 'atLeast'],
  ['以上', 'atLeast'],
  ['及以下', 'atMost'],
  ['以下', 'atMost'],
  ['以内', 'atMost'],
  ['之内', 'atMost'],
  ['左右', 'approx'],
  ['上下', 'approx'],
]
/** A noun of up to four characters between unit and bound, but no rank: in 2名科级以上干部 the 以上 belongs to the rank. */
const NOUN_BETWEEN = /[\u4e00-\u9fff]{1,4}?(?=(?:以上|以下|以内)(?:$|[,。;、)的]))/y
const RANK = /[级科处局厅县省市]$/

interface BoundWord {
  readonly word: string
  readonly bound: Bound
}

/** By their last character, the longest first. */
const BOUND_WORDS = Map.groupBy(
  BEFORE.flatMap(([bound, words]) => words.split(' ').map((word): BoundWord => ({ word, bound }))).sort(
    (a, b) => b.word.length - a.word.length,
  ),
  ({ word }) => word.charCodeAt(word.length - 1),
)

export interface StatedBound {
  readonly bound: Bound
  /** Where the words around the figure begin or end. */
  readonly edge: number
}

/** The bound stated right before `at`, if any. `scaleOnly`: the number is a bare 百, 千 or 万. */
export function boundBefore(text: string, at: number, scaleOnly: boolean): StatedBound | null {
  if (scaleOnly && UP_TO_SCALE.test(text.slice(Math.max(0, at - 2), at))) return { bound: 'atLeast', edge: at - 1 }
  const found = BOUND_WORDS.get(text.charCodeAt(at - 1))?.find(({ word }) => text.endsWith(word, at))
  if (found === undefined)
    return ABOUT_A_SHARE.test(text.slice(Math.max(0, at - LONGEST_SHARE), at)) ? { bound: 'approx', edge: at } : null
  const edge = at - found.word.length
  return OTHER_WORD[found.word[0]!]?.includes(text[edge - 1] ?? '\n') ? null : { bound: found.bound, edge }
}

/** The bound stated right behind a unit that ends at `at`, if any. `ofTime`: behind 工作日 and its like a bare 内 will do. */
export function boundBehind(text: string, at: number, ofTime: boolean): StatedBound | null {
  if (ofTime && text[at] === '内') return { bound: 'atMost', edge: at + 1 }
  return wordAt(text, at) ?? behindNoun(text, at)
}

function behindNoun(text: string, at: number): StatedBound | null {
  NOUN_BETWEEN.lastIndex = at
  const noun = NOUN_BETWEEN.exec(text)?.[0]
  return noun === undefined || RANK.test(noun) ? null : wordAt(text, at + noun.length)
}

function wordAt(text: string, at: number): StatedBound | null {
  for (const [word, bound] of BEHIND) if (text.startsWith(word, at)) return { bound, edge: at + word.length }
  return null
}
