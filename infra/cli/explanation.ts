import type { ExplainedIndicator } from '../../shared/indicators/explain-indicators.ts'
import type { TypedWord, Why } from '../../shared/indicators/meaning/why.ts'
import type { Lack, Miss } from '../../shared/indicators/meaning/why-not.ts'
import type { Excluded } from '../../shared/indicators/measures/measure.ts'
import type { Measurement } from '../../shared/indicators/measures/measurement.ts'
import type { Side } from '../../shared/indicators/tables/meaning-in-table.ts'
import type { UnitWords } from '../../shared/indicators/tables/units.ts'
import type { Origin } from '../../shared/indicators/tables/why-in-table.ts'

/** How much of a sentence is shown on either side of its figure. */
const SENTENCE_REACH = 60
const EXCLUDED_REACH = 12
/** A table that is left out is named by its first words. */
const LONGEST_EXCLUDED = 40

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

const SIDES: readonly Side[] = ['row', 'column']

const UNIT_PLACES: Readonly<Record<UnitWords['place'], string>> = {
  cell: 'in the cell itself',
  'unit column': 'from the unit column',
  row: 'from the row',
  column: 'from the column',
  caption: 'from the caption',
}

/** The explanation of one figure, line by line: what it means, of which words, and why this code and this scope. */
export function explanationOf(text: string, { measurement, why, origin }: ExplainedIndicator): string[] {
  const { meaning, parts } = why
  const stated = origin === null ? measurement.raw : origin.composed.measurement.raw
  return [
    `${stated}  ${meaning.code ?? 'no code'}${why.row?.entry == null ? '' : ` ${why.row.entry.zh}`}`,
    line(origin === null ? 'sentence' : 'table', sentenceOf(text, measurement)),
    ...(origin === null ? [] : originLines(origin, measurement)),
    ...wordLines(why.words),
    line(
      'parts',
      `matter: ${parts.matter || (isOfSentence(why) ? 'said before, or by the heading' : 'not said')}; stage: ${parts.stage || 'not said'}; thing: ${parts.thing || 'not said'}`,
    ),
    line('time, role', `${meaning.period}, ${measurement.role}; topic ${meaning.topic}`),
    `  why this code   ${whyThisCode(why)}`,
    ...(origin?.wholeCode == null
      ? []
      : [`    lost: ${origin.wholeCode}, the code of the total: this part of it has its own`]),
    ...why.lost.map(({ row, weight }) => `    lost: ${nameOf(row.entry)}, by weight ${weight} to ${why.weight}`),
    ...why.misses.map((miss) => `    near: ${missed(miss)}`),
    `  why this scope  ${whyThisScope(why, origin)}`,
  ]
}

function line(name: string, words: string): string {
  return `  ${name.padEnd(11)} ${words}`
}

/** What a figure of a table was read from, and the phrase that was made of it. */
function originLines({ figure, composed }: Origin, { unit }: Measurement): string[] {
  const { labels, heads, caption, unit: from } = figure.cells
  const said: readonly (readonly [string, string])[] = [
    ['caption', caption],
    ['row', labels.join(' › ')],
    ['column', heads.join(' › ')],
    [
      'unit',
      from === null ? 'none' : `${unit}, ${UNIT_PLACES[from.place]}${from.place === 'cell' ? '' : ` ${from.words}`}`,
    ],
    ['phrase', sentenceOf(composed.text, composed.measurement)],
  ]
  return said.filter(([, words]) => words !== '').map(([name, words]) => line(name, words))
}

/** A number that counts nothing, with the words around it. */
export function exclusionOf(text: string, { start, end, why }: Excluded): string {
  const before = text.slice(Math.max(0, start - EXCLUDED_REACH), start)
  const after = text.slice(end, end + EXCLUDED_REACH)
  const written = text.slice(start, Math.min(end, start + LONGEST_EXCLUDED))
  const left = `${written}${end - start > LONGEST_EXCLUDED ? '…' : ''}`
  return `  ${`${before}【${left}】${after}`.replaceAll(/\s+/g, ' ').trim()}  ${why}`
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
    return [line(PLACES[place], said)]
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

function whyThisScope({ meaning, limit }: Why, origin: Origin | null): string {
  if (limit?.from === 'row and column') return `a part: ${partsIn(origin!).join(', and ')}.`
  if (meaning.code === null) return 'a figure without a code has none.'
  if (limit === null)
    return `the whole: ${totalsIn(origin)}every word is explained by the code, names the reporter, or limits nothing.`
  if (limit.from === 'other figures')
    return `a part (${limit.words}): the report states other figures of this code that come first or complete it.`
  const unknown =
    limit.unknown.length === 0
      ? ''
      : ` The lexicon does not know ${limit.unknown.join(', ')}, and an unknown word limits.`
  const where = limit.from === 'phrase' ? 'stands in its own words' : 'was said before in the sentence and still holds'
  return `a part: ${limit.words} ${where}, and the code does not explain it.${unknown}`
}

function partsIn({ figure, scopeFrom }: Origin): string[] {
  return (scopeFrom ?? []).map((side) => {
    const { part, total } = figure[side]
    return `the ${side} ${part} is a part of ${total ?? `what the ${side} before it counts`}`
  })
}

function totalsIn(origin: Origin | null): string {
  if (origin === null) return ''
  const totals = SIDES.map((side) => ({ side, ...origin.figure[side] }))
  return totals
    .flatMap(({ side, part, total }) =>
      part === null && total !== null ? [`the ${side} ${total} is the total; `] : [],
    )
    .join('')
}

function missed({ code, row, lacks }: Miss): string {
  return `${nameOf({ code, zh: row.entry!.zh })} ${lacks.map((lack) => LACKS[lack]).join(', ')}`
}

function nameOf(entry: { readonly code: string; readonly zh: string } | null): string {
  return entry === null ? 'a concept without a code' : `${entry.code} ${entry.zh}`
}
