import type { Limit, TypedWord, Why } from '../../shared/indicators/meaning/why.ts'
import type { Lack, Miss } from '../../shared/indicators/meaning/why-not.ts'
import type { Excluded } from '../../shared/indicators/measures/measure.ts'
import type { Measurement } from '../../shared/indicators/measures/measurement.ts'

/** How much of a sentence is shown on either side of its figure. */
const SENTENCE_REACH = 60
const EXCLUDED_REACH = 12

const PLACES: Readonly<Record<TypedWord['place'], string>> = {
  before: 'before it',
  noun: 'its noun',
  behind: 'behind it',
}

const LACKS: Readonly<Record<Lack, string>> = {
  unit: 'is not counted in this unit',
  role: 'does not count changes',
  matter: 'asks for another matter',
  stage: 'asks for another stage',
  thing: 'counts another thing',
  quality: 'asks for a word that is missing',
}

/** The explanation of one figure, line by line: what it means, of which words, and why this code and this scope. */
export function explanationOf(text: string, measurement: Measurement, why: Why): string[] {
  const { meaning, parts } = why
  return [
    `${measurement.raw}  ${meaning.code ?? 'no code'}${why.row?.entry == null ? '' : ` ${why.row.entry.zh}`}`,
    `  sentence    ${sentenceOf(text, measurement)}`,
    ...wordLines(why.words),
    `  parts       matter: ${parts.matter || (isOfSentence(why) ? 'said before, or by the heading' : 'not said')}; stage: ${parts.stage || 'not said'}; thing: ${parts.thing || 'not said'}`,
    `  time, role  ${meaning.period}, ${measurement.role}; topic ${meaning.topic}`,
    `  why this code   ${whyThisCode(why)}`,
    ...why.lost.map(({ row, weight }) => `    lost: ${nameOf(row.entry)}, by weight ${weight} to ${why.weight}`),
    ...why.misses.map((miss) => `    near: ${missed(miss)}`),
    `  why this scope  ${whyThisScope(meaning.code, why.limit)}`,
  ]
}

/** A number that counts nothing, with the words around it. */
export function exclusionOf(text: string, { start, end, why }: Excluded): string {
  const before = text.slice(Math.max(0, start - EXCLUDED_REACH), start)
  const after = text.slice(end, end + EXCLUDED_REACH)
  return `  ${`${before}【${text.slice(start, end)}】${after}`.replaceAll(/\s+/g, ' ').trim()}  ${why}`
}

/** Whether the row asks for a matter that the phrase itself does not name. */
function isOfSentence({ row, isOfFigureBefore }: Why): boolean {
  return row !== null && (isOfFigureBefore || !(row.matter.any || row.matter.none))
}

function sentenceOf(text: string, { start, end, sentence }: Measurement): string {
  const from = Math.max(sentence.start, start - SENTENCE_REACH)
  const to = Math.min(sentence.end, end + SENTENCE_REACH)
  const before = `${from > sentence.start ? '…' : ''}${text.slice(from, start)}`
  const after = `${text.slice(end, to)}${to < sentence.end ? '…' : ''}`
  return `${before}【${text.slice(start, end)}】${after}`.replaceAll(/\s+/g, ' ').trim()
}

function wordLines(words: readonly TypedWord[]): string[] {
  return (['before', 'noun', 'behind'] as const).flatMap((place) => {
    const here = words.filter((word) => word.place === place)
    if (here.length === 0) return []
    const said = here.map(({ text, says }) => `${text} [${says.join(', ')}]`).join(' ')
    return [`  ${PLACES[place].padEnd(11)} ${said}`]
  })
}

function whyThisCode({ row, parts, isOfFigureBefore, weight }: Why): string {
  if (row === null) return 'no code: no row of the catalogue fits what these words say was counted.'
  if (isOfFigureBefore)
    return `it is a part of a figure before it, or goes on with it, and keeps that code: ${nameOf(row.entry)}.`
  if (row.entry === null)
    return `no code: the row "${row.written}" fits best (weight ${weight}), and it is of a concept that the catalogue leaves out.`
  const said = [parts.matter, parts.stage, parts.thing].filter((words) => words !== '').join(', ')
  return `the row "${row.written}" fits ${said || 'what the sentence speaks of'} best (weight ${weight}): ${row.entry.definition.en}`
}

function whyThisScope(code: string | null, limit: Limit | null): string {
  if (code === null) return 'a figure without a code has none.'
  if (limit === null) return 'the whole: every word is explained by the code, names the reporter, or limits nothing.'
  if (limit.from === 'other figures')
    return `a part (${limit.words}): the report states other figures of this code that come first or complete it.`
  const unknown =
    limit.unknown.length === 0
      ? ''
      : ` The lexicon does not know ${limit.unknown.join(', ')}, and an unknown word limits.`
  const where = limit.from === 'phrase' ? 'stands in its own words' : 'was said before in the sentence and still holds'
  return `a part: ${limit.words} ${where}, and the code does not explain it.${unknown}`
}

function missed({ code, row, lacks }: Miss): string {
  return `${nameOf({ code, zh: row.entry!.zh })} ${lacks.map((lack) => LACKS[lack]).join(', ')}`
}

function nameOf(entry: { readonly code: string; readonly zh: string } | null): string {
  return entry === null ? 'a concept without a code' : `${entry.code} ${entry.zh}`
}
