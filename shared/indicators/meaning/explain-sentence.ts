import type { Matter } from '../../catalogue/matters.ts'
import type { Topic } from '../../report/report.ts'
import { attempts } from './attempts.ts'
import { type Coding, codeOf, type Evidence } from './codes.ts'
import { type Carried, evidenceFor, type SentenceToExplain } from './evidence.ts'
import { inside } from './keywords.ts'
import { leftovers } from './leftovers.ts'
import { strongWithin } from './matters-named.ts'
import type { Figure, Meaning } from './meaning.ts'
import { type Phrase, phrasesOf } from './phrases.ts'
import { type Coded, scopesOf, sectorOf } from './scopes.ts'
import { subjectOf } from './subjects.ts'
import { topicFrom } from './topic-of-figure.ts'
import { WORDS_OF } from './vocabulary.ts'

/** How far before a phrase its sentence still tells of the topic, in characters. */
const TOPIC_REACH = 80

/** A phrase that names a class of what was counted before, or all of it. */
const CLASS =
  /^(?:其中|按[^,]{1,6}分|适用|涉及|[,;:])*(?:[\u4e00-\u9fff、]{1,10}(?:类|型|程序|程序案件)|进[\u4e00-\u9fff]{1,4}|总数|总量|合计)$/
/** 简易程序案件 are of the stage counted before, whatever it was. */
const PROCEDURE = /^(?:其中|[,;:、])*(?:简易|一般|普通|快速)程序(?:案件)?$/
/** A sentence that goes on with the parts of what the one before counted. */
const PARTS = /^\s*(?:其中|按)/
/** 权责清单包含行政许可14项、行政处罚255项. */
const POWERS = /(?:权责|权力|责任|职权|职责|事项)清单|(?:权责|权力|职权)事项|现有(?:\d+项|$)/

export interface Explained {
  readonly meanings: readonly Meaning[]
  /** The matter of the last coded figure. */
  readonly counted: Matter | null
  readonly countedByUnit: ReadonlyMap<string, Coding>
}

/** What the figures of a sentence mean, and what they leave to the sentences after. */
export function explainSentence(given: SentenceToExplain): Explained {
  const phrases = phrasesOf(given.text, given.sentence, given.figures)
  const meanings: Pick<Meaning, 'code' | 'topic'>[] = []
  const coded: (Coded | null)[] = []
  const goesOn = PARTS.test(given.text.slice(given.sentence.start, given.sentence.end))
  const byUnit = new Map(goesOn ? given.countedByUnit : [])
  let carried: Carried = { matter: null, topic: null, code: null, byUnit }
  for (const [i, figure] of given.figures.entries()) {
    const phrase = phrases[i]!
    const heading = given.headings[i]!
    const evidence = evidenceFor(given, phrase, heading, carried)
    const asBefore = sameAsBefore(given, figure, phrase, carried)
    const isProcedure = PROCEDURE.test(given.text.slice(phrase.left.start, phrase.left.end))
    const coding = (isProcedure ? asBefore : null) ?? codeFrom(given, i, phrases, evidence) ?? asBefore
    const topic = coding?.entry.topic ?? topicOf(given, phrase, evidence, carried) ?? 'functions'
    coded.push(coding === null ? null : codedFigure(given, figure, phrase, coding))
    meanings.push({ code: coding?.entry.code ?? null, topic })
    if (coding !== null && !byUnit.has(figure.unit)) byUnit.set(figure.unit, coding)
    carried = { matter: coding?.matter ?? carried.matter, topic, code: coding?.entry.code ?? null, byUnit }
  }
  const scopes = scopesOf(coded)
  return {
    meanings: meanings.map((meaning, i) => ({
      ...meaning,
      scope: scopes[i]!,
      subject: subjectFrom(given, phrases[i]!, coded[i] ?? null, scopes[i]!),
    })),
    counted: carried.matter,
    countedByUnit: byUnit,
  }
}

function topicOf(
  { sentence, hits }: SentenceToExplain,
  { left }: Phrase,
  evidence: Evidence,
  carried: Carried,
): Topic | null {
  const start = Math.max(sentence.start, left.start - TOPIC_REACH)
  return topicFrom({ ...evidence, sentence: inside(hits, { start, end: left.start }), figureBefore: carried.topic })
}

function codeFrom(given: SentenceToExplain, i: number, phrases: readonly Phrase[], evidence: Evidence): Coding | null {
  const figure = given.figures[i]!
  const phrase = phrases[i]!
  const listHead = phrase.listed ? (phrases.slice(0, i).findLast(({ listed }) => !listed)?.left ?? null) : null
  for (const attempt of attempts(given, phrase, evidence, listHead)) {
    const coding = codeOf(figure.measurement.role, figure, figure.unit, attempt)
    if (coding !== null) return isPower(given, figure, coding) ? null : coding
  }
  return null
}

/** The list counts powers that a body has, not acts in which it used them. */
function isPower({ text, sentence }: SentenceToExplain, { unit, start }: Figure, { entry }: Coding): boolean {
  return unit === '项' && entry.unit === 'case' && POWERS.test(text.slice(sentence.start, start))
}

/** A bare stage takes the name of its scope or its matter with it: 城市管理结案, 行政复议受理. */
function subjectFrom(
  { text, named }: SentenceToExplain,
  { left, right }: Phrase,
  coded: Coded | null,
  scope: string | null,
): string {
  const bare = coded !== null && !coded.namesMatter && coded.rest.length === 0 && right.start === right.end
  const mention = bare ? named.findLast(({ matter, end }) => matter === coded.matter && end <= left.start) : undefined
  const carried = bare ? (scope ?? (mention === undefined ? '' : text.slice(mention.start, mention.end))) : ''
  return subjectOf(text, left, right, carried)
}

/** 一般程序132宗 and 燃气类892宗 go on counting what was counted in the same unit, class by class. */
function sameAsBefore(
  { text }: SentenceToExplain,
  figure: Figure,
  { left }: Phrase,
  { byUnit }: Carried,
): Coding | null {
  return CLASS.test(text.slice(left.start, left.end)) ? (byUnit.get(figure.unit) ?? null) : null
}

function codedFigure(
  { text, sentence, hits, named }: SentenceToExplain,
  figure: Figure,
  { left, right }: Phrase,
  { entry, matter }: Coding,
): Coded {
  const leftHits = inside(hits, left)
  const words = WORDS_OF.get(entry)!
  const own = [
    ...leftHits.filter(({ word }) => words.has(word)),
    ...inside(named, left).filter((one) => one.matter === matter),
  ]
  return {
    entry,
    matter,
    sentence: text.slice(sentence.start, left.start),
    namesMatter: strongWithin(named, left).length > 0,
    left: text.slice(left.start, left.end),
    right: text.slice(right.start, right.end),
    rest: leftovers(text, left, own, leftHits).map(({ start, end }) => text.slice(start, end)),
    sector: entry.topic === 'enforcement' ? sectorOf(text.slice(sentence.start, figure.start)) : null,
  }
}
