import type { CanonicalDocument } from '../../formats/canonical.ts'
import { collapse, type Markup } from '../lists/markup.ts'
import type { Problem } from '../problem.ts'

/** A page that shows less than this to a reader and works by script is a gate, not an article. */
const MAX_GATE_TEXT = 200
const GATE_SCRIPT =
  /document\.cookie|location\.(?:href|replace|reload|assign)|location\s{0,3}=|\beval\s{0,3}\(|challenge|acw_sc|__jsl|\$_ts/
/** The shortest reports say more than this about a year. */
const MIN_ARTICLE_TEXT = 60
/** In an article words outweigh links; in a list of links they do not. */
const MAX_LINKED_SHARE = 0.5
const MIN_INDEX_LINKS = 8
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

/** A home page in place of the article, by its address or by what it shows. */
export function indexPage(asked: string, answered: string, { text, facts }: CanonicalDocument): Problem | null {
  const [from, to] = [new URL(asked).pathname, new URL(answered).pathname]
  if (from !== to && INDEX_PATH.test(to) && !INDEX_PATH.test(from)) {
    return { code: 'index_page', detail: `the server sends the index page ${answered} in place of the article` }
  }
  return listOfLinks(facts.links, text.length)
}

/** Too little to be an article, and nothing attached: null where the page says enough. */
export function tooLittle(markup: Markup, article: CanonicalDocument | null): Problem | null {
  const said = article === null ? 0 : article.text.length - (article.facts.title?.length ?? 0)
  if (said >= MIN_ARTICLE_TEXT) return null
  const list = listOfLinks(markup.anchors, collapse(markup.text).length)
  return list ?? { code: 'stub', detail: `the page says ${said} characters and has no attachment` }
}

function listOfLinks(links: readonly { readonly text: string }[], shown: number): Problem | null {
  const linked = links.reduce((sum, { text }) => sum + text.length, 0)
  if (links.length < MIN_INDEX_LINKS || linked <= MAX_LINKED_SHARE * shown) return null
  return { code: 'index_page', detail: `the page is a list of ${links.length} links in place of the article` }
}
