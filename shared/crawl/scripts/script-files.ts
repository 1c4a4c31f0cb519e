import { decode } from '../../formats/decode.ts'
import { RefusalError } from '../../report/refusal.ts'
import { PAGE_LIMITS } from '../fetch/limits.ts'
import { resolveHref } from '../pages/links.ts'
import type { Visitor } from '../visit.ts'

/** Libraries, of which the engine has what lists need, and files that count, share, read aloud or draw pictures. */
const OTHER_FILE =
  /jquery(?!.{0,20}(?:list|page|pag))|bootstrap|swiper|slick|vue(?:\.|-)|react|angular|layui|laydate|layer\b|echarts|font|share|zoom|modernizr|respond|html5|polyfill|require|sea\.js|lazyload|superslide|qrcode|count|stat|hm\.js|tongji|analytics|trs_?data|visit|wza|voice|speech|video|player|weather|calendar|banner|slide|search|login|sso|hash|md5|crypt|base64|json2|es5|ie[0-9]?|mobile|browser/i
const MAX_FILES = 5

/** Fetches the script files of a list's pages, each once in a walk, with the politeness and the guard of any other request. */
export type ReadScriptFile = (url: string) => Promise<string | null>

/** @param referrer the page that loads them */
export function scriptFiles(visit: Visitor, referrer: string): ReadScriptFile {
  const files = new Map<string, Promise<string | null>>()
  return (url) => {
    const known = files.get(url) ?? (files.size < MAX_FILES ? readFile(url, visit, referrer) : Promise.resolve(null))
    files.set(url, known)
    return known
  }
}

/** The address of a script that the site itself wrote for its lists. Null for a library or a file of another host. */
export function ownFile(source: string, pageUrl: string): string | null {
  const url = resolveHref(source, pageUrl)
  if (url === null || new URL(url).host !== new URL(pageUrl).host) return null
  return OTHER_FILE.test(new URL(url).pathname.split('/').at(-1)!) ? null : url
}

/** Null if it cannot be read: what its functions would do stays unknown. */
async function readFile(url: string, visit: Visitor, referrer: string): Promise<string | null> {
  const visited = await visit(url, PAGE_LIMITS, { referrer })
  if (visited.kind !== 'page') return null
  try {
    return decode(visited.page.body).text
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    return null
  }
}
