import type { CanonicalDocument } from '../../formats/canonical.ts'
import type { Problem } from '../problem.ts'
import type { Controls } from './controls.ts'
import { collapse, type Markup } from './markup.ts'

/** A page with less visible text than this and such a script is a challenge, not an article. */
const MAX_GATE_TEXT = 200
const GATE_SCRIPT =
  /document\.cookie|location\.(?:href|replace|reload|assign)|location\s{0,3}=|\beval\s{0,3}\(|challenge|acw_sc|__jsl|\$_ts/
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
const NOT_FOUND_TITLE = /^\s*(?:404\b|Error\s?404|页面(?:不存在|未找到|没有找到)|找不到页面|Not Found)/i
const NOT_FOUND_TEXT =
  /(?:页面|文章|信息|内容|网页|文件|栏目)[^。，]{0,8}(?:不存在|已(?:被)?删除|未找到|没有找到|找不到|已下线|已失效|走丢)|(?:找不到|没有找到|无法找到)[^。]{0,12}(?:页面|网页|文件|内容|信息)|\b404\b|not found/i
const PICTURE = /\.(?:jpe?g|png|bmp|gif|webp|tiff?)$/i
const UI_PICTURE =
  /logo|icon|banner|top|foot|head|\bbg|qr|ewm|wechat|weixin|wx|share|print|arrow|home|gov|btn|close|loading|line|dot|spacer/i
const INDEX_PATH = /\/(?:index\.[a-z]{3,5})?$/

/** A page that only runs a script, to set a cookie or to examine the browser, instead of showing the requested content. */
export function scriptChallenge(markup: Markup): Problem | null {
  const shown = collapse(markup.text).length
  if (shown >= MAX_GATE_TEXT || !GATE_SCRIPT.test(markup.scripts)) return null
  return {
    code: 'script_challenge',
    detail: `the page shows ${shown} characters and a script that examines the browser`,
  }
}

/** A page that says, with status 200, that there is no such page. An article may quote these words; such a page has few others. */
export function softNotFound(markup: Markup): Problem | null {
  const shown = collapse(markup.text)
  const title = NOT_FOUND_TITLE.exec(markup.title)?.[0]
  const said = title ?? (shown.length < MAX_GATE_TEXT ? NOT_FOUND_TEXT.exec(shown)?.[0] : undefined)
  return said === undefined ? null : { code: 'soft_404', detail: `the page says with status 200: ${said}` }
}

/** The request for an article was redirected to a home page or to the first page of a column. */
export function sentElsewhere(asked: string, answered: string): Problem | null {
  const [from, to] = [new URL(asked).pathname, new URL(answered).pathname]
  if (from === to || !INDEX_PATH.test(to) || INDEX_PATH.test(from)) return null
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
  const gone = NOT_FOUND_TEXT.exec(collapse(markup.text))?.[0]
  if (gone !== undefined) return { code: 'soft_404', detail: `the page says with status 200: ${gone}` }
  const list = listOfLinks(markup.anchors, collapse(markup.text).length, MIN_LINKS_ON_PAGE)
  const shown = article?.warnings.find(({ code }) => code === 'partly_unread')?.message ?? ''
  const stub: Problem = {
    code: 'stub',
    detail: `the page has ${said} characters of text and no attachment. ${shown}`.trim(),
  }
  return list ?? unreadKind(controls) ?? stub
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
