import { fileURLToPath } from 'node:url'
import { getDocumentProxy } from 'unpdf'
import { OPS } from 'unpdf/pdfjs'
import { RefusalError } from '../../report/refusal.ts'
import { IDENTITY, matrixOf } from '../layout/matrix.ts'
import { type PageText, readPage } from '../layout/page-text.ts'
import { type TextOfPages, textOfPages } from '../layout/text-of-pages.ts'
import { MAX_PAGES, tooComplex } from '../limits.ts'
import { attachmentsOf, MAX_STUB_TEXT } from '../unread.ts'
import { drawPage, type Operators } from './draw-page.ts'
import { NO_SCREEN } from './environment.ts'
import type { Font } from './fonts.ts'
import { isCutOff, rebuilt } from './rebuild.ts'

/** Silent: PDF.js reports every odd object of a file, and a file is not the operator's concern. */
const ERRORS_ONLY = 0

/** Character maps of the fonts that Chinese PDF files name but do not embed; in a bundle they lie beside the program. */
const CMAPS = fileURLToPath(new URL('./cmaps/', import.meta.url))

const CUT_OFF = 'the end of the file, which is cut off'

/**
 * The text of a PDF file, its lines joined into paragraphs, page numbers and running heads left out.
 * @throws {RefusalError} `encrypted`, `corrupt`, `too_complex` (pages), or `no_text` if the pages are pictures
 */
export async function readPdf(bytes: Uint8Array): Promise<TextOfPages> {
  const isCut = isCutOff(bytes)
  const document = await open(bytes)
  try {
    return await readPages(document, isCut ? [CUT_OFF] : [])
  } finally {
    await document.loadingTask.destroy()
  }
}

/** @param lost what is known to be lost of the file */
async function readPages(document: PdfDocument, lost: readonly string[]): Promise<TextOfPages> {
  if (document.numPages > MAX_PAGES) throw tooComplex(`has more than ${MAX_PAGES} pages`)
  const layers = await document.getOptionalContentConfig()
  const isOn = (layer: unknown) => layers.isVisible(layer)
  const pages: (PageText | null)[] = []
  const errors: unknown[] = []
  for (let number = 1; number <= document.numPages; number++) {
    try {
      pages.push(await readOne(document, number, isOn))
    } catch (error) {
      pages.push(null)
      errors.push(error)
    }
  }
  if (errors.length === pages.length) throw corrupt(errors[0])
  const pageContent = textOfPages(pages)
  const hanging = await hangingOn(document, pageContent.text)
  const unread = [...pageContent.unread, ...hanging, ...lost]
  const isMostlyUnread = pageContent.isMostlyUnread || hanging.length + lost.length > 0
  const content = { ...pageContent, unread, isMostlyUnread }
  if (content.text === '' && lost.length > 0) throw corrupt(new Error(`it lacks ${lost.join(', ')}`))
  if (content.text === '')
    throw new RefusalError(
      'no_text',
      `The PDF file has no text (${content.unread.join(', ') || 'its pages are empty'}); run it through OCR.`,
    )
  return content
}

/** Of a file with hardly any text: the files in it, and the form that its own program would draw. */
async function hangingOn(document: PdfDocument, text: string): Promise<string[]> {
  if (text.length > MAX_STUB_TEXT) return []
  const files: Record<string, { filename?: string }> = (await document.getAttachments()) ?? {}
  const listed = Object.entries(files).map(([key, { filename }]) => filename ?? key)
  const names = [...new Set([...listed, ...(await pinnedOn(document))])]
  const { info } = await document.getMetadata()
  const isForm = 'IsXFAPresent' in info && info.IsXFAPresent === true
  return [...attachmentsOf(text, names), ...(isForm ? ['a form of XFA'] : [])]
}

/** The files that annotations pin on the pages. */
async function pinnedOn(document: PdfDocument): Promise<string[]> {
  const names: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const annotations: { readonly file?: { readonly filename?: string } }[] = await annotationsOf(document, number)
    names.push(...annotations.flatMap(({ file }) => file?.filename ?? []))
  }
  return names
}

async function annotationsOf(document: PdfDocument, number: number) {
  try {
    return await (await document.getPage(number)).getAnnotations()
  } catch {
    // The page is damaged, and named as such.
    return []
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // PDF.js takes the bytes away.
    return await openWhole(bytes.slice())
  } catch (error) {
    if (error instanceof RefusalError && error.reason === 'encrypted') throw error
    const again = rebuilt(bytes)
    if (again === null) throw error
    return await openWhole(again)
  }
}

async function openWhole(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(bytes, {
      cMapUrl: CMAPS,
      cMapPacked: true,
      useWorkerFetch: false,
      isEvalSupported: false,
      disableFontFace: false,
      ownerDocument: NO_SCREEN,
      // Pictures are not read, and unpacking them costs the most of all.
      maxImageSize: 0,
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

async function readOne(document: PdfDocument, number: number, isOn: (layer: unknown) => boolean): Promise<PageText> {
  const page = await document.getPage(number)
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const operators = await page.getOperatorList()
  const matrix = matrixOf(transform) ?? IDENTITY
  const fontOf = (name: string): Font | null => (page.commonObjs.has(name) ? page.commonObjs.get(name) : null)
  const fields = await fieldsOf(page, operators)
  const isField = (annotation: string) => fields.has(annotation)
  const drawing = drawPage(operators, { matrix, width, height, fontOf, isOn, isField })
  page.cleanup()
  return readPage(drawing)
}

type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** The annotations of a page that are fields with a text or a choice. */
async function fieldsOf(page: PdfPage, { fnArray }: Operators): Promise<ReadonlySet<string>> {
  if (!fnArray.includes(OPS.beginAnnotation)) return new Set()
  const annotations: { readonly id: string; readonly fieldType?: string }[] = await page.getAnnotations()
  return new Set(annotations.flatMap(({ id, fieldType }) => (fieldType === 'Tx' || fieldType === 'Ch' ? [id] : [])))
}

function corrupt(error: unknown): RefusalError {
  const detail = error instanceof Error ? error.message : String(error)
  return new RefusalError('corrupt', `The PDF file is damaged (${detail}); upload it again.`, { cause: error })
}
