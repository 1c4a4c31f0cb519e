import type { Archive } from '../zip/archive.ts'
import { walkXml, type XmlVisitor } from '../zip/walk-xml.ts'
import { inKnownNamespaces } from './namespaces.ts'
import { type Relationships, readRelationships, relationshipsPart } from './relationships.ts'

/** A Word document by its parts, whether they are entries of an archive or pieces of one XML file. Names have no slash in front. */
export interface WordParts {
  /** The part with the text. */
  readonly main: string
  has(part: string): boolean
  /** @throws {RefusalError} */
  walk(part: string, visitor: XmlVisitor): Promise<void>
  /** @throws {RefusalError} */
  bytes(part: string): Promise<Uint8Array>
}

const DEFAULT_MAIN = 'word/document.xml'
const CONTENT_TYPES = '[Content_Types].xml'
const WORD_TYPE = /wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled/i

/**
 * The parts of an archive that is a Word document, which its relationships and content types say (ECMA-376 part 2): producers name
 * the part with the text as they like. Null if the archive is none.
 */
export async function wordPartsOf(archive: Archive): Promise<WordParts | null> {
  const entries = new Map(archive.names.map((name) => [keyOf(name), name]))
  const parts = (main: string): WordParts => ({
    main,
    has: (part) => entries.has(keyOf(part)),
    walk: (part, visitor) => walkXml(archive, entries.get(keyOf(part)) ?? part, inKnownNamespaces(visitor)),
    async bytes(part) {
      const chunks: Buffer[] = []
      for await (const chunk of archive.read(entries.get(keyOf(part)) ?? part)) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
  })
  const all = parts(DEFAULT_MAIN)
  const { overrides } = await readContentTypes(all)
  const related = mainOf(await readRelationships(all, relationshipsPart('')))
  const typed = [...overrides].find(([, type]) => WORD_TYPE.test(type))?.[0]
  const main = related ?? typed ?? DEFAULT_MAIN
  if (WORD_TYPE.test(overrides.get(keyOf(main)) ?? '')) return parts(main)
  return all.has(main) && (await isWordDocument(all, main)) ? parts(main) : null
}

/** Names of parts differ in nothing but case; some producers write folders as Windows does. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function mainOf(relationships: Relationships): string | undefined {
  return [...relationships.values()].find(({ type }) => type === 'officeDocument')?.target
}

async function readContentTypes(parts: WordParts): Promise<{ overrides: ReadonlyMap<string, string> }> {
  const overrides = new Map<string, string>()
  if (!parts.has(CONTENT_TYPES)) return { overrides }
  await parts.walk(CONTENT_TYPES, {
    open(name, { PartName = '', ContentType = '' }) {
      if (name === 'Override') overrides.set(keyOf(PartName), ContentType)
    },
  })
  return { overrides }
}

/** Told by the root element, if nothing else tells. */
async function isWordDocument(parts: WordParts, main: string): Promise<boolean> {
  let root: string | undefined
  await parts.walk(main, {
    open(name) {
      root ??= name
    },
    isDone: () => root !== undefined,
  })
  return root === 'w:document'
}
