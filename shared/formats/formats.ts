import type { PageFacts } from './canonical.ts'
import {
  type Container,
  looksLikeHtml,
  looksLikeMail,
  looksLikeSavedPage,
  looksLikeWordXml,
  looksLikeWps,
  looksLikeXml,
} from './detect.ts'
import type { FoundTable } from './found-tables.ts'
import { type OpenFile, openFile } from './open-file.ts'

/** What a reader finds in a file, before the cleaning that all formats share. */
export interface FileContent {
  readonly text: string
  /** As decoded; left out by formats that carry their own. */
  readonly charset?: string
  readonly facts?: PageFacts
  /** In the order of the text; left out by formats that have none. */
  readonly tables?: readonly FoundTable[]
  /** What stands in the file and could not be read, in words: `page 3 (a picture)`. Left out if all was read. */
  readonly unread?: readonly string[]
  /** Whether that is more than what was read; such a file is no `other` document, because nobody knows what it is. */
  readonly isMostlyUnread?: boolean
}

/** A format that Fazhi reads. To add one, write its reader, add its row to `FORMATS` and raise `PARSER_VERSION`. */
export interface FormatRow {
  /** Its name in reports. */
  readonly format: string
  /** What its first bytes show. */
  readonly container: Container
  /** Of file names, in lower case. */
  readonly extensions: readonly string[]
  /**
   * Of one report that hangs on a page in several formats, the lowest is taken: text formats before page images. Null for
   * formats that portals do not attach.
   */
  readonly preference: number | null
  /** Tells it from the formats below it that have the same container. */
  readonly recognises: (file: OpenFile) => boolean | Promise<boolean>
  /**
   * Loads the reader, so that it is loaded only when a file needs it, and reads.
   * @throws {RefusalError} with the reason if the file cannot be read
   */
  readonly read: (file: OpenFile) => Promise<FileContent>
}

/** Node looks a module up anew at each `import()`, for some 0.1 ms that every file of a batch would pay. */
function once<T>(load: () => T): () => T {
  let loaded: T | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}

const isolated = once(() => import('./isolated/read-isolated.ts'))
const docx = once(() => import('./docx/read-docx.ts'))
const wordParts = once(() => import('./docx/parts.ts'))
const flatWord = once(() => import('./docx/flat-xml.ts'))
const ofd = once(() => import('./ofd/read-ofd.ts'))
const mail = once(() => import('./mail/read-mail.ts'))
const html = once(() => import('./html/read-html.ts'))

const wordPartsIn = async (file: OpenFile) => (await wordParts()).wordPartsOf(await file.archive())

/** Reads a file that is a part of another one's text, by its own format. Null if Fazhi does not read it, or if it has parts of its own. */
async function readEmbedded(bytes: Uint8Array): Promise<FileContent | null> {
  const file = openFile(bytes)
  const row = await formatOf(file)
  if (row === null) return null
  if (row.format === 'docx') return (await docx()).readDocx((await wordPartsIn(file))!, async () => null)
  return row.read(file)
}

/** Every format, of each container the most special first. */
export const FORMATS: readonly FormatRow[] = [
  {
    format: 'docx',
    container: 'zip',
    extensions: ['docx'],
    preference: 1,
    recognises: async (file) => (await wordPartsIn(file)) !== null,
    read: async (file) => (await docx()).readDocx((await wordPartsIn(file))!, readEmbedded),
  },
  {
    format: 'ofd',
    container: 'zip',
    extensions: ['ofd'],
    preference: 5,
    recognises: async (file) => (await file.archive()).has('OFD.xml'),
    read: async (file) => (await ofd()).readOfd(await file.archive()),
  },
  {
    format: 'wps',
    container: 'ole',
    extensions: ['wps'],
    preference: 3,
    recognises: ({ bytes }) => looksLikeWps(bytes),
    read: async ({ bytes }) => (await isolated()).readIsolated('ole', bytes),
  },
  {
    format: 'doc',
    container: 'ole',
    extensions: ['doc'],
    preference: 2,
    recognises: () => true,
    read: async ({ bytes }) => (await isolated()).readIsolated('ole', bytes),
  },
  {
    format: 'pdf',
    container: 'pdf',
    extensions: ['pdf'],
    preference: 4,
    recognises: () => true,
    read: async ({ bytes }) => (await isolated()).readIsolated('pdf', bytes),
  },
  {
    format: 'mhtml',
    container: 'unknown',
    extensions: ['mht', 'mhtml'],
    preference: null,
    recognises: ({ bytes }) => looksLikeSavedPage(bytes),
    read: async ({ bytes }) => (await mail()).readMail(bytes),
  },
  {
    format: 'eml',
    container: 'unknown',
    extensions: ['eml'],
    preference: null,
    recognises: ({ bytes }) => looksLikeMail(bytes),
    read: async ({ bytes }) => (await mail()).readMail(bytes),
  },
  {
    format: 'word_xml',
    container: 'unknown',
    extensions: ['xml'],
    preference: null,
    recognises: (file) => looksLikeWordXml(file.decoded().text),
    read: async (file) => {
      const { text, charset } = file.decoded()
      return { ...(await (await docx()).readDocx(await (await flatWord()).flatPartsOf(text), readEmbedded)), charset }
    },
  },
  {
    format: 'html',
    container: 'unknown',
    extensions: ['html', 'htm'],
    preference: null,
    recognises: (file) => looksLikeHtml(file.decoded().text),
    read: async (file) => {
      const { text, facts, tables, unread } = await (await html()).readHtml(file.decoded().text)
      return { text, facts, tables, unread, charset: file.decoded().charset }
    },
  },
  {
    format: 'text',
    container: 'unknown',
    extensions: ['txt'],
    preference: null,
    recognises: (file) => !looksLikeXml(file.decoded().text),
    read: async (file) => file.decoded(),
  },
]

/** The format of a file, told by its bytes; null if Fazhi does not read it. */
export async function formatOf(file: OpenFile): Promise<FormatRow | null> {
  for (const row of FORMATS) if (row.container === file.container && (await row.recognises(file))) return row
  return null
}

/** Extensions of all formats. */
export const EXTENSIONS: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions)

/** Extensions of the formats that portals attach to pages, the preferred first. */
export const ATTACHED_EXTENSIONS: readonly string[] = FORMATS.filter(({ preference }) => preference !== null)
  .toSorted((a, b) => a.preference! - b.preference!)
  .flatMap(({ extensions }) => extensions)

/** The source of a regular expression that matches any of the extensions, the longest first: `docx|doc|pdf`. */
export function anyExtension(extensions: readonly string[]): string {
  return extensions.toSorted((a, b) => b.length - a.length).join('|')
}
