import { CHANNEL } from './clause-subjects.ts'
import { codeOf, type Explained, type ToResolve } from './explained.ts'
import type { Stage } from './lexicon.ts'
import type { Phrase } from './phrases.ts'
import type { Row } from './rows.ts'
import { limiting } from './scope.ts'
import type { Token } from './tokens.ts'

const TOTAL = /^(?:共|共计|累计|合计|总计|全年|全[省市县区镇乡州旗]|全街道|各级.*|一共|总共|年内|今年以来)$/

/** What is found and pursued ends in penalties and fines: 查处非法采砂6起,罚款12万元. */
const PURSUES: ReadonlySet<Stage> = new Set<Stage>(['investigate', 'find', 'screen', 'prevent'])

const CAUSE = /(?:因|由)[^,;。]{2,14}(?:引起|引发|产生|导致)|^[^,;。]{0,3}因(?:政府)?信息公开/

const STAYS = new Set(['body', 'arm', 'sector', 'way', 'group'])

/** A part named once holds for what goes on with it: the same matter, up to a semicolon or a word for the whole. */
export function goesOn({ text, phrase, parts, last, done }: ToResolve, row: Row): boolean {
  if (last === undefined || phrase.joint === 'stop' || last.row?.entry?.stock === true) return false
  // Behind parts that a list named one by one, or a figure of the whole, what follows is of the whole again.
  if (phrase.joint === 'comma' && (isPartList(done) || (!last.phrase.among && hasWholeBefore(done, row)))) return false
  if (phrase.joint === 'list' && isCaused(text, last)) return true
  const isThin = parts.matters.length === 0 && parts.things.length === 0
  const isPursued =
    row.family === 'enforcement' && last.parts.stages.some((names) => names.some((name) => PURSUES.has(name)))
  if (last.row === null ? !isThin && !isPursued : last.row.family !== row.family) return false
  // 罚款共计12.6万元 is no new total.
  const noun = phrase.left.findIndex(({ word }) => word !== null && word.things.length > 0)
  return !phrase.left
    .slice(0, noun === -1 ? undefined : noun)
    .some(({ start, end }) => TOTAL.test(text.slice(start, end)))
}

/** What limits the figure before; what explained its row (双随机抽查计划) may limit this one. */
export function goneOn({ text, phrase, last, isOwn }: ToResolve, row: Row): readonly Token[] {
  // Kinds that a figure without a code counted limit no more: 对26家企业实施正面清单,对7起案件不予处罚.
  if (last!.row === null)
    return [...new Set([...last!.limits, ...limiting(text, last!.phrase, row, isOwn)])].filter(
      (token) => phrase.joint === 'none' || token.word?.limit !== 'kind' || !last!.phrase.right.includes(token),
    )
  return [
    ...new Set([
      ...last!.limits,
      ...limiting(text, last!.phrase, row, isOwn).filter(
        (token) =>
          token.isQuoted ||
          (token.word?.limit === 'sector' && handsOn([token], last!.row!, last!.phrase).length > 0) ||
          token.word?.qualities.includes('joint') ||
          token.word?.matters.includes('oneThing') === true,
      ),
    ]),
  ]
}

/** 因信息公开引起的复议5件、诉讼3件: the cause is said once for the list. */
export function isCaused(text: string, { phrase, figure }: Explained): boolean {
  return CAUSE.test(text.slice(phrase.left[0]?.start ?? figure.start, figure.start))
}

function isPartList(done: readonly Explained[]): boolean {
  const [before, last] = done.slice(-2)
  return (
    last !== undefined &&
    (last.phrase.joint === 'list' || last.phrase.joint === 'comma') &&
    last.scope !== null &&
    last.scope !== before?.scope &&
    before?.scope != null &&
    before.row !== null &&
    last.row !== null &&
    codeOf(before.row) === codeOf(last.row)
  )
}

/** Whether the sentence, back to its last semicolon, has a figure of the same family that nothing limits. */
function hasWholeBefore(done: readonly Explained[], row: Row): boolean {
  const from = done.findLastIndex(({ phrase }) => phrase.joint === 'stop')
  return done
    .slice(Math.max(0, from), -1)
    .some(
      (one) => one.row !== null && one.row.entry!.stock !== true && one.scope === null && one.row.family === row.family,
    )
}

/** A named campaign, a sector, a body holds on; of a sum all that limits what it was taken for; a level (镇级) is said of one thing alone. */
export function holds(text: string, { word, isQuoted, start, end }: Token, unit: string): boolean {
  // 首违不罚 is a decision of its own; 双随机抽查计划 says how the inspections behind it were made.
  if (word?.stages.includes('notPunish')) return false
  if (word?.qualities.includes('joint') || word?.matters.includes('oneThing')) return true
  if (isQuoted || (word?.limit != null && /[“"]/.test(text[start - 1] ?? '') && /[”"]/.test(text[end] ?? '')))
    return true
  if (word === null) return unit === '元'
  if (word.things.includes('ownCommittee')) return true
  if (word.qualities.includes('levels') || word.limit === null) return false
  // Named campaigns hold on; kinds of a thing are said of it alone.
  return (
    unit === '元' ||
    STAYS.has(word.limit) ||
    (word.limit === 'kind' && word.matters.includes('publicity') && word.things.length === 0)
  )
}

/** What was inspected limits the inspections alone; what the inspections are of holds on (安全生产检查, not 检查药店). */
export function handsOn(limits: readonly Token[], row: Row, { left, joint }: Phrase): readonly Token[] {
  const held = limits.filter(({ word }) => word === null || !CHANNEL.test(word.text))
  if (!row.stage.names.includes('inspect')) return held
  const inspected =
    left.findLast(({ word }) => word?.stages.includes('inspect'))?.start ??
    (joint === 'list' ? 0 : Number.POSITIVE_INFINITY)
  return held.filter(
    ({ word, isQuoted, start }) =>
      start < inspected && (isQuoted || word?.limit === 'sector' || word?.limit === 'body' || word?.limit === 'arm'),
  )
}
