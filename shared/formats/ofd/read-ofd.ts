import { RefusalError } from '../../report/refusal.ts'
import { type PageText, readPage } from '../layout/page-text.ts'
import { type TextOfPages, textOfPages } from '../layout/text-of-pages.ts'
import { MAX_PAGES, tooComplex } from '../limits.ts'
import type { Archive } from '../zip/archive.ts'
import { walkXml } from '../zip/walk-xml.ts'
import { ContentReader } from './content-reader.ts'
import { drawContent } from './draw-content.ts'
import type { Content, Resources } from './graphics.ts'
import { type DocumentParts, documentsOf, PagePartsReader } from './parts.ts'
import { ResourceReader } from './resources.ts'

/**
 * The text of an OFD file (GB/T 33190-2016): the text objects of its pages as they are seen, put together by their places. Templates,
 * which hold letterheads and page frames, are left out.
 * @throws {RefusalError} `no_text` if the pages are pictures, `encrypted`, `too_complex`, or as the archive's streams do
 */
export async function readOfd(archive: Archive): Promise<TextOfPages> {
  if (archive.names.some((name) => /(?:^|\/)(?:encryptions|decryptseed)\.(?:xml|dat)$/i.test(name)))
    throw new RefusalError('encrypted', 'The OFD file is encrypted; save it without protection.')
  const documents = await documentsOf(archive)
  if (documents.reduce((sum, { pages }) => sum + pages.length, 0) > MAX_PAGES)
    throw tooComplex(`has more than ${MAX_PAGES} pages`)
  const pages: (PageText | null)[] = []
  const errors: unknown[] = []
  for (const document of documents) {
    const resources = await resourcesOf(archive, document.resources)
    for (const part of document.pages) {
      try {
        pages.push(await readOne(archive, part, document, resources))
      } catch (error) {
        if (!(error instanceof RefusalError) || error.reason !== 'corrupt') throw error
        pages.push(null)
        errors.push(error)
      }
    }
  }
  if (pages.length > 0 && errors.length === pages.length) throw errors[0]
  const content = textOfPages(pages)
  if (content.text.trim() === '')
    throw new RefusalError(
      'no_text',
      `The OFD file has no text (${content.unread.join(', ') || 'its pages are empty'}); run it through OCR.`,
    )
  return content
}

async function resourcesOf(archive: Archive, parts: readonly string[]): Promise<Resources> {
  const resources: Resources = { units: new Map(), inks: new Map() }
  for (const part of parts) if (archive.has(part)) await walkXml(archive, part, new ResourceReader(resources))
  return resources
}

async function readOne(
  archive: Archive,
  part: string,
  document: DocumentParts,
  resources: Resources,
): Promise<PageText> {
  const own = new PagePartsReader(part)
  const content: Content = { graphics: [], shapes: 0 }
  const reader = new ContentReader(resources, content)
  await walkXml(archive, part, {
    open(name, attributes) {
      own.open(name, attributes)
      reader.open(name, attributes)
    },
    text(data) {
      own.text(data)
      reader.text(data)
    },
    close(name) {
      own.close(name)
      reader.close(name)
    },
  })
  for (const [id, unit] of (await resourcesOf(archive, own.resources)).units) resources.units.set(id, unit)
  return readPage(drawContent(content, own.box ?? document.box, resources))
}
