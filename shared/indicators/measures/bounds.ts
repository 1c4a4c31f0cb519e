import type { Bound } from '../../report/report.ts'

/**
 * Words that say how exactly a figure is stated. Before the number they are read back from it, behind it forward from
 * the unit (70%以上) or from the short noun that the unit counts (5个环节以下).
 */
const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [
    /(?:不少于|不低于|不小于|不下|至少|最少|最低|(?<!不)超过|(?<![商赶反])超|(?<!不)高于|(?<!不)大于|(?<!不)多于|逾|突破)了?$|[≥>]$/,
    'atLeast',
  ],
  [
    /(?:不超过|不多于|不高于|不大于|不足|不到|不满|未满|至多|最多|最高|(?<!不)低于|(?<!不)少于|(?<!不)小于)$|[≤<]$/,
    'atMost',
  ],
  [/(?:大约|大概|将近|接近|约[为有达]?|(?<![附邻就最临靠相])近)$/, 'approx'],
]
/** 公约27份, 节约12万元, 签约30个: no 'about'. */
const NO_ABOUT = /[合公契条预节签履解违制特邀誓相守民]约$/
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
/** A noun of up to four characters, but no rank: in 2名科级以上干部 the 以上 belongs to the rank. */
const NOUN_BETWEEN = /[\u4e00-\u9fff]{1,4}?(?=(?:以上|以下|以内)(?:$|[,。;、)的]))/y
const RANK = /[级科处局厅县省市]$/

export interface StatedBound {
  readonly bound: Bound
  /** Where the words around the figure begin or end. */
  readonly edge: number
}

/** The bound stated right before `at`, if any. `scaleOnly`: the number is a bare 百, 千 or 万. */
export function boundBefore(text: string, at: number, scaleOnly: boolean): StatedBound | null {
  const before = text.slice(Math.max(0, at - 5), at)
  if (scaleOnly && UP_TO_SCALE.test(before)) return { bound: 'atLeast', edge: at - 1 }
  for (const [pattern, bound] of BEFORE) {
    const found = pattern.exec(before)
    if (found && !(bound === 'approx' && NO_ABOUT.test(before))) return { bound, edge: at - found[0].length }
  }
  return null
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
