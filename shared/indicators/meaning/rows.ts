import { CATALOGUE, type Code } from '../../catalogue/catalogue.ts'
import type { Entry } from '../../catalogue/entry.ts'
import { MATTERS } from '../../catalogue/lexicon/matters.ts'
import { QUALITIES } from '../../catalogue/lexicon/qualities.ts'
import { STAGES } from '../../catalogue/lexicon/stages.ts'
import { THINGS } from '../../catalogue/lexicon/things.ts'
import { NEIGHBOURS } from '../../catalogue/neighbours.ts'
import { kindsOf, type UnitKind } from '../../catalogue/units.ts'
import type { Matter, Name, Stage, Thing } from './lexicon.ts'

/** What one part of a row takes. */
export interface Slot<Part> {
  readonly names: readonly Part[]
  readonly has: ReadonlySet<Part>
  /** Whether the part may be absent. */
  readonly none: boolean
  /** Whether it does not matter. */
  readonly any: boolean
}

export interface Row {
  /** Null for a concept that is not ours. */
  readonly entry: (Entry & { readonly code: Code }) | null
  /** What stands before the dot of the entry's code; empty where there is none. */
  readonly family: string
  readonly order: number
  /** As the catalogue writes it. */
  readonly written: string
  readonly matter: Slot<Matter>
  readonly stage: Slot<Stage>
  readonly thing: Slot<Thing>
  readonly qualities: readonly Name[]
  readonly rank: number
  readonly outcome: boolean
  /** Whether kinds of the thing that are stated one by one are parts. */
  readonly kinds: boolean
  /** Names whose words limit nothing beside this row. */
  readonly explains: ReadonlySet<Name>
  /** What the entry's definition implies beyond its rows. */
  readonly implied: ReadonlySet<Name>
  /** The matter that a figure of this row leaves the sentence speaking of, if its words name none. */
  readonly leaves: Matter | null
}

function slot<Part extends string>(written: string, known: Readonly<Record<Part, unknown>>): Slot<Part> {
  const words = written.split(' ').filter((word) => word !== '')
  const names = words.filter((word) => word !== '-' && word !== '*')
  const wrong = names.find((name) => !(name in known))
  if (wrong !== undefined) throw new Error(`The catalogue names ${wrong}, which the lexicon does not know.`)
  return { names: names as Part[], has: new Set(names as Part[]), none: words.includes('-'), any: words.includes('*') }
}

const NAMES = { ...MATTERS, ...STAGES, ...THINGS, ...QUALITIES }

function compile(entry: Row['entry'], written: string, order: number): Row {
  const [matter = '', stage = '', thing = '', qualities = '', flags = ''] = written
    .split('|')
    .map((part) => part.trim())
  const parts = { matter: slot(matter, MATTERS), stage: slot(stage, STAGES), thing: slot(thing, THINGS) }
  const asked = slot(qualities, NAMES).names as Name[]
  const implied = slot(entry?.explains ?? '', NAMES).names as Name[]
  return {
    entry,
    family: entry?.code.split('.')[0] ?? '',
    order,
    written,
    ...parts,
    qualities: asked,
    leaves: entry === null ? null : leavesOf(entry),
    rank: Number(/rank=(\d)/.exec(flags)?.[1] ?? 0),
    outcome: flags.includes('outcome'),
    kinds: flags.includes('kinds'),
    implied: new Set<Name>(implied),
    explains: new Set<Name>([...parts.matter.names, ...parts.stage.names, ...parts.thing.names, ...asked, ...implied]),
  }
}

const WRITTEN: readonly { readonly entry: Row['entry']; readonly rows: readonly string[] }[] = [
  ...CATALOGUE.map((entry) => ({ entry, rows: entry.rows })),
  ...NEIGHBOURS.map(({ rows }) => ({ entry: null, rows })),
]

/** The first matter that an entry's rows name. */
function leavesOf({ rows }: Entry): Matter | null {
  const names = rows
    .flatMap((row) => row.split('|')[0]!.trim().split(' '))
    .filter((name) => name !== '-' && name !== '*')
  return (names[0] as Matter | undefined) ?? null
}

/** Every row, in the order of the catalogue. */
export const ROWS: readonly Row[] = WRITTEN.flatMap(({ entry, rows }) =>
  rows.map((written) => ({ entry, written })),
).map(({ entry, written }, order) => compile(entry, written, order))

/** Rows kept by a name that each needs, so that those whose name nobody said are never tried. */
export interface RowsByName {
  /** Rows that need no name. */
  readonly open: readonly Row[]
  /** The others, under their matters, else their stages, else a quality; a row of several stands under each. */
  readonly of: ReadonlyMap<Name, readonly Row[]>
}

/** The rows of a unit, so kept that those which a thing rules out are never tried. */
export interface UnitRows {
  /** Rows that take this thing, and whose thing counts. */
  readonly byThing: ReadonlyMap<Thing, RowsByName>
  /** Rows whose thing does not matter. */
  readonly anyThing: RowsByName
  /** Rows that need no thing to be said. */
  readonly withoutThing: RowsByName
}

const byUnit = new Map<string, UnitRows>()
/** Units are a few dozen words; a text that invents more must not fill the memory. */
const MAX_UNITS = 1000

/** 人次 and 家次 count what was done, never what there is. */
const IN_TURNS = /次$/

/** The rows whose entries are counted in a unit. */
export function rowsOf(unit: string): UnitRows {
  const known = byUnit.get(unit)
  if (known !== undefined) return known
  const kinds = kindsOf(unit)
  const all = ROWS.filter(
    ({ entry }) =>
      entry === null ||
      (entry.units.split(' ').some((kind) => kinds.has(kind as UnitKind)) &&
        !(entry.stock === true && IN_TURNS.test(unit))),
  )
  const things = new Set(all.flatMap(({ thing }) => (thing.any ? [] : thing.names)))
  const rows = {
    byThing: new Map(
      [...things].map((name) => [name, byName(all.filter(({ thing }) => !thing.any && thing.has.has(name)))]),
    ),
    anyThing: byName(all.filter(({ thing }) => thing.any)),
    withoutThing: byName(all.filter(({ thing }) => thing.any || thing.none)),
  }
  if (byUnit.size < MAX_UNITS) byUnit.set(unit, rows)
  return rows
}

function byName(rows: readonly Row[]): RowsByName {
  const of = new Map<Name, Row[]>()
  for (const row of rows) for (const name of needed(row)) of.set(name, [...(of.get(name) ?? []), row])
  return { open: rows.filter((row) => needed(row).length === 0), of }
}

/** Names of which one must be said, by the phrase or around it, for a row to fit. */
function needed({ matter, stage, qualities }: Row): readonly Name[] {
  if (!(matter.any || matter.none)) return matter.names
  return stage.any || stage.none ? qualities.slice(0, 1) : stage.names
}
