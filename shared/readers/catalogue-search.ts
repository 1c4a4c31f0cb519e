import { CATALOGUE } from '../catalogue/catalogue.ts'
import type { Entry } from '../catalogue/entry.ts'
import { unitGroupsOf } from '../catalogue/unit-groups.ts'
import type { Topic } from '../report/report.ts'
import { fold } from '../text/fold.ts'
import { nearest } from './nearest.ts'

/** A code as readers get it. */
export interface CatalogueEntry {
  readonly code: string
  readonly topic: Topic
  readonly zh: string
  /** The definition in both languages. */
  readonly definition: { readonly zh: string; readonly en: string }
  /** The role that measures it: for a code of a change `change` counts as well. */
  readonly role: 'level' | 'change'
  /** Figures are compared within one of them; the first that a report has stands for it. */
  readonly unitGroups: readonly string[]
}

export interface CatalogueQuery {
  /** Words in Chinese or English, parted by blanks; all must be said of the code. */
  readonly q?: string
  readonly topic?: Topic
}

const ENTRIES: readonly CatalogueEntry[] = CATALOGUE.map(entryOf)

function entryOf({ code, topic, zh, definition, change }: Entry): CatalogueEntry {
  return { code, topic, zh, definition, role: change ? 'change' : 'level', unitGroups: unitGroupsOf(code) }
}

/** How much it says to find a word there. */
const WEIGHTS = { code: 4, zh: 3, definition: 1 } as const

/**
 * Codes by what is said of them, the best match first; all of them in the order of the catalogue if nothing is asked.
 * @example searchCatalogue({ q: '行政复议 受理' })[0]?.code // 'reconsideration.accepted'
 */
export function searchCatalogue({ q = '', topic }: CatalogueQuery): CatalogueEntry[] {
  const words = fold(q).toLowerCase().split(/\s+/).filter(Boolean)
  return ENTRIES.filter((entry) => topic === undefined || entry.topic === topic)
    .map((entry) => ({ entry, weight: weightOf(entry, words) }))
    .filter(({ weight }) => weight !== null)
    .sort((a, b) => b.weight! - a.weight!)
    .map(({ entry }) => entry)
}

/** @returns null if a word is not said of the entry */
function weightOf({ code, zh, definition }: CatalogueEntry, words: readonly string[]): number | null {
  let weight = 0
  for (const word of words) {
    const found =
      (code.includes(word) ? WEIGHTS.code : 0) +
      (zh.includes(word) ? WEIGHTS.zh : 0) +
      (`${definition.zh} ${definition.en}`.toLowerCase().includes(word) ? WEIGHTS.definition : 0)
    if (found === 0) return null
    weight += found
  }
  return weight
}

/** A code that is not in the catalogue of this version. */
export class UnknownCodeError extends Error {
  override readonly name = 'UnknownCodeError'
  readonly code: string
  /** Codes that may be meant, the nearest first. */
  readonly nearest: readonly string[]

  constructor(code: string, near: readonly CatalogueEntry[]) {
    const meant = near.map((entry) => `${entry.code} (${entry.zh})`).join(', ')
    super(
      `There is no code ${code}${meant === '' ? '' : `; is one of these meant: ${meant}`}. \`fazhi catalogue\` lists all.`,
    )
    this.code = code
    this.nearest = near.map((entry) => entry.code)
  }
}

/** @throws {UnknownCodeError} with the nearest codes */
export function requireCode(code: string): CatalogueEntry {
  const entry = ENTRIES.find((one) => one.code === code)
  if (entry !== undefined) return entry
  const written = fold(code).toLowerCase()
  throw new UnknownCodeError(
    code,
    nearest(
      written,
      ENTRIES.map((one) => [one, [one.code, one.zh]]),
    ),
  )
}
