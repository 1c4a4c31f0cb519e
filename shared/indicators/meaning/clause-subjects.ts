import type { Thing } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** Who does what a clause says, if it is somebody of his own: a body, a group, an office that people hold. */
const BODY = /(?:局|委|办|所|站|中心|大队|中队|支队|法院|检察院|街道|部门|庭|室|团|公司|学校|[镇乡村])$/
const OFFICES: ReadonlySet<Thing> = new Set<Thing>(['vicePrincipal', 'lawLiterate', 'adviserPerson'])
const PREPOSITION = /^(?:向|对|为|与|会同|同|在|从|给|按|依托|通过|经|由|组织|邀请|联合|协助|配合|因|以)$/

/** What is read or dialled does nothing itself. */
export const CHANNEL = /(?:网站|平台|公众号|热线|网|微信|抖音|微博)$/

/** The subject of a clause, and whether it is said there or comes from the clause before. */
export interface Subject {
  readonly tokens: readonly Token[]
  readonly isOwn: boolean
}

/**
 * For each token the subject of its clause. A clause that begins with its verb has the subject of the one before
 * (县公安局立案12件,罚款3万元), up to a semicolon.
 */
export function subjectsOf(text: string, tokens: readonly Token[]): Subject[] {
  const subjects: Subject[] = []
  let subject: readonly Token[] = []
  let clause: Token[] = []
  const close = (isStop: boolean) => {
    const own = isTime(text, clause) ? null : ownSubject(text, clause)
    subject = own ?? subject
    const said = { tokens: subject, isOwn: own !== null }
    for (let n = 0; n < clause.length; n++) subjects.push(said)
    // Who was made something goes on as that: 31名律师担任58个村法律顾问,举办讲座174场.
    const offices =
      own === null && !clause.some(({ word }) => word?.stages.includes('engage')) ? clause.filter(isOffice) : []
    if (offices.length > 0) subject = offices
    clause = []
    if (isStop) subject = []
  }
  for (const token of tokens) {
    clause.push(token)
    if (token.kind === 'comma') close(false)
    else if (token.kind === 'stop') close(true)
  }
  close(false)
  return subjects
}

/** 森林公安转隶后: when it was, not who did what follows. */
export function isTime(text: string, clause: readonly Token[]): boolean {
  const last = clause.findLast(({ kind }) => kind !== 'comma' && kind !== 'stop')
  return last !== undefined && /(?:后|以来|之际|期间|以前|之前)$/.test(text.slice(last.start, last.end))
}

/** The nouns before the clause's first verb; null if it begins with a verb or has none. */
function ownSubject(text: string, clause: readonly Token[]): readonly Token[] | null {
  const nouns: Token[] = []
  for (const [at, token] of clause.entries()) {
    // 16个乡镇调委会、189个村调委会 are all of them.
    if (isVerb(token))
      return nouns.length > 0 &&
        !(nouns.some(isOwnCommittee) && clause.slice(0, at).some(({ kind }) => kind === 'list'))
        ? nouns
        : null
    if (acts(text, token)) {
      const before = clause[at - 1]
      if (before === undefined || !PREPOSITION.test(text.slice(before.start, before.end))) nouns.push(token)
    } else if (nouns.length === 0 && (token.kind === 'unknown' || (token.kind === 'word' && !token.word!.neutral)))
      return null
  }
  return null
}

function isVerb({ kind, word }: Token): boolean {
  return (
    kind === 'word' && (word!.verb || (word!.stages.length > 0 && word!.things.length === 0 && word!.limit === null))
  )
}

function acts(text: string, { kind, word, start, end }: Token): boolean {
  if (kind === 'unknown') return BODY.test(text.slice(start, end))
  if (kind !== 'word') return false
  if (word!.qualities.includes('levels')) return false
  if (
    word!.limit === 'body' ||
    word!.limit === 'arm' ||
    word!.things.includes('committee') ||
    isOwnCommittee({ word }) ||
    word!.qualities.includes('party') ||
    word!.qualities.includes('centreGroup') ||
    word!.things.includes('stationPlace')
  )
    return !CHANNEL.test(word!.text)
  return isOffice({ word })
}

const isOwnCommittee = ({ word }: Pick<Token, 'word'>) => word?.things.includes('ownCommittee') === true

/** Offices that people hold, who go on doing what a sentence says: 法治副校长, 村居法律顾问. */
export function isOffice({ word }: Pick<Token, 'word'>): boolean {
  return word !== null && (word.things.some((thing) => OFFICES.has(thing)) || word.matters.includes('villageAdviser'))
}
