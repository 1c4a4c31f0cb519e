import type { CanonicalDocument } from '../../formats/canonical.ts'
import type { Problem } from '../problem.ts'
import { collapse, type Markup } from './markup.ts'

/** A page that shows less than this to a reader and works by script is a gate, not an article. */
const MAX_GATE_TEXT = 200
const GATE_SCRIPT =
  /document\.cookie|location\.(?:href|replace|reload|assign)|location\s{0,3}=|\beval\s{0,3}\(|challenge|acw_sc|__jsl|\$_ts/
/** The shortest reports say more than this about a year. */
const MIN_ARTICLE_TEXT = 60
/** In an article words outweigh links; in a list of links they do not. */
const MAX_LINKED_SHARE = 0.5
/** Every page has some navigation around its article, and an article has next to no links in it. */
const MIN_LINKS_ON_PAGE = 8
const MIN_LINKS_IN_ARTICLE = 3
const INDEX_PATH = /\/(?:index\.[a-z]{3,5})?$/

/** A page that only runs a script, to set a cookie or to look at the browser, in place of what was asked for. */
export function scriptChallenge(markup: Markup): Problem | null {
  const shown = collapse(markup.text).length
  if (shown >= MAX_GATE_TEXT || !GATE_SCRIPT.test(markup.scripts)) return null
  return {
    code: 'script_challenge',
    detail: `the page shows ${shown} characters and a script that looks at the browser`,
  }
}

/** A home page or the head of a column to which the request for an article was sent. */
export function sentElsewhere(asked: string, answered: string): Problem | null {
  const [from, to] = [new URL(asked).pathname, new URL(answered).pathname]
  if (from === to || !INDEX_PATH.test(to) || INDEX_PATH.test(from)) return null
  return { code: 'index_page', detail: `the server sends the index page ${answered} in place of the article` }
}

/** An article that is made of links: a list in its place. */
export function listInPlace({ text, facts }: CanonicalDocument): Problem | null {
  return listOfLinks(facts.links, text.length, MIN_LINKS_IN_ARTICLE)
}

/** Too little to be an article, and nothing attached: null where the page says enough. */
export function tooLittle(markup: Markup, article: CanonicalDocument | null): Problem | null {
  const said = article === null ? 0 : article.text.length - (article.facts.title?.length ?? 0)
  if (said >= MIN_ARTICLE_TEXT) return null
  const list = listOfLinks(markup.anchors, collapse(markup.text).length, MIN_LINKS_ON_PAGE)
  return list ?? { code: 'stub', detail: `the page says ${said} characters and has no attachment` }
}

function listOfLinks(links: readonly { readonly text: string }[], shown: number, enough: number): Problem | null {
  const linked = links.reduce((sum, { text }) => sum + text.length, 0)
  if (links.length < enough || linked <= MAX_LINKED_SHARE * shown) return null
  return { code: 'index_page', detail: `the page is a list of ${links.length} links in place of the article` }
}
