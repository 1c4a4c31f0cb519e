import type { Phrase } from './phrases.ts'
import { limiting } from './scope.ts'
import type { Token } from './tokens.ts'

/** Days and campaigns whose figures are a part of the year's. */
const CAMPAIGN = /(?:日|周|宣传月|活动月|服务月|宣传季)$/

const LEAD_END = /(?:方面|领域|系统|行业|条线|战线|工作中|过程中|活动中|期间|行动中)$/

/** Words that open the sentence and limit all that follows: 城市管理方面, 县公安局. */
export function leadOf(
  text: string,
  tokens: readonly Token[],
  { left }: Phrase,
  isOwn: (words: string) => boolean,
): Token[] {
  const until = left[0]?.start ?? 0
  const lead: Token[] = []
  let clause: Token[] = []
  for (const token of tokens) {
    if (token.start >= until || token.kind === 'figure') break
    if (token.kind !== 'comma' && token.kind !== 'stop') {
      clause.push(token)
      continue
    }
    const said = text.slice(clause[0]?.start ?? token.start, token.start)
    const phrase: Phrase = {
      left: clause,
      right: [],
      predicate: [],
      inBrackets: false,
      among: false,
      joint: null,
      items: null,
    }
    if (LEAD_END.test(said))
      lead.push(...limiting(text, phrase, null, isOwn).filter(({ word }) => word === null || word.limit !== null))
    else if (/^(?:body|arm)$/.test(clause[0]?.word?.limit ?? '') && !clause[0]!.word!.qualities.includes('levels'))
      lead.push(clause[0]!)
    // Of 宪法宣传周、国家安全教育日等 more are meant than are named.
    if (!said.includes('等'))
      lead.push(
        ...clause.filter(
          ({ word }) => word !== null && /^(?:way|kind)$/.test(word.limit ?? '') && CAMPAIGN.test(word.text),
        ),
      )
    clause = []
  }
  return lead
}
