import { bufferOver } from './buffer-over.ts'
/** The containers that the first bytes of a file show. A file of none of these may still be text. */
export type Container = 'pdf' | 'zip' | 'ole' | 'rtf' | 'image' | 'archive' | 'executable' | 'unknown'

/** Readers accept leading rubbish before `%PDF-`, and portals' download scripts do put blank lines there. */
const PDF_HEADER_WINDOW = 1024

const SIGNATURES: readonly (readonly [Container, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x1f, 0x8b]],
  ['executable', [0x4d, 0x5a, 0x90, 0x00]],
  ['executable', [0x7f, 0x45, 0x4c, 0x46]],
]

/** Tells the container by the file's bytes. */
export function detectContainer(bytes: Uint8Array): Container {
  for (const [container, signature] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return container
  }
  return bufferOver(bytes.subarray(0, PDF_HEADER_WINDOW)).includes('%PDF-') ? 'pdf' : 'unknown'
}

const MARKUP_WINDOW = 4096
const DOCUMENT_START = /<(?:!doctype\s+html|html|head|body|meta|title)[\s>]/i
const CONTENT_TAG = /<(?:p|div|br|span|table|td|tr|h[1-6]|ul|li|a|font)(?:\s[^<>]{0,400})?\/?>/gi
/** Fewer tags than this may be an author's own angle brackets. */
const MIN_CONTENT_TAGS = 3

/** True if decoded text is an HTML page or a piece of one. */
export function looksLikeHtml(text: string): boolean {
  const opening = text.slice(0, MARKUP_WINDOW)
  return DOCUMENT_START.test(opening) || [...opening.matchAll(CONTENT_TAG)].length >= MIN_CONTENT_TAGS
}

const WORD_XML =
  /<(?:[\w.-]{1,20}:)?(?:package|wordDocument)\s[^>]{0,4000}(?:schemas\.microsoft\.com\/office\/2006\/xmlPackage|schemas\.microsoft\.com\/office\/word\/2003\/wordml)/

/** True if decoded text is a Word document saved as one XML file, as an Open XML package or as Word 2003 has it. */
export function looksLikeWordXml(text: string): boolean {
  return /^\s*<\?xml/.test(text.slice(0, 100)) && WORD_XML.test(text.slice(0, MARKUP_WINDOW))
}

/** True for every other document that is markup from its first character on: of Office programs, feeds, drawings. */
export function looksLikeXml(text: string): boolean {
  return /^\s*<(?:\?xml\s|[\w.-]{1,40}(?::[\w.-]{1,40})?(?:\s[^<>]{0,4000})?\sxmlns(?::[\w.-]{1,40})?=)/.test(
    text.slice(0, MARKUP_WINDOW),
  )
}

/** Messages that went a long way have many kilobytes of headers. */
const HEADER_WINDOW = 64 * 1024
const HEADER_LINE = /^[a-z][a-z\d-]{1,60}:[ \t]?/i
const MULTIPART = /^content-type:\s{0,4}multipart\/[\w-]{1,40};[^:]{0,400}boundary=/im

/** A web page saved as one file names the page it was; a message does not. */
const SAVED_PAGE = /^(?:snapshot-)?content-location:|^content-type:\s{0,4}multipart\/related/im

/** True if the bytes begin with mail headers, as a saved message or a web page saved as MHT does. */
export function looksLikeMail(bytes: Uint8Array): boolean {
  if (!HEADER_LINE.test(withoutBlanks(openingOf(bytes)))) return false
  const headers = headersOf(bytes)
  return (/^content-type:/im.test(headers) && /^mime-version:/im.test(headers)) || MULTIPART.test(headers)
}

/** True for a web page saved as MHT. */
export function looksLikeSavedPage(bytes: Uint8Array): boolean {
  return looksLikeMail(bytes) && SAVED_PAGE.test(openingOf(bytes))
}

/** The headers of a message, if it is one: up to the first empty line. */
function headersOf(bytes: Uint8Array): string {
  const opening = withoutBlanks(bufferOver(bytes.subarray(0, HEADER_WINDOW)).toString('latin1'))
  const end = opening.search(/\r?\n\r?\n/)
  return end < 0 ? opening : opening.slice(0, end)
}

/** Without the mark of the encoding and the blanks that it may begin with. */
function withoutBlanks(opening: string): string {
  return opening.replace(/^(?:\xef\xbb\xbf)?\s*/, '')
}

function openingOf(bytes: Uint8Array): string {
  return bufferOver(bytes.subarray(0, MARKUP_WINDOW)).toString('latin1')
}

/** True for a Word file of WPS, which leaves the number of its build among the properties, in the code page or in UTF-16. */
export function looksLikeWps(bytes: Uint8Array): boolean {
  const file = bufferOver(bytes)
  return file.includes('KSOProductBuildVer') || file.includes(Buffer.from('KSOProductBuildVer', 'utf16le'))
}
