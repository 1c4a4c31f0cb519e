import { type List, ListCounters, type ListLevel } from '../list-counters.ts'
import { formatOfCode } from '../list-numbers.ts'
import type { WordParts } from './parts.ts'
import { isOn } from './run-properties.ts'
import type { StyleList, Styles } from './styles.ts'

type Levels = ReadonlyMap<number, ListLevel>

/**
 * The numbers that Word shows before list paragraphs but does not write into their text: 一、 and （一） are the very words
 * that structure a report.
 */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>
  readonly #styles: Styles
  readonly #counters = new ListCounters()

  /** @param lists by the id that paragraphs name */
  constructor(lists: ReadonlyMap<string, List>, styles: Styles) {
    this.#lists = lists
    this.#styles = styles
  }

  /** The label of the next paragraph at this place of this list, or at that of its style; empty if there is none. */
  next(listId: string | undefined, level: number | undefined, style: string | undefined): string {
    const styled = this.#styles.listOf(style)
    const list = this.#lists.get(listId ?? styled?.list ?? '')
    if (list === undefined) return ''
    return this.#counters.next(list, level ?? levelOf(list.levels, styled?.styles ?? []) ?? 0)
  }
}

/** The level of the nearest style that has one: a list may say which style is at which of its levels, else the style says it. */
function levelOf(levels: Levels, styles: StyleList['styles']): number | undefined {
  for (const { id, level: own } of styles) {
    for (const [at, level] of levels) if (level.style === id) return at
    if (own !== undefined) return own
  }
  return undefined
}

interface Definition {
  readonly levels: Map<number, ListLevel>
  /** Takes its levels from the list of this style. */
  styleLink?: string
}

interface Instance {
  definition: string
  readonly levels: Map<number, ListLevel>
  readonly starts: Map<number, number>
}

/** The lists of a document, from its part for numbering; of Word 2003, from its one part. @throws {RefusalError} */
export async function readLists(parts: WordParts, part: string, styles: Styles): Promise<ReadonlyMap<string, List>> {
  const reader = new ListReader()
  await parts.walk(part, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
  })
  return new Map([...reader.instances.keys()].map((id) => [id, reader.listOf(id, styles)]))
}

class ListReader {
  readonly instances = new Map<string, Instance>()
  readonly #definitions = new Map<string, Definition>()
  #definition: Definition | undefined
  #instance: Instance | undefined
  #override: number | undefined
  #level:
    | { start: number; format: string; pattern: string; restart?: number; isLegal?: boolean; style?: string }
    | undefined
  #fallback = 0

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes['w:val'] ?? ''
    if (name === 'mc:Fallback') this.#fallback++
    else if (this.#fallback > 0) return
    else if (name === 'w:abstractNum' || name === 'w:listDef') {
      this.#definition = { levels: new Map() }
      this.#definitions.set(attributes['w:abstractNumId'] ?? attributes['w:listDefId'] ?? '', this.#definition)
    } else if (name === 'w:num' || name === 'w:list') {
      this.#instance = { definition: '', levels: new Map(), starts: new Map() }
      this.instances.set(attributes['w:numId'] ?? attributes['w:ilfo'] ?? '', this.#instance)
    } else if (name === 'w:numStyleLink' || name === 'w:listStyleLink') {
      if (this.#definition !== undefined) this.#definition.styleLink = value
    } else if (name === 'w:abstractNumId' || name === 'w:ilst') {
      if (this.#instance !== undefined) this.#instance.definition = value
    } else if (name === 'w:lvlOverride') this.#override = Number(attributes['w:ilvl']) || 0
    else if (name === 'w:startOverride') this.#instance?.starts.set(this.#override ?? 0, Number(value) || 0)
    else if (name === 'w:lvl') this.#openLevel(Number(attributes['w:ilvl']) || 0)
    else this.#property(name, value, attributes)
  }

  #openLevel(at: number): void {
    const holder = this.#instance ?? this.#definition
    if (holder === undefined) return
    this.#level = { start: 1, format: 'decimal', pattern: '' }
    holder.levels.set(at, this.#level)
  }

  #property(name: string, value: string, attributes: Readonly<Record<string, string>>): void {
    const level = this.#level
    if (level === undefined) return
    if (name === 'w:start') level.start = Number(value) || 0
    else if (name === 'w:numFmt') level.format = value
    else if (name === 'w:nfc') level.format = formatOfCode(Number(value))
    else if (name === 'w:lvlText') level.pattern = attributes['w:null'] === undefined ? value : ''
    else if (name === 'w:lvlRestart') level.restart = Number(value) || 0
    else if (name === 'w:isLgl') level.isLegal = isOn(attributes['w:val'])
    else if (name === 'w:pStyle') level.style = value
  }

  close(name: string): void {
    if (name === 'mc:Fallback') this.#fallback--
    else if (this.#fallback > 0) return
    else if (name === 'w:lvl') this.#level = undefined
    else if (name === 'w:lvlOverride') this.#override = undefined
    else if (name === 'w:abstractNum' || name === 'w:listDef') this.#definition = undefined
    else if (name === 'w:num' || name === 'w:list') this.#instance = undefined
  }

  listOf(id: string, styles: Styles): List {
    const { levels, starts } = this.instances.get(id)!
    const definition = this.#definitionOf(id, styles)
    const own = this.#definitions.get(definition)?.levels ?? new Map()
    return { id, definition, levels: new Map([...own, ...levels]), startOverrides: starts }
  }

  /** The definition with the levels: one may point through a style to another. */
  #definitionOf(id: string, styles: Styles): string {
    const seen = new Set<string>()
    let instance = this.instances.get(id)
    for (;;) {
      const name = instance?.definition ?? ''
      const link = this.#definitions.get(name)?.styleLink
      if (link === undefined || seen.has(name)) return name
      seen.add(name)
      instance = this.instances.get(styles.listOf(link)?.list ?? '')
      if (instance === undefined) return name
    }
  }
}
