import { fold } from '../text/fold.ts'
import formerLines from './data/former.json' with { type: 'json' }
import townshipLines from './data/townships.json' with { type: 'json' }
import unitLines from './data/units.json' with { type: 'json' }
import { type Division, rankOfCode } from './division.ts'
import { shortNameOf } from './short-names.ts'

const CODE_LENGTH = 6

const byCode = new Map<string, Division>()
const ofToday = new Set<string>()
const units = new Map<string, Division[]>()
/** Codes by name, one after the other. Forty thousand names: indexed only when a township's text is read. */
let townships: Map<string, string> | null = null

for (const [line, folded] of withFolded(unitLines)) {
  const division = unitOf(line.slice(0, CODE_LENGTH), line.slice(CODE_LENGTH))
  byCode.set(division.code, division)
  ofToday.add(division.code)
  enter(division, folded.slice(CODE_LENGTH))
}
for (const [line, folded] of withFolded(formerLines)) {
  const code = line.slice(0, CODE_LENGTH)
  const division = byCode.get(code) ?? unitOf(code, line.slice(CODE_LENGTH))
  byCode.set(code, division)
  enter(division, folded.slice(CODE_LENGTH))
}

/** The unit of a GB/T 2260 code, of today or since gone. */
export function divisionOf(code: string): Division | undefined {
  return byCode.get(code)
}

/** Whether the code is of a unit of today. */
export function isOfToday(code: string): boolean {
  return ofToday.has(code)
}

/** Codes of the counties of today under a prefecture (`440100`) or a province (`440000`). */
export function countiesUnder(code: string): string[] {
  const prefix = code.replace(/(?:00){1,2}$/, '')
  const codes = unitLines.map((line) => line.slice(0, CODE_LENGTH))
  return codes.filter((county) => county !== code && county.startsWith(prefix) && !county.endsWith('00'))
}

/**
 * Provinces, prefectures and counties of that name: official, short, or former (in GB/T 2260 since 2010).
 * @param name folded to Simplified
 */
export function unitsNamed(name: string): readonly Division[] {
  return units.get(name) ?? []
}

/** Every unit of today and since gone, each with its official, short and former names, folded. */
export function unitsWithNames(): ReadonlyMap<Division, readonly string[]> {
  const names = new Map<Division, string[]>([...byCode.values()].map((division) => [division, []]))
  for (const [name, divisions] of units) for (const division of divisions) names.get(division)!.push(name)
  return names
}

/** Every township, town and street of today by its name, folded, with the codes of the counties that have one. */
export function townshipNames(): (readonly [name: string, divisions: readonly Division[]])[] {
  townships ??= indexTownships()
  return [...townships.keys()].map((name) => [name, townshipsNamed(name)] as const)
}

/** Townships, towns and streets of that name. @param name folded to Simplified */
export function townshipsNamed(name: string): readonly Division[] {
  townships ??= indexTownships()
  const codes = townships.get(name) ?? ''
  return Array.from({ length: codes.length / CODE_LENGTH }, (_, at) => ({
    code: codes.slice(at * CODE_LENGTH, (at + 1) * CODE_LENGTH),
    name,
    rank: 'township',
  }))
}

function unitOf(code: string, name: string): Division {
  return { code, name, rank: rankOfCode(code) }
}

/** Lines beside themselves folded, all in one go: folding has a cost a call. */
function withFolded(lines: readonly string[]): [string, string][] {
  const folded = fold(lines.join('\n')).split('\n')
  return lines.map((line, at) => [line, folded[at]!])
}

/** @param name folded */
function enter(division: Division, name: string): void {
  const short = shortNameOf(name)
  for (const key of short === null ? [name] : [name, short]) {
    const known = units.get(key)
    if (known === undefined) units.set(key, [division])
    else if (!known.includes(division)) known.push(division)
  }
}

function indexTownships(): Map<string, string> {
  const index = new Map<string, string>()
  const add = (name: string, code: string) => {
    const codes = index.get(name)
    if (codes === undefined) index.set(name, code)
    else if (!codes.endsWith(code)) index.set(name, codes + code)
  }
  for (const [, line] of withFolded(townshipLines)) {
    const code = line.slice(0, CODE_LENGTH)
    for (const name of line.slice(CODE_LENGTH).split(',')) {
      add(name, code)
      const short = name.includes('族') ? shortNameOf(name) : null
      if (short !== null) add(short, code)
    }
  }
  return index
}
