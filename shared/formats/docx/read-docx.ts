import { RefusalError } from '../../report/refusal.ts'
import type { FileContent } from '../formats.ts'
import type { TextWithTables } from '../found-tables.ts'
import { DocumentWriter, type Embedded } from './document-writer.ts'
import { NoteReader, type Notes } from './notes.ts'
import { Numbering, readLists } from './numbering.ts'
import type { WordParts } from './parts.ts'
import { type Relationships, readRelationships, relationshipsPart } from './relationships.ts'
import { isOn } from './run-properties.ts'
import { Styles } from './styles.ts'

/** Reads a file that is embedded as a part of the text. Null if Fazhi does not read its format. */
export type ReadEmbedded = (bytes: Uint8Array) => Promise<FileContent | null>

/**
 * The text of a Word file (ECMA-376): paragraphs with the numbers of their lists, table rows as lines, notes behind what refers to them;
 * headers, footers, deleted, struck-out and hidden text and the marks of notes stay out.
 * @throws {RefusalError} as the reading of its parts does, or `no_text` and `unsupported_format` if the file only holds what cannot be read
 */
export async function readDocx(parts: WordParts, readEmbedded: ReadEmbedded): Promise<TextWithTables> {
  const unread: string[] = []
  const relationships = await readRelationships(parts, relationshipsPart(parts.main))
  const styles =
    (await optional(parts, partOf('styles', parts, relationships), unread, (part) => Styles.of(parts, part))) ??
    Styles.none()
  const lists = await optional(parts, partOf('numbering', parts, relationships), unread, (part) =>
    readLists(parts, part, styles),
  )
  const embedded = await readAll(parts, relationships, readEmbedded)
  const showsBackground =
    (await optional(parts, named('settings', relationships), [], (part) => showsBackgroundIn(parts, part))) ?? false
  const write = async (isDark: boolean) => {
    const notes: Notes = new Map()
    const numbering = new Numbering(lists ?? new Map(), styles)
    const around = { styles, numbering, embedded, notes, page: { showsBackground, isDark } }
    for (const kind of ['footnote', 'endnote'] as const)
      await optional(parts, named(`${kind}s`, relationships), unread, (part) =>
        parts.walk(part, new NoteReader(notes, kind, () => new DocumentWriter(around))),
      )
    const writer = new DocumentWriter(around)
    await parts.walk(parts.main, writer)
    return writer
  }
  const onPaper = await write(false)
  const writer = onPaper.isMostlyPale ? await write(true) : onPaper
  const text = writer.lines.join('\n')
  const all = [...new Set([...unread, ...writer.unread])]
  if (text.trim() === '') refuseIfUnread(embedded, all)
  return { text, tables: writer.tables, unread: all }
}

/** Whether Word shows the background that the text may name. */
async function showsBackgroundIn(parts: WordParts, part: string): Promise<boolean> {
  let shows = false
  await parts.walk(part, {
    open(name, attributes) {
      if (name === 'w:displayBackgroundShape') shows = isOn(attributes['w:val'])
    },
  })
  return shows
}

function named(type: string, relationships: Relationships): string | undefined {
  return [...relationships.values()].find((relationship) => relationship.type === type)?.target
}

/** The part that the document names, or that stands beside it under the usual name; undefined if there is neither. */
function partOf(type: string, parts: WordParts, relationships: Relationships): string | undefined {
  const target = named(type, relationships)
  if (target !== undefined) return target
  const beside = `${parts.main.slice(0, parts.main.lastIndexOf('/') + 1)}${type}.xml`
  if (parts.has(beside)) return beside
  // Word 2003 has everything in one part.
  return parts.main.includes('/') ? undefined : parts.main
}

/** Without its styles or numbers a text is still a text; that they are lost is said. */
async function optional<Found>(
  parts: WordParts,
  part: string | undefined,
  unread: string[],
  read: (part: string) => Promise<Found>,
): Promise<Found | undefined> {
  if (part === undefined) return undefined
  try {
    if (parts.has(part)) return await read(part)
  } catch (error) {
    if (!(error instanceof RefusalError) || error.reason !== 'corrupt') throw error
  }
  unread.push(`the part ${part}`)
  return undefined
}

/** Files whose text Word shows as a part of the document's own (`altChunk`), by the ids under which it names them. */
async function readAll(
  parts: WordParts,
  relationships: Relationships,
  readEmbedded: ReadEmbedded,
): Promise<ReadonlyMap<string, Embedded>> {
  const found = new Map<string, Embedded>()
  for (const [id, { type, target, isExternal }] of relationships) {
    if (type === 'subDocument') found.set(id, { name: `the document ${target}`, content: null })
    if (type !== 'aFChunk') continue
    found.set(id, {
      name: `the part ${target}`,
      content: isExternal ? null : await contentOf(parts, target, readEmbedded),
    })
  }
  return found
}

async function contentOf(parts: WordParts, target: string, readEmbedded: ReadEmbedded): Promise<FileContent | null> {
  try {
    return await readEmbedded(await parts.bytes(target))
  } catch (error) {
    if (!(error instanceof RefusalError) || error.reason === 'too_complex') throw error
    return null
  }
}

function refuseIfUnread(embedded: ReadonlyMap<string, Embedded>, unread: readonly string[]): void {
  if (unread.length === 0) return
  const chunk = [...embedded.values()].find(({ content }) => content === null)
  if (chunk !== undefined)
    throw new RefusalError(
      'unsupported_format',
      `All text of the file is in ${chunk.name}, which Fazhi does not read; save it anew.`,
    )
}
