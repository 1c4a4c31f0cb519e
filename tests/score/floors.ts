import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Score, SHARES } from './score-sets.ts'
import { ratio, type Share } from './share.ts'

const RECORD = join(import.meta.dirname, 'floors.json')
/** Floors are whole hundredths. */
const STEPS = 100
/** Takes off what a floating-point product is too high or too low by: 0.29 × 100 is 28.999… */
const PRECISION = 6

/** What a change must leave behind, by share; for `several`, which is better lower, it is a ceiling. */
export type Floors = Readonly<Partial<Record<keyof Score, number>>>

/** By set, as `score-sets.ts` names them. A set that is missing has no floors yet. */
export function readFloors(): Readonly<Record<string, Floors>> {
  return JSON.parse(readFileSync(RECORD, 'utf8'))
}

export function writeFloors(floors: Readonly<Record<string, Floors>>): void {
  writeFileSync(RECORD, `${JSON.stringify(floors, null, 2)}\n`)
}

/** Shares that fell through their floor, in words. */
export function sunk(score: Score, floors: Floors): string[] {
  return SHARES.filter((name) => name in floors && isWorse(name, ratio(score[name]), floors[name]!)).map(
    (name) => `${name} ${ratio(score[name]).toFixed(3)} past ${floors[name]}`,
  )
}

/** The floors that the score allows, none of them lower than before. What counts nothing gets none. */
export function raised(score: Score, floors: Floors): Floors {
  const names = SHARES.filter((name) => name in floors || score[name].of > 0)
  const floorOf = (name: keyof Score) => {
    const reached = hundredth(name, score[name])
    const before = floors[name]
    return before === undefined || isWorse(name, before, reached) ? reached : before
  }
  return Object.fromEntries(names.map((name) => [name, floorOf(name)]))
}

function hundredth(name: keyof Score, share: Share): number {
  const steps = Number((ratio(share) * STEPS).toFixed(PRECISION))
  return (isBetterLower(name) ? Math.ceil(steps) : Math.floor(steps)) / STEPS
}

const isBetterLower = (name: keyof Score) => name === 'several'
const isWorse = (name: keyof Score, a: number, b: number) => (isBetterLower(name) ? a > b : a < b)
