import { UNKNOWN_CHARACTER } from './drawing.ts'
import type { PageText } from './page-text.ts'
import type { Line } from './run.ts'
import { MIN_CHARACTERS, SCAN_SHARE } from './seen.ts'

/** Fewer characters on a page's pictures are captions and stamps, not its text. */
const MIN_ON_PICTURE = 50
/** An emblem, and the rules of a letterhead, cover less of a page. */
const SMALL_PICTURE = 0.05
/** Frames and rules are fewer; text that is drawn as outlines has a path for each character. */
const MANY_SHAPES = 100
/** Text that is drawn as outlines covers more places than an emblem does, and most of the page's places for text. */
const MANY_PLACES = 60
const PLACES_FOR_TEXT = 3
/** A sentence names so many pages. */
const MAX_NAMED = 60

export type PageLoss = 'damaged' | 'pictures' | 'drawn shapes'

/**
 * Why what a page shows is not read; null if it is.
 * @param characters that were read of the page, page numbers and running heads left out
 */
export function lossOf(page: PageText, characters: number): PageLoss | null {
  const { pictures, painted, onPictures, shapes, curvedPlaces } = page
  if (pictures >= SCAN_SHARE && onPictures < MIN_ON_PICTURE) return 'pictures'
  if (curvedPlaces >= MANY_PLACES && PLACES_FOR_TEXT * curvedPlaces > characters) return 'drawn shapes'
  if (characters >= MIN_CHARACTERS) return null
  if (painted >= SMALL_PICTURE) return 'pictures'
  return shapes >= MANY_SHAPES ? 'drawn shapes' : null
}

export function charactersIn(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.replace(BLANK_OR_UNKNOWN, '').length, 0)
}
const BLANK_OR_UNKNOWN = new RegExp(`[\\s${UNKNOWN_CHARACTER}]`, 'g')

/**
 * Names what could not be read: the pages by reason, and the characters whose fonts do not tell them.
 * @param losses of each page
 * @param unknown characters of each page that nobody can tell
 */
export function namesOf(losses: readonly (PageLoss | null)[], unknown: readonly number[]): string[] {
  const reasons = new Set(losses.filter((loss) => loss !== null))
  const names = [...reasons].map((reason) => {
    const pages = losses.flatMap((loss, index) => (loss === reason ? [index + 1] : []))
    // Readers give up behind a page that is not there.
    const isEnd = reason === 'damaged' && losses.at(-1) === 'damaged'
    return `${pages.length} of ${losses.length} pages, ${reason} (${listOf(pages)}${isEnd ? ' and any behind it' : ''})`
  })
  const characters = unknown.reduce((sum, count) => sum + count, 0)
  const pages = unknown.flatMap((count, index) => (count > 0 ? [index + 1] : []))
  if (characters > 0) names.push(`${characters} characters whose fonts do not tell them (${listOf(pages)})`)
  return names
}

function listOf(pages: readonly number[]): string {
  const more = pages.length - MAX_NAMED
  const named = pages.slice(0, MAX_NAMED).join(', ')
  return `${pages.length === 1 ? 'page' : 'pages'} ${named}${more > 0 ? ` and ${more} more` : ''}`
}
