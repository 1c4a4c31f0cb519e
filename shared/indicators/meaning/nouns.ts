import type { Token } from './tokens.ts'

export const namesThing = ({ word }: Token) => word !== null && word.things.length > 0

interface Right {
  /** Behind the last token of the noun. */
  readonly nounEnd: number
  readonly end: number
}

const CLAUSE_ENDS = new Set(['comma', 'stop', 'open', 'close'])

const ENDS = new Set(['comma', 'list', 'stop', 'open', 'close', 'figure'])

/** The noun behind the figure: up to the first verb behind a noun, or to the next sign. */
export function rightOf(text: string, tokens: readonly Token[], place: number, isEvent: boolean): Right {
  let end = place + 1
  while (end < tokens.length && !ENDS.has(tokens[end]!.kind)) end++
  const attribute = tokens
    .slice(place + 1, end)
    .findLastIndex(({ start, end: to }) => to - start === 1 && text[start] === '的')
  let nounEnd = place + 1
  let hasNoun = false
  for (let at = attribute > 0 && tokens[end]?.kind !== 'figure' ? place + 2 + attribute : place + 1; at < end; at++) {
    const token = tokens[at]!
    if (hasNoun ? endsNoun(token) : !mayOpenNoun(token, isEvent)) break
    // 28个执法单位案卷308卷: the noun right before the next figure is that one's.
    if (hasNoun && tokens[end]?.kind === 'figure' && at === end - 1 && namesThing(token)) break
    hasNoun ||= isNoun(token)
    if (hasNoun) nounEnd = at + 1
  }
  return { nounEnd, end }
}

/** What is said of the noun: right behind it, or, of a list, behind the last of its figures. */
export function predicateOf(text: string, tokens: readonly Token[], from: number): Token[] {
  const next = tokens[from]
  if (next !== undefined && /^[中里]/.test(text.slice(next.start, next.end))) return []
  const rest: Token[] = []
  for (let at = from; at < tokens.length && !CLAUSE_ENDS.has(tokens[at]!.kind); at++) {
    const { kind } = tokens[at]!
    const isSaid = rest.some(({ word }) => word !== null && word.stages.length > 0)
    if (kind === 'list' && isSaid) break
    if (kind === 'figure')
      return rest.length > 0 && !rest.some((token) => token.kind === 'list') && at > from && isVerbal(rest)
        ? rest
        : predicateOf(text, tokens, namesOwn(tokens, from) ? rightOf(text, tokens, at, false).nounEnd : at + 1)
    else rest.push(tokens[at]!)
  }
  return rest
}

/** Whether the figure has a noun of its own, so that the next figure's is none of its: 72份合同、35个事项和8件文件, not 2个国家级、17个省级村. */
const namesOwn = (tokens: readonly Token[], from: number) => tokens.slice(from - 2, from).some(namesThing)

/** What is said of the figure though another follows: 为1574名劳动者追回报酬6410万元, 407名执法人员参加轮训3期. */
const SAID_OF_BOTH = ['recover', 'engage', 'attend'] as const

function isVerbal(rest: readonly Token[]): boolean {
  return rest.some(({ word }) => word !== null && SAID_OF_BOTH.some((stage) => word.stages.includes(stage)))
}

export function isNoun({ kind, word }: Token): boolean {
  return (
    kind === 'unknown' ||
    (kind === 'word' &&
      (word!.things.length > 0 ||
        word!.matters.length > 0 ||
        word!.limit !== null ||
        word!.stages.length > 0 ||
        word!.qualities.length > 0))
  )
}

const PREPOSITIONS = new Set(['在', '于', '由', '被', '经', '与', '对', '向', '从', '通过', '按', '以'])

function endsNoun({ kind, word }: Token): boolean {
  // 64份合同出具审查意见: a verb with its object says what was done.
  if (kind === 'word' && word!.stages.includes('opine') && /^(?:出具|提出|提供)/.test(word!.text)) return true
  if (kind === 'word' && PREPOSITIONS.has(word!.text)) return true
  return (
    kind === 'word' &&
    (word!.verb || (word!.stages.length > 0 && word!.things.length === 0 && word!.matters.length === 0))
  )
}

/** A noun does not begin with a verb; 12次检查 is one all the same. */
function mayOpenNoun({ kind, word }: Token, isEvent: boolean): boolean {
  if (kind !== 'word') return true
  const isStage = word!.stages.length > 0 && word!.things.length === 0 && word!.matters.length === 0
  return !word!.verb && (!isStage || isEvent)
}
