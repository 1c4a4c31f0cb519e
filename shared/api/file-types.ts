/** How a file is handed out, by the name of its format. */
const TYPES: Readonly<Record<string, readonly [extension: string, contentType: string]>> = {
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ofd: ['ofd', 'application/ofd'],
  wps: ['wps', 'application/vnd.ms-works'],
  doc: ['doc', 'application/msword'],
  pdf: ['pdf', 'application/pdf'],
  mhtml: ['mhtml', 'multipart/related'],
  eml: ['eml', 'message/rfc822'],
  word_xml: ['xml', 'application/xml'],
  html: ['html', 'text/html'],
  text: ['txt', 'text/plain'],
}

/** Of a file that could not be read. */
const UNKNOWN = ['bin', 'application/octet-stream'] as const

/**
 * Headers for a file that anybody may have written: a browser saves it and never shows it as a page.
 * @param format name of its format; null if it has none that Fazhi reads
 */
export function fileHeadersOf(documentId: string, format: string | null) {
  const [extension, contentType] = TYPES[format ?? ''] ?? UNKNOWN
  return { contentType, contentDisposition: `attachment; filename="${documentId}.${extension}"` }
}

/** Formats whose files have a type of their own. */
export const TYPED_FORMATS: readonly string[] = Object.keys(TYPES)
