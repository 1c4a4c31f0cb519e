import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { townshipNames, unitsWithNames } from '../../regions/gazetteer.ts'
import { IRREGULAR } from './irregular.ts'
import { ownNameOf, type Readings } from './romanize.ts'

/**
 * Writes `pinyin.json`: how the characters of place names are read. A character has the reading that most names give it; the names
 * that the package reads otherwise than their people do are in `irregular.ts`. The package is needed for this only.
 */

/** Characters that fewer townships have would be a third of the table. In their names they stay as they are. */
const LEAST_NAMES = 3

const PACKAGE = 'pinyin-pro@3.29.4'

type Pinyin = (words: string, options: { readonly toneType: 'none'; readonly type: 'array' }) => string[]

async function loadPinyin(folder: string): Promise<Pinyin> {
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', PACKAGE], {
    stdio: 'ignore',
  })
  const program = join(folder, 'node_modules/pinyin-pro/dist/index.mjs')
  return (await import(pathToFileURL(program).href)).pinyin
}

const folder = mkdtempSync(join(tmpdir(), 'fazhi-pinyin-'))
try {
  const pinyin = await loadPinyin(folder)
  const units = [...unitsWithNames().keys()].map(({ name }) => name)
  const readings = readingsOf(
    units,
    townshipNames().map(([name]) => name),
    pinyin,
  )
  writeFileSync(join(import.meta.dirname, 'pinyin.json'), `${JSON.stringify(readings, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true })
}

function readingsOf(units: readonly string[], townships: readonly string[], pinyin: Pinyin): Readings {
  const counts = new Map<string, Map<string, number>>()
  for (const name of [...units, ...townships]) {
    const readings = pinyin(name, { toneType: 'none', type: 'array' })
    ;[...name].forEach((character, at) => {
      const reading = readings[at]!
      if (reading === character) return
      const ofCharacter = counts.get(character) ?? new Map<string, number>()
      counts.set(character, ofCharacter.set(reading, (ofCharacter.get(reading) ?? 0) + 1))
    })
  }
  const ofUnits = new Set(units.join(''))
  const isKept = (character: string, readings: ReadonlyMap<string, number>) =>
    ofUnits.has(character) || [...readings.values()].reduce((sum, count) => sum + count, 0) >= LEAST_NAMES
  const usual = new Map(
    [...counts]
      .filter(([character, readings]) => isKept(character, readings))
      .map(([character, readings]) => [character, mostFrequent(readings)]),
  )
  const bySyllable = Map.groupBy([...usual.keys()].sort(), (character) => usual.get(character)!)
  const syllables = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    syllables: Object.fromEntries(syllables.map(([syllable, characters]) => [syllable, characters.join('')])),
    names: { ...unusual(units, usual, pinyin), ...IRREGULAR },
  }
}

function mostFrequent(readings: ReadonlyMap<string, number>): string {
  return [...readings].sort((a, b) => b[1] - a[1])[0]![0]
}

/** Provinces, cities and counties in which the package reads a character otherwise than usually. */
function unusual(names: readonly string[], usual: ReadonlyMap<string, string>, pinyin: Pinyin): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const own = ownNameOf(name)
      const readings = pinyin(name, { toneType: 'none', type: 'array' }).slice(0, [...own].length)
      return readings.every((reading, at) => reading === usual.get([...own][at]!)) ? [] : [[own, readings.join(' ')]]
    }),
  )
}
