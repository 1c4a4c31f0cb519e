import {
  type CharacterProperties,
  charactersAfter,
  type ParagraphProperties,
  PLAIN_PARAGRAPH,
  PLAIN_TEXT,
  paragraphAfter,
} from './properties.ts'
import type { WordFile } from './word-file.ts'

interface Style {
  readonly isContents: boolean
  readonly base: number
  /** Where its changes are in the table stream. */
  readonly paragraph: { readonly start: number; readonly end: number }
  readonly characters: { readonly start: number; readonly end: number }
}

const NONE = { start: 0, end: 0 }
const PARAGRAPH = 1
const NO_BASE = 0xfff
/** Numbers of the built-in styles `toc 1` to `toc 9`. */
const [FIRST_CONTENTS, LAST_CONTENTS] = [19, 27]
/** Styles are based on each other at most so deep; damaged files base them on themselves. */
const MAX_DEPTH = 12

/** The styles of a document, [MS-DOC] 2.9.271. */
export class StyleSheet {
  readonly #styles: readonly (Style | null)[]
  readonly #table: Buffer
  readonly #characters = new Map<number, CharacterProperties>()
  readonly #paragraphs = new Map<number, ParagraphProperties>()

  constructor(file: WordFile) {
    this.#table = file.table
    this.#styles = readStyles(file)
  }

  isContents(style: number): boolean {
    return this.#chain(style).some(({ isContents }) => isContents)
  }

  paragraphOf(style: number): ParagraphProperties {
    const known = this.#paragraphs.get(style)
    if (known !== undefined) return known
    const found = this.#chain(style).reduceRight<ParagraphProperties>(
      (before, { paragraph }) => paragraphAfter(before, this.#table, paragraph),
      PLAIN_PARAGRAPH,
    )
    this.#paragraphs.set(style, found)
    return found
  }

  /** Of the text of paragraphs of a style. */
  charactersOf(style: number): CharacterProperties {
    const known = this.#characters.get(style)
    if (known !== undefined) return known
    const found = this.over(style, PLAIN_TEXT)
    this.#characters.set(style, found)
    return found
  }

  /** Of text with a style of characters, over the properties that its paragraph gives it. */
  over(style: number, before: CharacterProperties): CharacterProperties {
    return this.#chain(style).reduceRight<CharacterProperties>(
      (base, { characters }) => charactersAfter(base, this.#table, characters),
      before,
    )
  }

  /** The style and those it is based on. */
  #chain(style: number): Style[] {
    const chain: Style[] = []
    for (let next = this.#styles[style]; next != null && chain.length < MAX_DEPTH; next = this.#styles[next.base])
      chain.push(next)
    return chain
  }
}

function readStyles({ table, structure }: WordFile): (Style | null)[] {
  const { start, end } = structure('styles')
  if (end - start < 6) return []
  const headLength = table.readUInt16LE(start)
  const count = table.readUInt16LE(start + 2)
  const baseLength = table.readUInt16LE(start + 4)
  const styles: (Style | null)[] = []
  let at = start + 2 + headLength
  for (let index = 0; index < count && at + 2 <= end; index++) {
    const length = table.readUInt16LE(at)
    styles.push(length === 0 ? null : readStyle(table, at + 2, Math.min(end, at + 2 + length), baseLength))
    at += 2 + length + (length % 2)
  }
  return styles
}

function readStyle(table: Buffer, start: number, end: number, baseLength: number): Style | null {
  if (start + baseLength + 4 > end) return null
  const builtIn = table.readUInt16LE(start) & 0xfff
  const kind = table.readUInt16LE(start + 2) & 0xf
  const base = table.readUInt16LE(start + 2) >> 4
  const nameLength = table.readUInt16LE(start + baseLength)
  const name = table.subarray(start + baseLength + 2, start + baseLength + 2 + 2 * nameLength).toString('utf16le')
  const changes: { start: number; end: number }[] = []
  let at = start + baseLength + 2 + 2 * nameLength + 2
  while (at + 2 <= end && changes.length < 2) {
    const length = table.readUInt16LE(at)
    changes.push({ start: at + 2, end: Math.min(end, at + 2 + length) })
    at += 2 + length + (length % 2)
  }
  const [first = NONE, second = NONE] = changes
  return {
    isContents: (builtIn >= FIRST_CONTENTS && builtIn <= LAST_CONTENTS) || /^(?:toc|目录)\s?\d/i.test(name),
    base: base === NO_BASE ? -1 : base,
    // In front of the changes of a paragraph stands the style's own number.
    paragraph: kind === PARAGRAPH ? { start: first.start + 2, end: first.end } : NONE,
    characters: kind === PARAGRAPH ? second : first,
  }
}
