import { kindsOf } from '../../catalogue/units.ts'
import { goesOn, goneOn, handsOn, holds, isCaused } from './carry.ts'
import { isOffice } from './clause-subjects.ts'
import { codeOf, type Explained, sameUnit, type ToResolve } from './explained.ts'
import type { Row } from './rows.ts'
import { isExplained, isNamedBy, limiting, wordsOf } from './scope.ts'
import type { Token } from './tokens.ts'
import { continued, decides, headOf, listedBefore } from './wholes.ts'

const PART_SIGN = /^(?:其中|含|包括|包含|的|按|分)$/

/** What advisers do for the government itself. */
const OWN_LAWYERS = new Set(['litigation', 'decision', 'rules', 'reconsideration'])

const PASSED = /^[^,。;]{0,12}[,、;]?(?:其中|有)?(?:考试)?(?:通过|合格|取得合格成绩)(?:了|人数)?$/

const MODE = /^(?:政务服务|公安|审批|许可|服务)*(?:事项)?(?:均|全部|已)?(?:实现|实行|推行)/

const LONGEST_MODE = 16

type Resolved = Pick<Explained, 'row' | 'scope' | 'limits'>

/** Which row a figure stands for, what limits it, and what it hands on: as a part of the whole before it, or by its own words. */
export function resolve(given: ToResolve): Explained {
  const { figure, phrase, parts, named, choices } = given
  return { figure, phrase, parts, named, choices, ...resolved(given) }
}

function resolved(given: ToResolve): Resolved {
  const { text, choices, own } = given
  if (isPassed(text, given) || isMode(text, given) || choices[0]?.row.entry === null)
    return { row: null, scope: null, limits: handedOn(given) }
  return ofPartBefore(given) ?? underHead(given) ?? (own === null ? withoutRow(given) : withRow(given, own))
}

/** As the part that it goes on with, if there is one. */
function ofPartBefore(given: ToResolve): Resolved | null {
  const { figure, own, head, done } = given
  const part = continued(given)
  if (part === null) return null
  const row = own ?? (head !== null && sameUnit(head.figure, figure) ? head.row : headOf(done, figure)?.row) ?? null
  return row === null ? null : { row, scope: part.scope, limits: part.limits }
}

/** Behind 其中 or in brackets: of a concept of its own, within the limits of the whole, or a part of the whole. */
function underHead(given: ToResolve): Resolved | null {
  const { text, figure, phrase, own, head, last, isOwn } = given
  if (head === null || head.row === null) return null
  if (own !== null && codeOf(own) !== codeOf(head.row) && decides(given)) {
    const isNext = phrase.joint === 'list' || (phrase.joint === 'comma' && last!.phrase.joint !== 'list')
    const carried = isNext && goesOn(given, own) ? [...head.limits, ...last!.limits] : head.limits
    return { row: own, ...scopeFrom(given, own, limiting(text, phrase, own, isOwn), carried) }
  }
  if (!sameUnit(figure, head.figure)) return null
  const words = limiting(text, phrase, head.row, isOwn)
  if (words.length > 0)
    return { row: head.row, scope: wordsOf(text, [...head.limits, ...words]) || null, limits: words }
  const said = phrase.left.filter(
    ({ kind, word }) => kind === 'unknown' || (kind === 'word' && !PART_SIGN.test(word!.text)),
  )
  return { row: head.row, scope: wordsOf(text, said) || null, limits: said }
}

/** No row fits its own words: one more part of a list, or nothing. */
function withoutRow(given: ToResolve): Resolved {
  const { text, figure, phrase, parts, head, done, isOwn } = given
  const last = head === null ? listedBefore(done, figure) : head.row === null ? null : head
  const isListed =
    last !== null &&
    !/^[%‰元]$/.test(figure.unit) &&
    sameUnit(figure, last.figure) &&
    (phrase.joint === 'list' || phrase.joint === 'comma')
  const isBare =
    parts.matters.length === 0 &&
    parts.stages.length === 0 &&
    parts.things.length === 0 &&
    !parts.unknownThing &&
    last?.figure.unit === figure.unit
  const words = limiting(text, phrase, last?.row ?? null, isOwn)
  if (isListed && isBare && words.length > 0) return { row: last.row, scope: wordsOf(text, words), limits: words }
  return { row: null, scope: null, limits: [...handedOn(given), ...words] }
}

/** A figure without a code lets through what limits the one before, if it goes on with it. */
function handedOn({ phrase, parts, last }: ToResolve): readonly Token[] {
  return last === undefined || phrase.joint === 'stop' || parts.matters.length > 0 ? [] : last.limits
}

function withRow(given: ToResolve, own: Row): Resolved {
  const { text, figure, phrase, done, isOwn } = given
  const said = limiting(text, phrase, own, isOwn)
  // Behind 其中 there is a part, though no figure gave the whole; a whole of another concept leaves this figure its own.
  const words =
    phrase.among && said.length === 0 && !done.some((one) => sameUnit(one.figure, figure))
      ? phrase.left.filter(
          (token) => token.word !== null && !PART_SIGN.test(token.word.text) && !isExplained(own, token),
        )
      : said
  const gone = goesOn(given, own) ? goneOn(given, own) : []
  const carried = gone.filter(({ isQuoted }) => isQuoted || words.length === 0)
  const { scope, limits } = scopeFrom(given, own, words, carried)
  return { row: own, scope, limits: [...new Set([...gone, ...limits])] }
}

/** 参加考试386人,通过331人: those who passed are not those who sat. */
function isPassed(text: string, { last, figure }: ToResolve): boolean {
  return (
    last !== undefined && kindsOf(figure.unit).has('person') && PASSED.test(text.slice(last.figure.end, figure.start))
  )
}

/** 168项事项进驻大厅,142项实现全程网办: how items are handled counts no items of the list. */
function isMode(text: string, { own, figure }: ToResolve): boolean {
  return own !== null && codeOf(own) === 'service.items' && MODE.test(text.slice(figure.end, figure.end + LONGEST_MODE))
}

function scopeFrom(
  { text, lead, subject, last, phrase, figure, isOwn }: ToResolve,
  row: Row,
  own: readonly Token[],
  carried: readonly Token[],
) {
  const goesOnWith = subject.isOwn || (last?.row != null && last.row.family === row.family)
  const offices = OWN_LAWYERS.has(row.family)
    ? []
    : subject.tokens.filter(
        ({ word }) => isOffice({ word }) && ![...word!.matters, ...word!.things].some((name) => row.explains.has(name)),
      )
  const doer = goesOnWith ? limiting(text, { ...phrase, left: subject.tokens, right: [] }, row, isOwn) : offices
  const limits = [
    ...[
      ...lead,
      ...doer,
      ...carried.filter(
        (token) =>
          holds(text, token, figure.unit) ||
          (last?.row === null && token.word?.limit === 'kind') ||
          // 一审行政诉讼102件,败诉6件: of the cases of that instance.
          (row.stage.has.has('lose') && token.word?.things.includes('instance')) ||
          (phrase.joint === 'list' && last !== undefined && isCaused(text, last)),
      ),
    ].filter((token) => !(token.isQuoted ? isNamedBy(row, token) : isExplained(row, token))),
    ...own,
  ]
  return {
    scope: limits.length === 0 ? null : wordsOf(text, limits),
    limits: [...carried, ...handsOn(own, row, phrase)],
  }
}

/** Kinds of one thing that a list states one by one are parts, the first as well: 市级中心1个、镇级工作站21个. */
export function partsSideBySide(text: string, explained: readonly Explained[]): Explained[] {
  return explained.map((one, at) => {
    const next = explained[at + 1]
    const isListed = (a: Explained | undefined, b: Explained | undefined) =>
      b?.phrase.joint === 'list' &&
      !b.phrase.among &&
      !b.phrase.inBrackets &&
      a?.row != null &&
      b.row != null &&
      codeOf(a.row) === codeOf(b.row)
    if (
      one.row === null ||
      !one.row.kinds ||
      one.scope !== null ||
      !(isListed(one, next) || isListed(explained[at - 1], one))
    )
      return one
    const words = one.phrase.left.filter(
      ({ kind, word }) => kind === 'unknown' || (word !== null && !word.neutral && !word.verb),
    )
    return { ...one, scope: wordsOf(text, words) || null }
  })
}
