/** Names of the indexes, and how their composed keys are made: for the stack, the stores and the readers. */
export const BY_YEAR_PUBLISHER = 'byYearPublisher'
export const BY_STATUS = 'byStatus'
export const BY_YEAR = 'byYear'
export const BY_YEAR_CHANGE = 'byYearChange'
export const BY_YEAR_MISSING = 'byYearMissing'
export const BY_CODE = 'byCode'
export const BY_DOCUMENT = 'byDocument'

/** Wide enough for any report; padding keeps the order of the text in a string key. */
const ORDINAL_DIGITS = 6

/** Of a run's number in a key. */
const RUN_DIGITS = 8

/** Above every run's number that a key can hold. */
export const LAST_RUN = 10 ** RUN_DIGITS - 1

/** What `byYearChange` has of a report beside its keys. */
export const CHANGED_REPORT = ['codes'] as const

/** For a report that settles no publisher, so that its coded rows can still be compared over all places of a year. */
const UNKNOWN_PUBLISHER = 'unknown'

/** What lists of documents show, beside what is a key of one of their indexes. The rest of a row is read by its ID. */
export const DOCUMENT_SUMMARY = [
  'run',
  'parserVersion',
  'catalogueVersion',
  'kind',
  'title',
  'issuer',
  'level',
  'departmentLevel',
  'region',
  'publishedOn',
  'documentDate',
  'updatedAt',
  'size',
  'format',
  'indicatorCount',
  'reason',
  'bodyHash',
  'sourceUrl',
] as const

export function codeYearOf(code: string, year: number): string {
  return `${code}#${year}`
}

/** Sort key of a figure: rows of one run are together, in the order of the text, and those of older runs before them. */
export function runOrdinalOf(run: number, ordinal: number): string {
  return `${runPrefixOf(run)}${padded(ordinal, ORDINAL_DIGITS)}`
}

export function runPrefixOf(run: number): string {
  return `${padded(run, RUN_DIGITS)}#`
}

export function publisherDocumentOf(publisherId: string | null, documentId: string): string {
  return `${publisherId ?? UNKNOWN_PUBLISHER}#${documentId}`
}

/** The publisher in a key that `publisherDocumentOf` made. */
export function publisherIn(publisherDocument: string, documentId: string): string | null {
  const publisherId = publisherDocument.slice(0, -`#${documentId}`.length)
  return publisherId === UNKNOWN_PUBLISHER ? null : publisherId
}

export function publisherDocumentOrdinalOf(publisherId: string | null, documentId: string, ordinal: number): string {
  return `${publisherDocumentOf(publisherId, documentId)}#${padded(ordinal, ORDINAL_DIGITS)}`
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
