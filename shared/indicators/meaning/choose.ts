import type { Role } from '../../report/report.ts'
import type { Matter, Name, Stage, Thing } from './lexicon.ts'
import { type Parts, says } from './parts.ts'
import { type Row, type RowsByName, rowsOf, type Slot } from './rows.ts'

/** How surely a part is said: by the nearest word, by one further off, by what the sentence carries, by the heading. */
const NEAREST = 4
const FURTHER = 2
const CARRIED = 2
const OF_HEADING = 1
const OF_LIST = 1
const SECOND_STAGE = 1
const QUALITY = 2
const QUALITY_OF_SENTENCE = 1
/** Qualities that a sentence or its heading says once for all. */
const OF_SENTENCE: ReadonlySet<Name> = new Set<Name>([
  'law',
  'head',
  'official',
  'respondent',
  'legalOffice',
  'casePanel',
  'procedureEmergency',
  'villageAdviser',
  'announce',
])
/** Matters whose people are named once: 78名村居法律顾问解答咨询4912人次、提供法律服务600次. */
const CARRIED_QUALITIES: ReadonlySet<Name> = new Set<Name>(['villageAdviser'])
/** A number of cases or a sum needs no more than its matter: 行政复议12件, 处罚4.8万元. */
const CASES = /^[件宗起案例元]/

export interface Context {
  /** The matter that the sentence so far is about, or the one before. */
  readonly carried: readonly Matter[]
  /** The matter that the heading names. */
  readonly heading: readonly Matter[]
  /** Names of the sentence before the phrase. */
  readonly sentence: ReadonlySet<Name>
  /** The stages of the figure before in a list, or of the whole that this is a part of: said once, they hold for both. */
  readonly stages: readonly (readonly Stage[])[]
  /** Whether people or bodies are counted: what they do says not what they are. */
  readonly countsStock: boolean
  /** Whether the figure before was of a thing whose growth is counted. */
  readonly isGrowth: boolean
  /** Whether the figure is a part of one before: it is then of that one's matter too. */
  readonly isPart: boolean
}

/** Ways to settle a dispute stand side by side under one heading: once one of them is named, the heading says no more. */
const CHANNELS: ReadonlySet<Matter> = new Set<Matter>([
  'reconsideration',
  'litigation',
  'civil',
  'labour',
  'dispute',
  'petition',
  'hotline',
])

const isMarket = ({ matter }: Row) => matter.names.includes('market')

export interface Choice {
  readonly row: Row
  readonly weight: number
}

/** The rows that the parts fit, the surest first. */
export function fittingRows(parts: Parts, unit: string, role: Role, context: Context): Choice[] {
  const choices: Choice[] = []
  const areCases = CASES.test(unit)
  const said = saidStages(parts, context)
  const spoken = spokenNames(parts, context)
  const weigh = (row: Row) => {
    if (
      role === 'change' &&
      row.entry !== null &&
      (row.entry.change !== true ||
        (isMarket(row) && !context.isGrowth && parts.matters.length + parts.things.length === 0))
    )
      return
    const weight = weightOf(row, parts, context, said, areCases)
    if (weight !== null) choices.push({ row, weight })
  }
  for (const { open, of } of candidates(parts, unit)) {
    for (const row of open) weigh(row)
    for (const name of spoken) for (const row of of.get(name) ?? []) weigh(row)
  }
  if (choices.length < 2) return choices
  choices.sort((a, b) => b.weight - a.weight || a.row.order - b.row.order)
  return choices.filter(({ row }, at) => row !== choices[at - 1]?.row)
}

/** All names that could give a row its weight: most rows need another one and no weighing. */
function spokenNames({ words }: Parts, { carried, heading, stages, sentence }: Context): ReadonlySet<Name> {
  const spoken = new Set<Name>([...carried, ...heading])
  for (const { names, within } of words) {
    for (const name of names) spoken.add(name)
    for (const name of within) spoken.add(name)
  }
  for (const names of stages) for (const name of names) spoken.add(name)
  for (const name of OF_SENTENCE) if (sentence.has(name)) spoken.add(name)
  return spoken
}

/** The rows that the things do not rule out; one that two names give comes twice. */
function candidates({ things, genericThings, predicateThings, unknownThing }: Parts, unit: string): RowsByName[] {
  const { byThing, anyThing, withoutThing } = rowsOf(unit)
  if (things.length === 0 && genericThings.length + predicateThings.length === 0)
    return [unknownThing ? anyThing : withoutThing]
  const found = [things.length > 0 || unknownThing ? anyThing : withoutThing]
  for (const names of things.length > 0 ? things : [...genericThings, ...predicateThings])
    for (const thing of names) {
      const rows = byThing.get(thing)
      if (rows !== undefined && !found.includes(rows)) found.push(rows)
    }
  return found
}

function weightOf(row: Row, parts: Parts, context: Context, said: SaidStages, areCases: boolean): number | null {
  let quality = 0
  let ownQuality = 0
  for (const name of row.qualities) {
    if (says(parts, name)) {
      ownQuality += QUALITY
      quality += QUALITY
    } else if (
      (OF_SENTENCE.has(name) && context.sentence.has(name)) ||
      (CARRIED_QUALITIES.has(name) && context.carried.some((matter) => matter === name))
    )
      quality += QUALITY_OF_SENTENCE
    else return null
  }
  const thing = thingWeight(row.thing, parts)
  if (thing === null) return null
  const matter = matterWeight(row.matter, parts, context)
  if (matter === null) return null
  const stage = stageWeight(row.stage, parts, context, said)
  if (stage === null) return null
  // A bare 事项 is of whatever matter the text is about: of none, it is nothing.
  if (matter === 0 && parts.things.length === 0 && parts.genericThings.length > 0 && stage === 0) return null
  const own = stage + thing + ownQuality + (areCases && parts.matters.length > 0 ? matter : 0)
  return own > 0 ? matter + stage + thing + quality + (row.entry === null ? NEAREST : 0) : null
}

function matterWeight(
  slot: Slot<Matter>,
  { matters, predicate }: Parts,
  { carried, heading, isPart }: Context,
): number | null {
  const nearest = matters[0]
  if (nearest?.some((matter) => slot.has.has(matter))) return NEAREST
  if (nearest === undefined && weightIn(slot, predicate.matters) !== null) return FURTHER
  const isCarried = carried.some((matter) => slot.has.has(matter))
  if (nearest !== undefined && !(isPart && isCarried)) return slot.any ? 0 : null
  if (isCarried) return CARRIED
  if (slot.any || slot.none) return 0
  return !carried.some((matter) => CHANNELS.has(matter)) && heading.some((matter) => slot.has.has(matter))
    ? OF_HEADING
    : null
}

function weightIn<Part>({ has }: Slot<Part>, said: readonly (readonly Part[])[]): number | null {
  for (let at = 0; at < said.length; at++)
    for (const part of said[at]!) if (has.has(part)) return at === 0 ? NEAREST : FURTHER
  return null
}

/** Stages that say no more than that the thing is there or was made. */
const WEAK: ReadonlySet<Stage> = new Set<Stage>([
  'build',
  'push',
  'publishOut',
  'handle',
  'engage',
  'certify',
  'distribute',
  'announce',
  'completeItem',
  'newly',
  'present',
  'serve',
  'attend',
  'issue',
  'hold',
  'sign',
  'cover',
  'catalogueIn',
  'raise',
  'find',
  'delegate',
  'opine',
  'submit',
])

/** What is the same for every row. */
interface SaidStages {
  /** Whether nothing said speaks against a row without a stage. */
  readonly isOpen: boolean
  readonly areWeak: boolean
}

const isWeak = (names: readonly Stage[]) => names.some((stage) => WEAK.has(stage))

function saidStages({ stages, predicate }: Parts, { countsStock }: Context): SaidStages {
  const said = stages.length === 0 && !countsStock ? predicate.stages : stages
  return { isOpen: said.every(isWeak), areWeak: stages.every(isWeak) }
}

function stageWeight(
  slot: Slot<Stage>,
  { stages, predicate }: Parts,
  context: Context,
  { isOpen, areWeak }: SaidStages,
): number | null {
  const weight = weightIn(slot, stages)
  if (weight !== null) return weight === NEAREST ? NEAREST : SECOND_STAGE
  if (areWeak && weightIn(slot, predicate.stages) !== null) return NEAREST
  if (stages.length === 0 && isOpen && weightIn(slot, context.stages) !== null) return OF_LIST
  return slot.any || (slot.none && isOpen) ? 0 : null
}

function thingWeight(
  slot: Slot<Thing>,
  { things, genericThings, unknownThing, predicateThings }: Parts,
): number | null {
  if (things.length === 0 && weightIn(slot, predicateThings) !== null) return FURTHER
  if (unknownThing) return slot.any ? 0 : null
  if (things.length === 0 && weightIn(slot, genericThings) !== null) return NEAREST
  const weight = weightIn(slot, things)
  if (weight !== null) return weight
  return slot.any || (slot.none && things.length === 0) ? 0 : null
}
