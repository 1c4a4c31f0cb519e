import { isAllBodies, isEnlisted, isGovernmentAlone, isOfLevels, isParty, isRelied, isTool } from './bodies.ts'
import type { Name, Word } from './lexicon.ts'
import type { Phrase } from './phrases.ts'
import type { Row } from './rows.ts'
import type { Token } from './tokens.ts'

/** An unknown run before a verb is an adverb, unless it ends as bodies, places and subjects do. */
const NAMES_PART =
  /(?:局|委|办|所|站|中心|大队|中队|支队|法院|公司|[镇乡村县区市省]|街道|社区|部门|厅|院|校|会|队|组|类|型|领域|行业|系统|线|园|项目|案件|纠纷|企业|单位|人员)$/

const LONGEST_ADVERB = 4

/** A body, once its matter is named, is that matter's own: 社区矫正机构, 信访部门. */
const OWN_BODY = /^(?:机构|部门|机关|中心|机构和部门|办公室|窗口|平台|工作站|委员会|队伍|人员)$/

/** A township's government is its only body. */
const OF_TOWNSHIP = /^(?:[镇乡]|街道)/

const OPEN_LIST = '等'

const MANNER =
  /^等(?:多种|各种|系列)?(?:方式|形式|途径|渠道|载体|手段|措施|契机|时机|节点|时间节点|为载体|为契机|主题(?!宣传|普法|活动)|内容)/

/** Disputes and inspections are told apart by what they are about, campaigns by fields: 反诈、禁毒等主题宣传. */
const isOfKinds = ({ matters, stages, things }: Word, listed: Token | undefined) =>
  matters.includes('dispute') ||
  stages.includes('inspect') ||
  (things.includes('campaign') && listed?.word?.limit === 'sector')

const EACH = /各|多种|一系列/

const SUM = /^(?:共|共计|合计|总计|一共|总共|共有)$/

/** The words of a phrase that neither the row nor its neutrality explains: what limits the figure. */
export function limiting(
  text: string,
  { left, right, predicate }: Phrase,
  row: Row | null,
  isOwn: (words: string) => boolean,
): Token[] {
  const named = openLists(text, left, row)
  return [
    ...left.filter((token, at) => !named.has(token) && limits(text, left, at, row, isOwn)),
    ...right.filter((_, at) => limits(text, right, at, row, isOwn)),
    // 57名作书面述法: a kind of what was done.
    ...predicate.filter(
      ({ word }) =>
        row !== null && word?.limit === 'kind' && word.stages.some((stage) => row.stage.names.includes(stage)),
    ),
  ]
}

function limits(
  text: string,
  tokens: readonly Token[],
  at: number,
  row: Row | null,
  isOwn: (words: string) => boolean,
): boolean {
  const token = tokens[at]!
  const { kind, word, isQuoted } = token
  if (kind !== 'word' && kind !== 'unknown') return false
  // Most words: what follows looks at the text around them.
  if (word?.neutral && !isQuoted && word.qualities.length === 0 && word.stages.length === 0) return false
  const words = text.slice(token.start, token.end)
  if (word === null)
    return (
      !isOwn(words) &&
      !isOfLevels(text, tokens, at) &&
      !isTool(text, token) &&
      (isQuoted || !isAdverb(words, tokens[at + 1]))
    )
  if (isEnlisted(text, tokens, at) || isRelied(text, token)) return false
  if (isQuoted) return !isTool(text, token)
  if (word.qualities.includes('party') && !OF_TOWNSHIP.test(words) && isParty(text, tokens, at)) return true
  const names = word.names
  if (isGovernmentAlone(text, token, row)) return true
  if (word.stages.includes('newly') && row?.entry?.stock === true) return true
  if (explainsWord(row, word)) return false
  if (OWN_BODY.test(words) && at > 0 && explains(row, tokens[at - 1]!.word?.matters ?? [])) return false
  if (isOwn(words) || isOfLevels(text, tokens, at)) return false
  if (isAllBodies(text, tokens, at)) return false
  if (word.neutral || (word.qualities.includes('party') && !/^(?:kind|group|way)$/.test(word.limit ?? ''))) return false
  return word.limit !== null || names.some((name) => !isStage(word, name))
}

/** Whether the row explains the word, for words that are carried on to it. */
export function isExplained(row: Row, { word }: Token): boolean {
  return word !== null && explainsWord(row, word)
}

/** Whether the row's own parts name the word, for a quoted name: “全国民主法治示范村” is what is counted, “田间地头普法” a campaign. */
export function isNamedBy(row: Row, { word }: Token): boolean {
  return (
    word !== null &&
    word.limit !== 'kind' &&
    word.names.some((name) => row.explains.has(name) && !row.implied.has(name))
  )
}

/** A word for a part (药店, 农民工) stays one though it is of a thing that the row counts; a matter's own body is no part. */
function explainsWord(row: Row | null, word: Word): boolean {
  const { matters, stages, things, qualities, limit, within } = word
  if (limit === 'arm')
    return (
      row !== null && (row.thing.names.includes('officer') || row.thing.names.some((thing) => things.includes(thing)))
    )
  if (limit === 'kind') return row !== null && things.some((thing) => row.implied.has(thing))
  if (limit === null || things.length > 0) return explains(row, [...matters, ...stages, ...things, ...qualities])
  return explains(row, matters) || explains(row, qualities) || (limit === 'body' && explains(row, within))
}

function explains(row: Row | null, names: readonly Name[]): boolean {
  return row !== null && names.some((name) => row.explains.has(name))
}

/** The items of a list that ends in 等 and the code's own noun (案审会、讨论会等会议): examples, no parts. */
function openLists(text: string, tokens: readonly Token[], row: Row | null): ReadonlySet<Token> {
  const named = new Set<Token>()
  if (tokens.some(({ kind }) => kind === 'list')) {
    const sum = tokens.findLastIndex(({ start, end }) => SUM.test(text.slice(start, end)))
    // 市中心、镇工作站、村工作室共252个: all of them.
    if (tokens.slice(0, Math.max(0, sum)).some(({ kind }) => kind === 'list'))
      for (const token of tokens.slice(0, sum)) named.add(token)
  }
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' || text[token.start] !== OPEN_LIST) return
    // 采取赶集摆摊、入户走访等方式开展普法: how it was done.
    if (MANNER.test(text.slice(token.start, token.end + 6)))
      for (let back = at - 1; back >= 0 && !isVerb(tokens[back]!); back--) named.add(tokens[back]!)
    const noun = tokens.slice(at + 1, at + 4).find(({ word }) => word !== null && !word.neutral)
    if (noun === undefined || !explains(row, [...noun.word!.things, ...noun.word!.matters])) return
    // 邻里、婚恋等纠纷 are kinds, 邻里、婚恋等各类纠纷 all of them.
    const areKinds = !EACH.test(text.slice(token.start, noun.end)) && isOfKinds(noun.word!, tokens[at - 1])
    if (areKinds) return
    for (let back = at - 1; back >= 0 && !isVerb(tokens[back]!); back--) named.add(tokens[back]!)
  })
  return named
}

function isVerb({ kind, word }: Token): boolean {
  return kind === 'comma' || kind === 'stop' || (kind === 'word' && (word!.verb || word!.stages.length > 0))
}

const isStage = ({ stages }: { readonly stages: readonly Name[] }, name: Name) => stages.includes(name)

function isAdverb(words: string, next: Token | undefined): boolean {
  const beforeVerb = next?.kind === 'word' && (next.word!.verb || next.word!.stages.length > 0)
  return words.length === 1 || (beforeVerb && words.length <= LONGEST_ADVERB && !NAMES_PART.test(words))
}

/** The limiting words as written, short. */
export function wordsOf(text: string, tokens: readonly Token[]): string {
  return [...new Set(tokens.map(({ start, end }) => text.slice(start, end)))].join('')
}
