import { fileURLToPath } from 'node:url'
import { getDocumentProxy } from 'unpdf'
import { RefusalError } from '../../report/refusal.ts'
import type { TextWithTables } from '../found-tables.ts'
import type { Run } from '../layout/run.ts'
import { textOfPages } from '../layout/text-of-pages.ts'
import { MAX_PAGES, tooComplex } from '../limits.ts'

/** Fewer characters a page than this are page numbers and stamps on scanned pages. */
const MIN_CHARACTERS_A_PAGE = 12

/** Silent: PDF.js reports every odd object of a file, and a file is not the operator's concern. */
const ERRORS_ONLY = 0

/** Character maps of the fonts that Chinese PDF files name but do not embed; in a bundle they lie beside the program. */
const CMAPS = fileURLToPath(new URL('./cmaps/', import.meta.url))

/**
 * The text of a PDF file, its lines joined into paragraphs, page numbers and running heads left out.
 * @throws {RefusalError} `encrypted`, `corrupt`, `too_complex` (pages), or `no_text` if the pages are pictures
 */
export async function readPdf(bytes: Uint8Array): Promise<TextWithTables> {
  const document = await open(bytes)
  try {
    return await readPages(document)
  } finally {
    await document.loadingTask.destroy()
  }
}

async function readPages(document: PdfDocument): Promise<TextWithTables> {
  if (document.numPages > MAX_PAGES) throw tooComplex(`has more than ${MAX_PAGES} pages`)
  const pages: Run[][] = []
  for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number))
  const content = textOfPages(pages)
  if (content.text.replace(/\s/g, '').length < MIN_CHARACTERS_A_PAGE * document.numPages)
    throw new RefusalError(
      'no_text',
      `The ${document.numPages} pages of the PDF file are pictures; run them through OCR.`,
    )
  return content
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(bytes, {
      cMapUrl: CMAPS,
      cMapPacked: true,
      useWorkerFetch: false,
      isEvalSupported: false,
      disableFontFace: true,
      verbosity: ERRORS_ONLY,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new RefusalError('encrypted', 'The PDF file is locked with a password; save it without one.', {
        cause: error,
      })
    throw corrupt(error)
  }
}

async function readPage(document: PdfDocument, number: number): Promise<Run[]> {
  try {
    const page = await document.getPage(number)
    const { transform } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ disableNormalization: true })
    page.cleanup()
    return items.flatMap((item) => ('str' in item ? runOf(item, transform) : []))
  } catch (error) {
    throw corrupt(error)
  }
}

interface TextItem {
  readonly str: string
  readonly transform: number[]
  readonly width: number
}

/** Type turned further than this is a stamp or a water mark. */
const MAX_SLANT = 0.2

function runOf({ str, transform, width }: TextItem, view: number[]): Run[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform
  const [va = 0, vb = 0, vc = 0, vd = 0, ve = 0, vf = 0] = view
  const across = va * a + vc * b
  const slant = vb * a + vd * b
  if (Math.abs(slant) > MAX_SLANT * Math.abs(across)) return []
  return [{ text: str, x: va * e + vc * f + ve, y: vb * e + vd * f + vf, width, size: Math.hypot(c, d) }]
}

function corrupt(error: unknown): RefusalError {
  const detail = error instanceof Error ? error.message : String(error)
  return new RefusalError('corrupt', `The PDF file is damaged (${detail}); upload it again.`, { cause: error })
}
