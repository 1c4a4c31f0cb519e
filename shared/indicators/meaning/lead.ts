import { isTime } from './clause-subjects.ts'
import type { Phrase } from './phrases.ts'
import { limiting } from './scope.ts'
import type { Token } from './tokens.ts'

/** Days and campaigns whose figures are a part of the year's. */
const CAMPAIGN = /(?:日|周|宣传月|活动月|服务月|宣传季)$/

const LEAD_END = /(?:方面|领域|系统|行业|条线|战线|工作中|过程中|活动中|期间|行动中)$/

/**
 * For each token the words that opened the sentence and limit all that follows: 城市管理方面, 县公安局. Further on only a clause that
 * is nothing but a lead takes their place: 安全生产方面.
 */
export function leadsOf(
  text: string,
  tokens: readonly Token[],
  { left }: Phrase,
  isOwn: (words: string) => boolean,
): (readonly Token[])[] {
  const until = left[0]?.start ?? 0
  const leads: (readonly Token[])[] = []
  let lead: readonly Token[] = []
  let clause: Token[] = []
  for (const token of tokens) {
    leads.push(lead)
    if (token.kind !== 'comma' && token.kind !== 'stop') {
      clause.push(token)
      continue
    }
    if (token.start < until) lead = [...lead, ...opening(text, clause, isOwn)]
    else if (isLead(text, clause) && clause.every(({ kind }) => kind !== 'figure')) lead = limitsOf(text, clause, isOwn)
    clause = []
  }
  return leads
}

function opening(text: string, clause: readonly Token[], isOwn: (words: string) => boolean): Token[] {
  const [first] = clause
  return [
    ...(isLead(text, clause)
      ? limitsOf(text, clause, isOwn)
      : /^(?:body|arm)$/.test(first?.word?.limit ?? '') &&
          !first!.word!.qualities.includes('levels') &&
          !isTime(text, clause)
        ? [first!]
        : []),
    // Of 宪法宣传周、国家安全教育日等 more are meant than are named.
    ...clause.filter(
      ({ word }) =>
        word !== null &&
        /^(?:way|kind)$/.test(word.limit ?? '') &&
        CAMPAIGN.test(word.text) &&
        !textOf(text, clause).includes('等'),
    ),
  ]
}

const isLead = (text: string, clause: readonly Token[]) => LEAD_END.test(textOf(text, clause))

function limitsOf(text: string, clause: readonly Token[], isOwn: (words: string) => boolean): Token[] {
  const phrase = { left: clause, right: [], predicate: [], inBrackets: false, among: false, joint: null, items: null }
  return limiting(text, phrase, null, isOwn).filter(({ word }) => word === null || word.limit !== null)
}

function textOf(text: string, clause: readonly Token[]): string {
  return clause.length === 0 ? '' : text.slice(clause[0]!.start, clause.at(-1)!.end)
}
