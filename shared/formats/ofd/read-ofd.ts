import { RefusalError } from '../../report/refusal.ts'
import { type PageText, readPage } from '../layout/page-text.ts'
import { type TextOfPages, textOfPages } from '../layout/text-of-pages.ts'
import { MAX_PAGES, MAX_TEXT_LENGTH, tooComplex } from '../limits.ts'
import { attachmentsOf } from '../unread.ts'
import type { Archive } from '../zip/archive.ts'
import { documentsOf } from './parts.ts'
import { PageReader } from './read-page.ts'

/**
 * The text of an OFD file (GB/T 33190-2016): the text objects of its pages as they are seen, put together by their places, with
 * their templates and annotations.
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
  const missed: string[] = []
  let characters = 0
  for (const document of documents) {
    const reader = await PageReader.of(archive, document)
    for (const page of document.pages) {
      try {
        const drawing = await reader.draw(page)
        characters += drawing.glyphs.length
        if (characters > MAX_TEXT_LENGTH) throw tooComplex(`draws more than ${MAX_TEXT_LENGTH} characters`)
        pages.push(readPage(drawing))
      } catch (error) {
        if (!(error instanceof RefusalError) || error.reason !== 'corrupt') throw error
        pages.push(null)
        errors.push(error)
      }
    }
    missed.push(...reader.unread)
  }
  if (pages.length > 0 && errors.length === pages.length) throw errors[0]
  const content = textOfPages(pages)
  const attachments = attachmentsOf(
    content.text,
    documents.flatMap(({ attachments }) => attachments),
  )
  const unread = [...content.unread, ...missed, ...attachments]
  if (content.text.trim() === '')
    throw new RefusalError(
      'no_text',
      `The OFD file has no text (${unread.join(', ') || 'its pages are empty'}); run it through OCR.`,
    )
  return { ...content, unread, isMostlyUnread: content.isMostlyUnread || attachments.length > 0 }
}
