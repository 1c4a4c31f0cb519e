import { characterSet } from '../../text/character-set.ts'
import type { Span } from '../../text/span.ts'

/** The words that say what a figure counts. */
export interface Phrase {
  /** Those before it, most often up to where it begins. */
  readonly left: Span
  /** Those after it, where the number comes first: 受理的22件申请. */
  readonly right: Span
  /** The list whose items 分别为 hands out, where the figure has one of them: 新建、改建阵地分别为3处、5处. */
  readonly list: Span | null
  /** Whether it stands in a list with the figure before: the list's verb is said once. */
  readonly listed: boolean
  /** Before the parenthesis that the figure stands in. */
  readonly outer: Span | null
  /** Those to the end of the clause, other figures between: 22个镇街、31个部门聘请法律顾问. */
  readonly far: Span
}

/** How far from its figure a word still says what is counted. */
const REACH = 90
/** The noun after a number-first figure stands close by. */
const REACH_RIGHT = 40

const CLAUSE_END = characterSet(',;:。!?\n')
const OPENING = '('.charCodeAt(0)
const CLOSING = ')'.charCodeAt(0)
/** Between two figures of one list. */
const JOINT = /^(?:、|和|及|与|以及|,)?$/
/** Between two figures of one list that have their own nouns. */
const LISTED = /^(?:[^,;:。()]{0,12})?、[^,;:。()]*$|^[和及与]/
const JOINED = /(?:、|和|及|与|以及)$/
/** What leads from the old value of a thing to its new one. */
const CHANGED =
  /^(?:[、,]|再|又|进一步|逐步|已)*(?:提高|提升|增加|上升|增长|下降|降低|减少|缩短|压缩|压减|扩大|拓展|扩展|减|增|升|降)(?:到|至|为|成)了?$|^(?:[、,(]|并|已|现)*达到?$|^[^,]{0,8}(?:保持在|稳定在|维持在)$|^(?:累计|总数|总量)(?:达到?|为|有)?$|^(?:较|比)(?:去年|上年|上一年|前年)(?:同期)?的?$/
/** Says only that a number follows: what is counted stands in the clause before. */
const ONLY_COUNTS = /^(?:共|共计|合计|累计|总计|共有|达|约|为|有|全年|已)+$/
const RESPECTIVELY = /分别(?:为|是|达|达到|有|完成)?$/

/** Divides a sentence's words among its figures, which come in the order of the text. */
export function phrasesOf(text: string, sentence: Span, figures: readonly Span[]): Phrase[] {
  const rights = rightsOf(text, sentence, figures)
  const phrases: Phrase[] = []
  let handedOut: HandedOut = NOTHING_HANDED_OUT
  for (const [i, figure] of figures.entries()) {
    const previous = figures[i - 1]
    const gap = { start: Math.max(previous?.end ?? sentence.start, figure.start - REACH), end: figure.start }
    const right = rights[i]!
    const own = ownWords(text, gap, previous !== undefined, right)
    const words = text.slice(own.start, own.end)
    const between = previous === undefined ? null : text.slice(gap.start, gap.end)
    handedOut = next(handedOut, text, own, between)
    const carriesOn =
      CHANGED.test(words) ||
      (between !== null && (between === '' || (JOINT.test(between) && right.start === right.end)))
    phrases.push({
      left: handedOut.items[0] ?? (carriesOn ? phrases.at(-1)?.left : undefined) ?? own,
      right,
      list: handedOut.items.length > 0 ? handedOut.list : null,
      listed: between !== null && LISTED.test(between),
      outer: text[own.start - 1] === '(' ? outerOf(text, gap.start, own.start - 1, phrases.at(-1)) : null,
      far: {
        start: figure.end,
        end: clauseEnd(text, { start: figure.end, end: Math.min(sentence.end, figure.end + REACH) }),
      },
    })
  }
  return phrases
}

/** The items of 受理、审结分别为 that still await their figures. */
interface HandedOut {
  readonly list: Span | null
  readonly items: readonly Span[]
}

const NOTHING_HANDED_OUT: HandedOut = { list: null, items: [] }

function next(handedOut: HandedOut, text: string, own: Span, between: string | null): HandedOut {
  if (RESPECTIVELY.test(text.slice(own.start, own.end))) return { list: own, items: itemsBefore(text, own) }
  if (between === null || handedOut.items.length === 0 || !JOINT.test(between)) return NOTHING_HANDED_OUT
  return { ...handedOut, items: handedOut.items.slice(1) }
}

function ownWords(text: string, gap: Span, follows: boolean, right: Span): Span {
  const start = leftStart(text, gap, follows)
  const counts = right.start === right.end && ONLY_COUNTS.test(text.slice(start, gap.end)) && start - 1 > gap.start
  return { start: counts ? leftStart(text, { start: gap.start, end: start - 1 }, follows) : start, end: gap.end }
}

function outerOf(text: string, from: number, end: number, previous: Phrase | undefined): Span | null {
  return from === end ? (previous?.left ?? null) : { start: leftStart(text, { start: from, end }, false), end }
}

/** The items that 分别为 hands out among the figures after it: 受理、审结分别为47件、43件. */
function itemsBefore(text: string, { start, end }: Span): Span[] {
  const items: Span[] = []
  let from = start
  for (const { 0: mark, index } of text.slice(start, end).matchAll(/、|和|及|与|分别/g)) {
    items.push({ start: from, end: start + index })
    from = start + index + mark.length
  }
  return items
}

/** After the last sign that ends a clause; in a list of figures, after the sign that joins them. */
function leftStart(text: string, gap: Span, follows: boolean): number {
  let depth = 0
  for (let at = gap.end - 1; at >= gap.start; at--) {
    const sign = text.charCodeAt(at)
    if (sign === CLOSING) depth++
    else if (sign === OPENING && depth-- === 0) return at + 1
    else if (depth <= 0 && CLAUSE_END[sign] === 1) return at + 1
  }
  if (!follows) return gap.start
  const words = text.slice(gap.start, gap.end)
  if (JOINED.test(words)) return gap.end
  const mark = words.indexOf('、')
  return mark >= 0 ? gap.start + mark + 1 : gap.start
}

/** Figures with nothing between (46宗46人) share what follows the last of them. */
function rightsOf(text: string, sentence: Span, figures: readonly Span[]): Span[] {
  const rights: Span[] = []
  for (let i = figures.length - 1; i >= 0; i--) {
    const { end: start } = figures[i]!
    const next = figures[i + 1]
    if (next?.start === start) {
      rights[i] = rights[i + 1]!
      continue
    }
    const limit = Math.min(next?.start ?? sentence.end, start + REACH_RIGHT)
    const end = clauseEnd(text, { start, end: limit })
    rights[i] = { start, end: next?.start === end ? joinedAt(text, { start, end }) : end }
  }
  return rights
}

/** Where the words between two figures of a list stop speaking of the first: at the sign that joins them. */
function joinedAt(text: string, { start, end }: Span): number {
  const words = text.slice(start, end)
  const joined = JOINED.exec(words)?.index ?? words.lastIndexOf('、')
  return joined < 0 ? end : start + joined
}

function clauseEnd(text: string, { start, end }: Span): number {
  let depth = 0
  for (let at = start; at < end; at++) {
    const sign = text.charCodeAt(at)
    if (sign === OPENING && at === start) return at
    if (sign === OPENING) depth++
    else if (sign === CLOSING && depth-- === 0) return at
    else if (depth <= 0 && CLAUSE_END[sign] === 1) return at
  }
  return end
}
