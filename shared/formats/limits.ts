import { RefusalError } from '../report/refusal.ts'

/**
 * What one file may cost. Anyone may upload, so files that are made to exhaust time or memory must be expected. Every reader
 * counts while it reads, and a file beyond a limit is refused with the name of the limit. The largest reports seen have about
 * 60 pages and a few hundred kilobytes of text; each limit allows at least ten times that.
 */

const MIB = 1024 * 1024

/** Reports have 20 kB to 3 MB, with photographs rarely 20; and file, text and tree are in memory at once. */
export const MAX_FILE_BYTES = 50 * MIB

/** Markup and text of one document after unpacking. A report's XML is 1 to 5 MB; a reader holds it once, as text. */
export const MAX_EXPANDED_BYTES = 64 * MIB

/** DEFLATE reaches 1032:1, Word's XML about 20:1; only decompression bombs and blank pages exceed 200:1. */
export const MAX_EXPANSION_RATIO = 200

/** The ratio says little about small files: a few kilobytes may unpack to this size without a check of the ratio. */
export const MIN_BYTES_FOR_RATIO = 4 * MIB

/** Entries of one archive. A Word file has about 20, an OFD file two a page and its pictures. */
export const MAX_ARCHIVE_ENTRIES = 10_000

/** Files taken out of one ZIP of reports: a province's departments are about 50. */
export const MAX_ARCHIVE_DOCUMENTS = 500

/** Of all files in a ZIP of reports together; they are taken out one at a time. */
export const MAX_ARCHIVE_EXPANDED_BYTES = 500 * MIB

/** Portal pages nest 20 to 60 deep, bodies pasted from Word up to 150; tree walks are safe far beyond 512. */
export const MAX_DEPTH = 512

/** Elements of one document: a 60-page report pasted from Word has about 20,000, and an element costs some 500 bytes. */
export const MAX_ELEMENTS = 150_000

/** Pages of a PDF or OFD file. */
export const MAX_PAGES = 1_000

/** Characters of canonical text; the longest report seen has 60,000. */
export const MAX_TEXT_LENGTH = 4 * MIB

/**
 * Time of a processor for a file whose reader can be stopped: 97 pages of PDF take 0.4 to 0.8 s here, some five times that on Lambda. Not
 * time of the clock: what else a machine does refuses no file.
 */
export const MAX_READ_SECONDS = 6

/** Time of the clock for such a file, for a reader that waits for what never comes. Less than the function has that reads it. */
export const MAX_WAIT_SECONDS = 45

/**
 * Heap of such a reader at which it is stopped, garbage counted. 150 dense pages of PDF reach 106 MB and 900 reach 190, most of it garbage; an
 * embedded font takes some 35 times its size. A heap with little more than it needs is collected all the time, which makes reading five times slower.
 */
export const MAX_READ_HEAP_MIB = 240

/**
 * New objects of such a reader. V8 would take several times as much for the many short-lived objects of an embedded font, and read it no
 * faster.
 */
export const YOUNG_HEAP_MIB = 24

/**
 * The limit that V8 itself keeps: garbage is collected before it. One allocation over it ends the whole process, not the thread, so that it
 * must lie well above what is watched. A process that was started with a limit of its own has that one instead.
 */
export const V8_HEAP_MIB = 352

/** Buffers of such a reader: a PDF file's streams unpacked. A buffer that doubles may be half again as large when it is seen. */
export const MAX_READ_BUFFER_BYTES = 96 * MIB

/**
 * The refusal of a file that costs more than a limit allows.
 * @param what the limit in words: `has more than 1000 pages`
 */
export function tooComplex(what: string, options: { readonly mayPass?: boolean } = {}): RefusalError {
  return new RefusalError('too_complex', `The file ${what}, which no report does; split it or save it anew.`, options)
}
