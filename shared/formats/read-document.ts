import { RefusalError } from '../report/refusal.ts'
import type { Format } from '../report/report.ts'
import { type CanonicalDocument, NO_FACTS, type PageFacts } from './canonical.ts'
import { clean } from './clean.ts'
import { decode } from './decode.ts'
import { detectContainer, looksLikeHtml, looksLikeMail } from './detect.ts'
import { readIsolated } from './isolated/read-isolated.ts'
import { MAX_FILE_BYTES, MAX_TEXT_LENGTH } from './limits.ts'
import { repairMojibake } from './mojibake.ts'

/** What a reader of one format makes of a file, before the cleaning that all formats share. */
interface Reading {
  readonly text: string
  readonly format: Format
  readonly charset: string | null
  readonly facts: PageFacts
}

/**
 * Reads a file by its bytes, never by its name or declared type. Each format's reader is loaded when a file needs it.
 * @throws {RefusalError} with the reason where the file holds no readable text
 */
export async function readDocument(bytes: Uint8Array): Promise<CanonicalDocument> {
  if (bytes.length === 0) throw new RefusalError('empty', 'The file has no bytes; upload it again.')
  if (bytes.length > MAX_FILE_BYTES)
    throw new RefusalError('too_large', `The file has ${bytes.length} bytes, the limit is ${MAX_FILE_BYTES}.`)
  const { text: found, ...reading } = await readAs(bytes)
  const { text, warnings } = repairMojibake(clean(found))
  if (text.trim() === '') throw new RefusalError('empty', 'The file holds nothing but white space.')
  if (text.length > MAX_TEXT_LENGTH)
    throw new RefusalError('too_large', `The text has ${text.length} characters, the limit is ${MAX_TEXT_LENGTH}.`)
  return { ...reading, text, warnings }
}

/** Node looks a module up anew at each `import()`, for some 0.1 ms that every file of a batch would pay. */
function once<T>(load: () => T): () => T {
  let loaded: T | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}

const zip = once(() => import('./zip/read-zip.ts'))
const mail = once(() => import('./mail/read-mail.ts'))
const html = once(() => import('./html/read-html.ts'))

async function readAs(bytes: Uint8Array): Promise<Reading> {
  const container = detectContainer(bytes)
  switch (container) {
    case 'unknown':
      return readText(bytes)
    case 'zip': {
      const { readZip } = await zip()
      return { ...(await readZip(bytes)), charset: null, facts: NO_FACTS }
    }
    case 'pdf':
    case 'ole':
      return { ...(await readIsolated(container, bytes)), charset: null, facts: NO_FACTS }
    default:
      throw new RefusalError(
        'unsupported_format',
        `Fazhi does not read ${container} files; save it as text, PDF or DOCX.`,
      )
  }
}

async function readText(bytes: Uint8Array): Promise<Reading> {
  if (looksLikeMail(bytes)) {
    const { readMail } = await mail()
    return { ...(await readMail(bytes)), charset: null }
  }
  const { text, charset } = decode(bytes)
  if (!looksLikeHtml(text)) return { text, charset, format: 'text', facts: NO_FACTS }
  const { readHtml } = await html()
  return { ...readHtml(text), charset, format: 'html' }
}
