import type { CanonicalDocument } from '../../formats/canonical.ts'
import { isCandidate } from '../candidate.ts'
import type { Problem } from '../problem.ts'
import type { Controls } from './controls.ts'
import { collapse, type Markup } from './markup.ts'
import { saidIn, saidNotFound } from './soft-status.ts'

/** The shortest reports have more text than this. */
const MIN_ARTICLE_TEXT = 60
/** In an article less than half of the text is linked. In a list of links it is more. */
const MAX_LINKED_SHARE = 0.5
/** Every page has some navigation around its article, and an article itself has almost no links. */
const MIN_LINKS_ON_PAGE = 8
const MIN_LINKS_IN_ARTICLE = 3
/** Links of the navigation are shorter than titles of documents. A page with nothing but navigation is no list. */
const MIN_LINKED_TITLE = 8
const MIN_LINKED_TITLES = 3
const PICTURE = /\.(?:jpe?g|png|bmp|gif|webp|tiff?)$/i
const UI_PICTURE =
  /logo|icon|banner|top|foot|head|\bbg|qr|ewm|wechat|weixin|wx|share|print|arrow|home|gov|btn|close|loading|line|dot|spacer/i
const INDEX_PATH = /\/(?:index\.[a-z]{3,5})?$/

/** The request for an article was redirected to a home page or to the first page of a column. */
export function sentElsewhere(asked: string, answered: string): Problem | null {
  const [from, to] = [new URL(asked).pathname, new URL(answered).pathname]
  // An article may be a folder, and be asked for without its slash.
  const isSame = from.replace(INDEX_PATH, '') === to.replace(INDEX_PATH, '')
  if (isSame || !INDEX_PATH.test(to) || INDEX_PATH.test(from)) return null
  return { code: 'index_page', detail: `the server sends the index page ${answered} instead of the article` }
}

/** The request for a list was redirected to the home page of the site, whose rows are of all columns. */
export function sentHome(asked: string, answered: string): Problem | null {
  const isHome = (url: string) => /^\/(?:index\.\w{3,5})?$/.test(new URL(url).pathname)
  if (isHome(asked) || !isHome(answered)) return null
  return { code: 'index_page', detail: `the server sends the home page ${answered} instead of the list` }
}

/** The page shows a list of links instead of an article. */
export function listInPlace({ text, facts }: CanonicalDocument): Problem | null {
  return listOfLinks(facts.links, text.length, MIN_LINKS_IN_ARTICLE)
}

/** The page has too little text for an article and has no attachment. Null if it has enough text. */
export function tooLittle(markup: Markup, controls: Controls, article: CanonicalDocument | null): Problem | null {
  const said = article === null ? 0 : article.text.length - (article.facts.title?.length ?? 0)
  if (said >= MIN_ARTICLE_TEXT) return null
  const shown = collapse(markup.text)
  const message = saidNotFound(shown) ?? saidIn(article?.text ?? '')
  if (message !== null) return message
  const list = listOfLinks(markup.anchors, shown.length, MIN_LINKS_ON_PAGE)
  return list ?? unreadKind(controls) ?? textless(shown, controls, article)
}

/** A page of an article without the article, without a page, or with a few words in its place. */
function textless(shown: string, { scriptSources }: Controls, article: CanonicalDocument | null): Problem {
  if (isCandidate(article?.facts.title ?? '', '')) {
    const unread = article?.warnings.find(({ code }) => code === 'partly_unread')?.message ?? ''
    const detail = `the page shows the title of a report, and neither its text nor a file that can be read. ${unread}`
    return { code: 'unreadable', detail: detail.trim() }
  }
  if (shown !== '')
    return { code: 'stub', detail: `the page has ${shown.length} characters of text and no attachment.` }
  return scriptSources.length > 0
    ? { code: 'script_only', detail: 'the page shows nothing before its script has run' }
    : { code: 'bad_response', detail: 'the answer shows nothing' }
}

/** What a page without text shows instead, if it is something that a reader could see. */
function unreadKind({ controls, frames, scriptSources, empties }: Controls): Problem | null {
  const frame = frames.find((source) => !/visit|count|stat|share/i.test(source))
  if (frame !== undefined) {
    return { code: 'embedded_viewer', detail: `the page shows its content in a frame: ${frame.slice(0, 100)}` }
  }
  const pictures = controls.filter(({ tag, hint }) => tag === 'img' && PICTURE.test(hint) && !UI_PICTURE.test(hint))
  if (pictures.length > 0) {
    return { code: 'picture_only', detail: `the page shows ${pictures.length} pictures and no text` }
  }
  const isApplication =
    scriptSources.length > 0 && empties.some((marks) => /(?:^|\s)(?:app|root|main|__next|__nuxt)(?:$|\s)/i.test(marks))
  return isApplication ? { code: 'script_only', detail: 'the page has no content before its script has run' } : null
}

function listOfLinks(links: readonly { readonly text: string }[], shown: number, enough: number): Problem | null {
  const linked = links.reduce((sum, { text }) => sum + text.length, 0)
  const titles = links.filter(({ text }) => text.length >= MIN_LINKED_TITLE).length
  if (titles < MIN_LINKED_TITLES || links.length < enough || linked <= MAX_LINKED_SHARE * shown) return null
  return { code: 'index_page', detail: `the page is a list of ${links.length} links instead of the article` }
}
