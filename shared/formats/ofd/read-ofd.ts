import { posix } from 'node:path'
import { RefusalError } from '../../report/refusal.ts'
import type { TextWithTables } from '../found-tables.ts'
import type { Run } from '../layout/run.ts'
import { textOfPages } from '../layout/text-of-pages.ts'
import { MAX_PAGES, tooComplex } from '../limits.ts'
import type { Archive } from '../zip/archive.ts'
import { localName, walkXml } from '../zip/walk-xml.ts'
import { TextObjects } from './text-objects.ts'

/** GB/T 33190-2016, 7.1: the entry of every OFD file. */
const MAIN_PART = 'OFD.xml'

/**
 * The text of an OFD file (GB/T 33190-2016): the text objects of its pages, put together by their places. Templates, which
 * hold letterheads and page frames, are left out.
 * @throws {RefusalError} `no_text` if the pages are pictures, `encrypted`, `too_complex`, or as the archive's streams do
 */
export async function readOfd(archive: Archive): Promise<TextWithTables> {
  if (archive.names.some((name) => /(?:^|\/)(?:encryptions|decryptseed)\.(?:xml|dat)$/i.test(name)))
    throw new RefusalError('encrypted', 'The OFD file is encrypted; save it without protection.')
  const pages: Run[][] = []
  for (const part of await pageParts(archive)) pages.push(await readPage(archive, part))
  const content = textOfPages(pages)
  if (content.text.trim() === '')
    throw new RefusalError('no_text', 'The pages of the OFD file are pictures; run them through OCR.')
  return content
}

/** The content parts of all pages, in order, of all documents in the file. */
async function pageParts(archive: Archive): Promise<string[]> {
  const parts: string[] = []
  for (const root of await textsOf(archive, MAIN_PART, 'DocRoot')) {
    const document = partPath('', root)
    for (const place of await attributesOf(archive, document, 'Page', 'BaseLoc'))
      parts.push(partPath(posix.dirname(document), place))
  }
  if (parts.length > MAX_PAGES) throw tooComplex(`has more than ${MAX_PAGES} pages`)
  return parts
}

/** 7.3: a location begins at the root of the package, or stands relative to the part that names it. */
function partPath(folder: string, location: string): string {
  const trimmed = location.trim()
  return posix.normalize(trimmed.startsWith('/') ? trimmed.slice(1) : posix.join(folder, trimmed))
}

async function textsOf(archive: Archive, part: string, element: string): Promise<string[]> {
  const texts: string[] = []
  let inside = false
  await walkXml(archive, part, {
    open(name) {
      inside = localName(name) === element
      if (inside) texts.push('')
    },
    close: () => {
      inside = false
    },
    text(data) {
      if (inside) texts.push((texts.pop() ?? '') + data)
    },
  })
  return texts
}

async function attributesOf(archive: Archive, part: string, element: string, attribute: string): Promise<string[]> {
  const values: string[] = []
  await walkXml(archive, part, {
    open(name, attributes) {
      if (localName(name) === element && attributes[attribute] !== undefined) values.push(attributes[attribute])
    },
  })
  return values
}

async function readPage(archive: Archive, part: string): Promise<Run[]> {
  const runs: Run[] = []
  await walkXml(archive, part, new TextObjects((run) => runs.push(run)))
  return runs
}
