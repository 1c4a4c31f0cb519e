import { Refusal } from '../report/refusal.ts'

/**
 * What one file may cost. A bucket that anyone may fill will be filled with bombs: every reader counts against these
 * while it reads, and a file that passes one is refused with the name of the limit. The largest reports seen are about
 * 60 pages and a few hundred kilobytes of text; each limit leaves at least ten times that.
 */

const MIB = 1024 * 1024

/** Reports with photographs reach some 20 MB; what is larger is no report. */
export const MAX_FILE_BYTES = 32 * MIB

/** Portal pages nest 20 to 60 deep, bodies pasted from Word up to 150; tree walks are safe far beyond 512. */
export const MAX_DEPTH = 512

/** Elements of one document: a 60-page report pasted from Word has about 20,000. */
export const MAX_ELEMENTS = 300_000

/** Characters of canonical text; the longest report seen has 60,000. */
export const MAX_TEXT_LENGTH = 4 * MIB

/** The refusal of a file that costs more than a limit allows. */
export function tooComplex(what: string, limit: number): Refusal {
  return new Refusal(
    'too_complex',
    `The file has more than ${limit} ${what}, which no report has; split or re-save it.`,
  )
}
