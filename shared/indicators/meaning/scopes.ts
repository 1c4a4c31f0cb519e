import { CATALOGUE } from '../../catalogue/catalogue.ts'
import type { Entry } from '../../catalogue/entry.ts'
import type { Matter } from '../../catalogue/matters.ts'
import type { UnitKind } from '../../catalogue/units.ts'
import { CHANNELS, LIST_OF_KINDS, NO_PART, SECTOR, SECTOR_WORDS, STAYING, WHOLE_SECTOR } from './scope-words.ts'

/** Sessions and audiences that a sentence counts twice are seldom parts of one whole. */
const TAKEN_AS_WHOLE: ReadonlySet<UnitKind> = new Set(['time', 'person', 'percent', 'yuan'])

/** 甲镇组织检查12次: a place that is named once is who reports. */
const PLACE = /^[\u4e00-\u9fff]{1,5}(?:镇|乡|街道|县|区|市)$/
/** 食品类, 进校园: kinds of what was counted before. */
const KIND = /^[、,]?(?:[\u4e00-\u9fff]{2,6}[类型]|进[\u4e00-\u9fff]{1,4})$/

/** The channels that can limit each entry. */
const CHANNELS_OF = new Map(CATALOGUE.map((entry) => [entry, CHANNELS.filter(({ codes }) => codes.test(entry.code))]))

/** The words for the parts of what each entry counts. */
const PARTS_OF = new Map(CATALOGUE.map((entry) => [entry, entry.parts?.split('|')]))

/** A figure that has a code, with the words that may limit it to a part of what the entry counts. */
export interface Coded {
  readonly entry: Entry
  /** The matter under which it was counted. */
  readonly matter: Matter | null
  /** The sentence before those words. */
  readonly sentence: string
  /** Whether those words name a matter, and so speak of the whole anew. */
  readonly namesMatter: boolean
  /** The words before the figure, and those after it. */
  readonly left: string
  readonly right: string
  /** What the words before it say beside the entry's own. */
  readonly rest: readonly string[]
  /** The sector that the sentence has opened with, where the entry counts by sector. */
  readonly sector: string | null
}

/** The sector that a sentence has opened with so far (城市管理方面,), or null. */
export function sectorOf(text: string): string | null {
  if (!SECTOR_WORDS.some((word) => text.includes(word))) return null
  let sector: string | null = null
  for (const found of text.matchAll(SECTOR)) sector = found[1]!
  return sector === null || WHOLE_SECTOR.test(sector) ? null : sector
}

/**
 * For each figure of a sentence the words that make it a part of what its entry counts; null where it stands for the
 * whole, or has no entry.
 */
export function scopesOf(figures: readonly (Coded | null)[]): (string | null)[] {
  const twice = countedTwice(figures)
  const scopes: (string | null)[] = []
  for (const [i, figure] of figures.entries())
    scopes.push(
      figure === null
        ? null
        : (ownScope(figure, twice.has(figure.entry)) ?? carriedScope(figure, figures.slice(0, i), scopes)),
    )
  return scopes
}

function ownScope(figure: Coded, twice: boolean): string | null {
  const { entry, left, rest, sector } = figure
  const qualifier = channelOf(figure) ?? partOf(figure, twice) ?? qualifierOf(entry, left, rest, twice) ?? ''
  const ofSector = sector ?? ''
  const scope = qualifier.startsWith(ofSector) ? qualifier : `${ofSector}${qualifier}`
  return scope === '' ? null : scope
}

/** A body, channel or kind that limits whatever is counted beside it: 医保窗口, 镇调委会, 微信. */
function channelOf({ entry, left, sentence }: Coded): string | null {
  for (const { words, but, lasts } of CHANNELS_OF.get(entry)!) {
    const found = words.exec(lasts ? sentence + left : left)?.[0]
    if (found !== undefined && !but?.test(found)) return found
  }
  return null
}

function partOf({ entry, left, right }: Coded, twice: boolean): string | null {
  const words = PARTS_OF.get(entry)
  if (words === undefined || !(entry.kinds || twice)) return null
  return words.find((word) => left.includes(word)) ?? words.find((word) => right.includes(word)) ?? null
}

function qualifierOf(entry: Entry, left: string, rest: readonly string[], twice: boolean): string | null {
  if (entry.parts !== undefined || LIST_OF_KINDS.test(left)) return null
  if (!entry.kinds && !twice && !left.includes('其中') && !KIND.test(left)) return null
  const isPart = (words: string) => words.length > 1 && !NO_PART.test(words) && (twice || !PLACE.test(words))
  return rest.filter(isPart).at(-1) ?? null
}

/** The entries that a sentence counts more than once, in words that differ and without saying which is part of which. */
function countedTwice(sentence: readonly (Coded | null)[]): ReadonlySet<Entry> {
  const coded = sentence.filter((figure) => figure !== null)
  if (coded.length < 2) return new Set()
  const phrases = [...Map.groupBy(coded, ({ entry }) => entry)].filter(([entry, figures]) => {
    if (figures.length < 2 || (TAKEN_AS_WHOLE.has(entry.unit) && !entry.kinds)) return false
    return new Set(figures.map(({ left }) => left)).size > 1 && !figures.some(({ left }) => left.includes('其中'))
  })
  return new Set(phrases.map(([entry]) => entry))
}

/**
 * Bare figures go on speaking of the part that was named: 镇调委会调处40宗,成功38宗. A kind stays only where nothing before it
 * stood for the whole.
 */
function carriedScope(
  figure: Coded,
  before: readonly (Coded | null)[],
  scopes: readonly (string | null)[],
): string | null {
  const last = before.findLastIndex((earlier) => earlier !== null)
  const earlier = before[last]
  const scope = scopes[last]
  if (!earlier || !scope || earlier.entry === figure.entry || earlier.entry.topic !== figure.entry.topic) return null
  if (figure.namesMatter || figure.rest.some((words) => words.length > 1 && !NO_PART.test(words))) return null
  if (STAYING.test(scope)) return scope
  const family = familyOf(figure.entry)
  if (familyOf(earlier.entry) !== family) return null
  const wholeBefore = before.some((one, i) => one !== null && familyOf(one.entry) === family && scopes[i] === null)
  return wholeBefore ? null : scope
}

function familyOf({ code }: Entry): string {
  return code.slice(0, code.indexOf('.'))
}
