import { kindsOf } from '../../catalogue/units.ts'
import { isNoun, namesThing, predicateOf, rightOf } from './nouns.ts'
import type { Token } from './tokens.ts'

/** The words that say what one figure counts. */
export interface Phrase {
  /** Those before it, back to where its clause begins. */
  readonly left: readonly Token[]
  /** The noun right behind it: 12件案件, 120名干部. */
  readonly right: readonly Token[]
  /** Behind that noun, what is said of it: 12件案件被撤销; of a list, what is said of all: 3份合同、2件文件通过审查. */
  readonly predicate: readonly Token[]
  /** Whether it is a part of the figure before, in brackets behind it. */
  readonly inBrackets: boolean
  /** Whether 其中 stands right before its words. */
  readonly among: boolean
  /** The sign that parts it from the figure before: a list's or a clause's; null for the first of a sentence. */
  readonly joint: 'list' | 'comma' | 'stop' | 'none' | null
  /** What 分别 still has to hand out. */
  readonly items: readonly (readonly Token[])[] | null
}

const AMONG_START = /^[,、;\s(]*(?:其中|含(?!有)|包括|包含|内含|按[^,]{1,8}分|从[^,]{1,8}(?:看|来看))/

/** Says only that the figure before goes on: 由89.7%提高到96.4%, 达到75.9%. */
const GOES_ON =
  /^[,、]?(?:[较比]?(?:去年|上年|上一年|前年|20\d\d年)度?(?:同期)?的?(?:仅?为|是)?|(?:全年|年内|目前|截至目前|上半年|下半年|今年|本年度?|第?[一二三四]季度)*(?:[两二三四]项|两者|以上)?(?:总数|总量|合计|累计|共计|共|总计)(?:达到?|为|有)?)$|^[,、]?(?:同比|环比)?(?:增幅|增速|增长率|降幅|增长|下降|上升|减少|增加)(?:达|为|了|约)?$|^[,、]?(?:已|并|均|再|又|逐步|稳步|大幅|进一步)*(?:提高|提升|增加|上升|增长|下降|降低|减少|缩短|压缩|压减|扩大|拓展|增|减|升|降|调整|精简|保持|稳定|达)+(?:到|至|为|成|在)?了?$/

/** A share of the figure before: 调解结案64件,占办结案件的29.2%. */
const SHARE = /^[,、]?约?占[^,、]{0,12}$/

const RESPECTIVELY = /分别(?:为|是|达|达到|有|完成|从[^,]{0,4}|由)?$/

/** So many clauses without a word of their own are skipped to find what a figure counts. */
const MAX_SKIPPED = 2

/** How far from its figure a word still says what is counted, in tokens. */
const REACH = 40

/** Divides a sentence's words among its figures. */
export function phrasesOf(text: string, tokens: readonly Token[], units: readonly string[]): Phrase[] {
  const places = tokens.flatMap(({ kind }, at) => (kind === 'figure' ? [at] : []))
  const rights = places.map((place, i) => rightOf(text, tokens, place, kindsOf(units[i]!).has('time')))
  const phrases: Phrase[] = []
  for (const [i, place] of places.entries()) {
    const floor = i === 0 ? 0 : rights[i - 1]!.nounEnd
    const { nounEnd, end } = rights[i]!
    const { from, bracket } = leftFrom(
      tokens,
      place,
      floor,
      i > 0 && rights[i - 1]!.nounEnd > places[i - 1]! + 1,
      tokens.slice(place + 1, end).some(({ kind }) => kind === 'word' || kind === 'unknown'),
    )
    const reached =
      i === 0 && AMONG_START.test(textBetween(text, tokens, from, place)) ? clauseBefore(tokens, from) : from
    const left = tokens.slice(reached, place)
    const said = textBetween(text, tokens, reached, place)
    const right = tokens.slice(place + 1, nounEnd)
    const predicate = predicateOf(text, tokens, nounEnd)
    const joint = i === 0 ? null : jointOf(tokens.slice(floor, place))
    const previous = phrases.at(-1)
    const isSaidBehind = joint === 'stop' && predicate.some(namesThing)
    const isBare =
      right.length === 0 && !isSaidBehind && (/^[,、]?$/.test(said) || GOES_ON.test(said) || SHARE.test(said))
    const handedOut = previous?.items?.[0]
    const handsOut = RESPECTIVELY.test(said)
    const items = handsOut ? itemsOf(text, left) : isBare && handedOut !== undefined ? previous!.items!.slice(1) : null
    phrases.push({
      left:
        items !== null && handsOut
          ? (items[0] ?? left)
          : handedOut !== undefined && isBare
            ? handedOut
            : isBare && previous !== undefined && !bracket
              ? SHARE.test(said)
                ? previous.left
                : [...goneOn(previous.left, said), ...left.filter(({ kind }) => kind === 'word')]
              : left,
      right: isBare && previous !== undefined && !bracket && items === null ? previous.right : right,
      predicate,
      inBrackets: isInBrackets(tokens, place),
      among: AMONG_START.test(textBetween(text, tokens, i === 0 ? 0 : floor, place)),
      joint,
      items: items !== null && handsOut ? items.slice(1) : items,
    })
  }
  return phrases
}

function textBetween(text: string, tokens: readonly Token[], from: number, to: number): string {
  return from >= to ? '' : text.slice(tokens[from]!.start, tokens[to]!.start)
}

/** The items that 分别为 hands out among the figures after it: 受理、审结分别为47件、43件. */
function itemsOf(text: string, left: readonly Token[]): (readonly Token[])[] {
  const end = left.findLastIndex(({ start, end: to }) => text.slice(start, to).includes('分别'))
  const items: Token[][] = [[]]
  for (const token of left.slice(0, end === -1 ? left.length : end)) {
    const isJoint = token.kind === 'list' || /^[和及与]$|^以及$/.test(text.slice(token.start, token.end))
    if (isJoint) items.push([])
    else items.at(-1)!.push(token)
  }
  const noun = items.at(-1)!.filter(({ word }) => word !== null && (word.things.length > 0 || word.matters.length > 0))
  return items
    .map((item) => (item.some((token) => noun.includes(token)) || item.some(namesThing) ? item : [...item, ...noun]))
    .filter((item) => item.length > 0)
}

function jointOf(between: readonly Token[]): Phrase['joint'] {
  if (between.some(({ kind }) => kind === 'stop')) return 'stop'
  if (between.some(({ kind }) => kind === 'comma')) return 'comma'
  return between.some(({ kind }) => kind === 'list') ? 'list' : 'none'
}

/** The clause before names what 其中 parts, if no figure did. */
function clauseBefore(tokens: readonly Token[], from: number): number {
  let at = from - 1
  while (at > 0 && tokens[at - 1]!.kind !== 'comma' && tokens[at - 1]!.kind !== 'stop') at--
  return Math.max(0, at)
}

/** What was new before is not new in the total: 新增3个,总数达37个. */
function goneOn(left: readonly Token[], said: string): readonly Token[] {
  return /总|累计|合计/.test(said) ? left.filter(({ word }) => !word?.stages.includes('newly')) : left
}

/** Whether the figure stands in brackets that open right behind another. */
function isInBrackets(tokens: readonly Token[], place: number): boolean {
  for (let at = place - 1; at > 0; at--) {
    const { kind } = tokens[at]!
    if (kind === 'close' || (kind === 'stop' && at < place - REACH)) return false
    if (kind === 'open') return tokens[at - 1]!.kind === 'figure'
  }
  return false
}

/** Where the figure's own words begin: behind the last sign, or further back where those say nothing. */
function leftFrom(
  tokens: readonly Token[],
  place: number,
  floor: number,
  isListed: boolean,
  hasRight: boolean,
): { from: number; bracket: boolean } {
  let skipped = 0
  let says = false
  const earliest = Math.max(floor, place - REACH)
  for (let at = place - 1; at >= earliest; at--) {
    const { kind } = tokens[at]!
    if (kind === 'open') return { from: at + 1, bracket: true }
    if (kind === 'list' && isListed && !says) return { from: at + 1, bracket: false }
    const ends = kind === 'stop' || kind === 'comma' || kind === 'figure'
    if (ends && (says || hasRight || kind === 'figure' || skipped === MAX_SKIPPED))
      return { from: at + 1, bracket: false }
    if (ends) skipped++
    else says ||= kind === 'title' || isNoun(tokens[at]!)
  }
  return { from: earliest, bracket: false }
}
