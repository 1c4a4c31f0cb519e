import { decode } from '../../formats/decode.ts'
import { RefusalError } from '../../report/refusal.ts'
import { getOf } from '../fetch/list-request.ts'
import { readControls } from '../pages/controls.ts'
import { readMarkup } from '../pages/markup.ts'
import { withEncodedAddresses } from '../pages/query-charset.ts'
import { sentHome } from '../pages/refused-page.ts'
import { sentOn } from '../pages/sent-on.ts'
import { asksToLogIn, scriptChallenge } from '../pages/soft-status.ts'
import type { Problem } from '../problem.ts'
import type { Page } from '../visit.ts'
import { failedInstead } from './failed-answer.ts'
import type { ListReading } from './list-reading.ts'
import type { ListPage } from './list-system.ts'
import { readList } from './read-list.ts'
import { readRecipe } from './read-recipe.ts'
import type { Recipe } from './recipe.ts'
import type { SystemChoice } from './system-names.ts'

/**
 * Reads a page of a list as it was fetched: its rows and where it leads, or why it shows none. A page that sends its visitor on
 * leads to one page.
 */
export function readPage(
  system: SystemChoice,
  { url, body, nextPage, sendsTo }: Pick<Page, 'url' | 'body' | 'nextPage' | 'sendsTo'>,
  place: Pick<ListPage, 'request' | 'number' | 'fragment'>,
): ListReading | Problem {
  try {
    const elsewhere = sentHome(place.request.url, url)
    if (elsewhere !== null) return elsewhere
    const { text: shown, charset } = decode(body)
    const text = withEncodedAddresses(shown, charset)
    const markup = readMarkup(text)
    const reading = readList(system, { url, text, markup, nextPage, ...place })
    if (reading.items.length + reading.unreadable.length > 0) return reading
    const target = sentOn(markup, readControls(text), { url, sendsTo })
    if (target !== null) return { ...reading, follow: [getOf(target)] }
    if (reading.follow.length > 0) return reading
    const refused = scriptChallenge(markup) ?? asksToLogIn(text, markup, url !== place.request.url)
    return refused ?? failedInstead(text, markup) ?? reading
  } catch (error) {
    return refusedPage(url, error)
  }
}

/** Reads a page of a list as the list's recipe says. */
export function readByRecipe(
  recipe: Recipe,
  { url, body }: Pick<Page, 'url' | 'body'>,
  listUrl: string,
  number: number,
): ListReading | Problem {
  try {
    const { text } = decode(body)
    const reading = readRecipe(recipe, text, url, listUrl, number)
    const rows = reading.items.length + reading.unreadable.length
    return (rows === 0 ? failedInstead(text, readMarkup(text)) : null) ?? reading
  } catch (error) {
    return refusedPage(url, error)
  }
}

function refusedPage(url: string, error: unknown): Problem {
  if (!(error instanceof RefusalError)) throw error
  return { code: 'unreadable', detail: `${url}: ${error.reason}: ${error.message}` }
}
