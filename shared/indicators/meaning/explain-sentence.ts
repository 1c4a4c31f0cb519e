import { fittingRows } from './choose.ts'
import { subjectsOf } from './clause-subjects.ts'
import { codeOf, type Explained, type Outcome, type SentenceGiven, stagesOf } from './explained.ts'
import { leadsOf } from './lead.ts'
import type { Name, Word } from './lexicon.ts'
import { type Parts, partsOf } from './parts.ts'
import { phrasesOf } from './phrases.ts'
import { partsSideBySide, resolve } from './resolve.ts'
import { limiting } from './scope.ts'
import { tokensOf } from './tokens.ts'
import { headOf, isOtherAct, stagesBefore } from './wholes.ts'

const STOCK = /^(?:人|名|位|个|家|所|处)$/

/** What the figures of a sentence mean. */
export function explainSentence(given: SentenceGiven): Outcome {
  const { text, sentence, figures, isOwn } = given
  const tokens = tokensOf(text, sentence, figures)
  const subjects = subjectsOf(text, tokens)
  const places = tokens.flatMap(({ kind }, place) => (kind === 'figure' ? [place] : []))
  const phrases = phrasesOf(
    text,
    tokens,
    figures.map(({ unit }) => unit),
  )
  const done: Explained[] = []
  let carried = given.before.matters
  let named: Word | null = null
  let head: Explained | null = null
  let bracketed: Explained | null = null
  let partStages: Parts['stages'] | null = null
  let listed: Parts['stages'] = []
  const leads = leadsOf(text, tokens, phrases[0]!, isOwn)
  const seen = new Set<Name>(given.headingNames)
  let at = 0
  let depth = 0
  for (const [i, figure] of figures.entries()) {
    const phrase = phrases[i]!
    const unit = figure.unit
    const parts = partsOf(phrase, unit)
    const from = phrase.left[0]?.start ?? figure.start
    for (; at < tokens.length && tokens[at]!.start < from; at++) {
      const { word, inside } = tokens[at]!
      if (i === 0) for (const one of word === null ? inside : [word]) for (const name of one.names) seen.add(name)
      if (tokens[at]!.kind === 'open') depth++
      if (tokens[at]!.kind === 'close') depth--
      if (depth === 0 && word !== null && word.matters.length > 0) {
        carried = word.matters
        named = word
      }
    }
    const last = phrase.inBrackets ? done.at(-1) : done.findLast((one) => !one.phrase.inBrackets)
    if (!phrase.inBrackets) bracketed = null
    else bracketed ??= last ?? null
    if (phrase.among && !phrase.inBrackets)
      head = headOf(done, figure) ?? (done.length === 0 ? headOf(given.before.figures, figure) : null)
    else if (
      phrase.joint === 'stop' &&
      (parts.matters.length > 0 || isOtherAct(parts, head) || limiting(text, phrase, null, isOwn).length === 0)
    )
      head = null
    const whole: Explained | null = bracketed ?? head
    if (phrase.joint === 'stop') partStages = null
    if (phrase.among && last !== undefined && stagesOf(last).length > 0) partStages = stagesOf(last)
    const context = {
      carried,
      heading: given.heading,
      sentence: seen,
      stages: partStages ?? stagesBefore(whole, listed, phrase),
      isPart: whole !== null,
    }
    const isGrowth = last?.row != null && last.row.family === 'market' && codeOf(last.row) !== 'market.entities_added'
    const countsStock = STOCK.test(unit)
    const choices = fittingRows(parts, unit, figure.measurement.role, { ...context, isGrowth, countsStock })
    const own = choices[0]?.row.entry == null ? null : choices[0].row
    const result = resolve({
      text,
      figure,
      phrase,
      parts,
      named,
      choices,
      own,
      head: whole,
      last,
      done,
      lead: leads[places[i]!]!,
      subject: subjects[places[i]!]!,
      isOwn,
    })
    done.push(result)
    for (const { word } of phrase.left) if (word !== null) for (const name of word.names) seen.add(name)
    // 审查合同12份、文件3件、决策2项: said once, a stage holds down the list.
    const stages = stagesOf(result)
    if (stages.length > 0 || phrase.joint !== 'list') listed = stages
    // 是同期一审行政诉讼的2.7倍: what is compared with is not what is spoken of.
    if (unit === '倍') while (at < tokens.length && tokens[at]!.start <= figure.start) at++
    else if (whole === null && parts.matters.length > 0) carried = parts.matters[0]!
    else if (
      whole === null &&
      result.row?.leaves != null &&
      !carried.some((matter) => result.row!.matter.names.includes(matter))
    )
      carried = [result.row.leaves]
  }
  return { figures: partsSideBySide(text, done), matters: carried }
}
