/** Names of the indexes, and how their composed keys are made: for the stack, the stores and the readers. */
export const BY_REGION_YEAR = 'byRegionYear'
export const BY_STATUS = 'byStatus'
export const BY_CODE = 'byCode'
export const BY_DOCUMENT = 'byDocument'

/** Wide enough for any report; padding keeps the order of the text in a string key. */
const ORDINAL_DIGITS = 6

/** For a report that settles no region, so that its coded rows can still be compared over all places of a year. */
const UNKNOWN_REGION = 'unknown'

export function yearDocumentOf(year: number, documentId: string): string {
  return `${year}#${documentId}`
}

export function codeYearOf(code: string, year: number): string {
  return `${code}#${year}`
}

export function regionDocumentOrdinalOf(regionCode: string | null, documentId: string, ordinal: number): string {
  return `${regionCode ?? UNKNOWN_REGION}#${documentId}#${String(ordinal).padStart(ORDINAL_DIGITS, '0')}`
}
