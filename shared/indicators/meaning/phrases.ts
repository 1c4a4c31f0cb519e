import type { Span } from '../../report/report.ts'

/** The words that say what a figure counts. */
export interface Phrase {
  /** Those before it, most often up to where it begins. */
  readonly left: Span
  /** Those after it, where the number comes first: 受理的22件申请. */
  readonly right: Span
  /** The list whose items 分别为 hands out, where the figure has one of them: 新建、改建阵地分别为3处、5处. */
  readonly list: Span | null
  /** Those to the end of the clause, other figures between: 22个镇街、31个部门聘请法律顾问. */
  readonly far: Span
}

/** How far from its figure a word still says what is counted. */
const REACH = 90
/** The noun after a number-first figure stands close by. */
const REACH_RIGHT = 40

const CLAUSE_END = /[,;:。!?\n]/
/** Between two figures of one list. */
const JOINT = /^(?:、|和|及|与|以及|,)?$/
const JOINED = /(?:、|和|及|与|以及)$/
/** What leads from the old value of a thing to its new one. */
const CHANGED =
  /^(?:[、,]|再|又|进一步|逐步|已)*(?:提高|提升|增加|上升|增长|下降|降低|减少|缩短|压缩|压减|扩大|拓展|扩展|减|增|升|降)(?:到|至|为|成)了?$/
const RESPECTIVELY = /分别(?:为|是|达|达到|有|完成)?$/

/** Divides a sentence's words among its figures, which come in the order of the text. */
export function phrasesOf(text: string, sentence: Span, figures: readonly Span[]): Phrase[] {
  const rights = rightsOf(text, sentence, figures)
  const phrases: Phrase[] = []
  let respectively: readonly Span[] = []
  let list: Span | null = null
  for (const [i, figure] of figures.entries()) {
    const previous = figures[i - 1]
    const gap = { start: Math.max(previous?.end ?? sentence.start, figure.start - REACH), end: figure.start }
    const own = { start: leftStart(text, gap, previous !== undefined), end: figure.start }
    const words = text.slice(own.start, own.end)
    const right = rights[i]!
    const joins = previous !== undefined && JOINT.test(text.slice(gap.start, gap.end))
    if (RESPECTIVELY.test(words)) {
      respectively = itemsBefore(text, own)
      list = own
    } else if (joins) respectively = respectively.slice(1)
    else respectively = []
    const shared =
      joins || CHANGED.test(words)
        ? (respectively[0] ?? (right.start < right.end && !abuts(previous, figure) ? null : phrases[i - 1]?.left))
        : respectively[0]
    phrases.push({
      left: shared ?? own,
      right,
      list: respectively.length > 0 ? list : null,
      far: {
        start: figure.end,
        end: clauseEnd(text, { start: figure.end, end: Math.min(sentence.end, figure.end + REACH) }),
      },
    })
  }
  return phrases
}

function abuts(previous: Span | undefined, figure: Span): boolean {
  return previous !== undefined && previous.end === figure.start
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
    const sign = text[at]!
    if (sign === ')') depth++
    else if (sign === '(' && depth-- === 0) return at + 1
    else if (depth <= 0 && CLAUSE_END.test(sign)) return at + 1
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
    const mark = next?.start === end ? text.slice(start, end).lastIndexOf('、') : -1
    rights[i] = { start, end: mark < 0 ? end : start + mark }
  }
  return rights
}

function clauseEnd(text: string, { start, end }: Span): number {
  let depth = 0
  for (let at = start; at < end; at++) {
    const sign = text[at]!
    if (sign === '(' && at === start) return at
    if (sign === '(') depth++
    else if (sign === ')' && depth-- === 0) return at
    else if (depth <= 0 && CLAUSE_END.test(sign)) return at
  }
  return end
}
