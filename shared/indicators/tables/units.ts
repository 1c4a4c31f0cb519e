import { powerOf } from '../../text/numerals.ts'
import { AREAS, PEOPLE, unitAt } from '../measures/units.ts'

/** The unit that words around a bare number give it. */
export interface GivenUnit {
  readonly unit: string
  /** The power of ten of its scale: 4 for 万元. */
  readonly power: number
}

/** Words around a bare number that may name its unit, and where they stand. */
export interface UnitWords {
  readonly words: string
  readonly place: 'cell' | 'unit column' | 'row' | 'column' | 'caption'
}

export interface FoundUnit extends GivenUnit {
  readonly from: UnitWords
}

/** What a unit in brackets or behind 单位 is written as: (万元), (单位:件), 单位:人次, 金额单位:万元. */
const BRACKETED = /[([](?:(?:计量|金额|货币)?单位:?)?(?<unit>[^()[\]]{1,12})[)\]]/g
const LABELLED = /(?:计量|金额|货币)?单位[::](?<unit>[^()\s,。;]{1,16})/g
const SCALED = /^(?<scale>[十百千万亿]*)(?<unit>.+)$/
/** 案件数 counts 件, 参训人数 人. */
const COUNTED = /(?<unit>人次|家次|户次|件次|批次|场次|[件宗起人名户家次份条项场期篇册])数?$/
const COUNTED_NOUN = /(?:人次|家次|户次|件次|批次|场次)$|数$/
const AMOUNT = /金额|资金|经费|投资|补助|产值|收入|支出/
const AREA = /面积/
const PEOPLE_NOUN = /(?:人员|人口|人数)$/
/** Numbers that are shares or changes: a unit of counts says nothing of them. */
const SHARE = /率|占比|比例|比重|百分比|增幅|降幅|增速|[同环]比|增减/

/** Words that are a unit and nothing else: 件, 万元, %. Null for all others. */
export function unitIn(words: string): GivenUnit | null {
  const { scale = '', unit = '' } = SCALED.exec(words)?.groups ?? {}
  const found = unitAt(unit, 0)
  return found?.end === unit.length && !found.bare ? { unit, power: powerOf(scale) } : null
}

/**
 * The unit that words name, in brackets, behind 单位, or as all there is; null if they name none, `several` if they name more
 * than one.
 */
function unitNamed(words: string): GivenUnit | 'several' | null {
  const alone = unitIn(words)
  if (alone !== null) return alone
  const named = [...words.matchAll(BRACKETED), ...words.matchAll(LABELLED)].map(({ groups }) => groups!.unit!)
  const [first, ...others] = new Set(named.flatMap((list) => list.split(/[、,/和]/)))
  if (first === undefined) return null
  const unit = unitIn(first)
  return others.length > 0 ? (others.some((other) => unitIn(other) !== null) ? 'several' : unit) : unit
}

/** Words without the units in brackets and behind 单位. */
export function withoutUnit(words: string): string {
  const isUnit = (all: string, unit: string) => (unit.split(/[、,/和]/).every((one) => unitIn(one) !== null) ? '' : all)
  return words
    .replace(BRACKETED, (all: string, ...match: unknown[]) => isUnit(all, match[0] as string))
    .replace(LABELLED, (all: string, ...match: unknown[]) => isUnit(all, match[0] as string))
}

/**
 * The unit of a bare number and the words that gave it; null if the words around it give none. `doubtful` if they give two that differ, or
 * one of counts for a share.
 * @param near the row's unit cell, then the words of row and column from the nearest
 */
export function unitOf(near: readonly UnitWords[], caption: string): FoundUnit | 'doubtful' | null {
  const named = near.map((from) => ({ unit: unitNamed(from.words), from }))
  if (named.some(({ unit }) => unit === 'several')) return 'doubtful'
  const units = named.flatMap(({ unit, from }) => (unit === null || unit === 'several' ? [] : [{ ...unit, from }]))
  const share = units.find(({ unit }) => unit === '%' || unit === '‰')
  if (share !== undefined) return share
  const [first, ...others] = units
  const isShare = near.some(({ words }) => SHARE.test(words))
  if (first !== undefined) {
    const agree = others.every(({ unit, power }) => unit === first.unit && power === first.power)
    return agree && !isShare ? first : 'doubtful'
  }
  if (isShare) return unitNamed(caption) === null ? null : 'doubtful'
  const [counted, ...more] = near.flatMap((from) => countedIn(from))
  if (counted !== undefined) return more.every(({ unit }) => unit === counted.unit) ? counted : 'doubtful'
  const captioned = unitNamed(caption)
  if (captioned === null) return null
  if (captioned === 'several' || near.some(({ words }) => isOfOtherKind(words, captioned.unit))) return 'doubtful'
  return { ...captioned, from: { words: caption, place: 'caption' } }
}

function countedIn(from: UnitWords): FoundUnit[] {
  const unit = COUNTED_NOUN.test(from.words) ? COUNTED.exec(from.words)?.groups?.unit : undefined
  return unit === undefined ? [] : [{ unit, power: 0, from }]
}

/** Amounts of money and areas are not counted in cases, whatever the caption says of the other columns. */
function isOfOtherKind(words: string, unit: string): boolean {
  if (AMOUNT.test(words)) return !unit.endsWith('元')
  return (AREA.test(words) && !AREAS.has(unit)) || (PEOPLE_NOUN.test(words) && !PEOPLE.has(unit))
}
