import { decode } from '../../formats/decode.ts'
import { RefusalError } from '../../report/refusal.ts'
import { isBlocked, type Problem } from '../problem.ts'
import { collapse, type Markup, readMarkup } from './markup.ts'

/** A page with less visible text than this and such a script is a challenge, not an article. */
const MAX_GATE_TEXT = 200
/** A page with more links is a page of the site: challenges have no navigation. */
const MAX_GATE_LINKS = 2
const GATE_SCRIPT =
  /document\.cookie|location\.(?:href|replace|reload|assign)|location\s{0,3}=|\beval\s{0,3}\(|challenge|acw_sc|__jsl|\$_ts/
/** The page of an error is shorter. */
const MAX_ERROR_PAGE = 50_000
const NOT_FOUND_TITLE = /^\s*(?:404\b|Error\s?404|页面(?:不存在|未找到|没有找到)|找不到页面|Not Found)/i
const NOT_FOUND =
  /(?:页面|文章|信息|内容|网页|文件|栏目)[^。，]{0,8}(?:不存在|已(?:被)?删除|未找到|没有找到|找不到|已下线|已失效|走丢)|(?:找不到|没有找到|无法找到)[^。]{0,12}(?:页面|网页|文件|内容|信息)|\b404\b|not found/i
const LOG_IN = /用户登录|统一身份认证|请(?:先|您)?登录|登录后(?:再)?(?:访问|查看)|Sign in|Log ?in/i

/** What pages say with status 200 in place of what they were asked for, and the status that would have said it. */
const MESSAGES = [
  ['rate_limited', /(?:访问|操作|请求)(?:过于|太|过)(?:频繁|快|多)|Too Many Requests/i],
  [
    'script_challenge',
    /验证码|人机验证|滑动验证|安全验证|(?:正在|进行)[^。]{0,8}(?:安全)?(?:检查|验证)|checking your browser/i,
  ],
  ['http_401', LOG_IN],
  [
    'http_403',
    /拒绝访问|访问(?:已?被)?(?:拦截|拒绝|禁止|受限|阻断)|疑似攻击|(?:已被|触发)[^。]{0,12}(?:防火墙|拦截|防护)|(?:没有|无)(?:权限|权)[^。]{0,6}访问|403 Forbidden|Access Denied|安全威胁|(?:恶意|非法)(?:请求|访问)|Request (?:(?:has been|was|is) )?(?:blocked|rejected|denied)/i,
  ],
  [
    'http_error',
    /(?:系统|网站|服务器?|页面|栏目)(?:正在)?[^。，]{0,6}(?:维护|升级|繁忙|改版|错误|异常|故障|建设中)|暂停(?:访问|服务)|Bad Gateway|Service Unavailable|Internal Server Error|Gateway Time-?out|Server Error/i,
  ],
] as const

/** A page that only runs a script, to set a cookie or to examine the browser, instead of showing the requested content. */
export function scriptChallenge(markup: Markup): Problem | null {
  const shown = collapse(markup.text).length
  const isPage = shown >= MAX_GATE_TEXT || markup.anchors.length > MAX_GATE_LINKS
  if (isPage || !GATE_SCRIPT.test(markup.scripts)) return null
  return {
    code: 'script_challenge',
    detail: `the page shows ${shown} characters and a script that examines the browser`,
  }
}

/** What a page says with status 200 instead of what it was asked for. An article may quote these words; such a page has few others. */
export function saidInstead(markup: Markup): Problem | null {
  const title = NOT_FOUND_TITLE.exec(markup.title)?.[0]
  if (title !== undefined) return said('soft_404', title)
  const shown = collapse(markup.text)
  return shown.length < MAX_GATE_TEXT ? (saidNotFound(shown) ?? saidIn(shown)) : null
}

export function saidNotFound(shown: string): Problem | null {
  const words = NOT_FOUND.exec(shown)?.[0]
  return words === undefined ? null : said('soft_404', words)
}

/** @param shown a short text without navigation, which has words such as 登录 too */
export function saidIn(shown: string): Problem | null {
  for (const [code, pattern] of MESSAGES) {
    const words = pattern.exec(shown)?.[0]
    if (words !== undefined) return said(code, words)
  }
  return null
}

/**
 * The refusal that the page of an error says in words: firewalls answer 405, 418, 493 or 567, too. Null if it says none.
 * @param status of the answer
 */
export function saidWithError(status: number, body: Uint8Array): Problem | null {
  const shown = wordsIn(body.subarray(0, MAX_ERROR_PAGE))
  const message = shown.length < MAX_GATE_TEXT ? saidIn(shown) : null
  // An error's page may have the site's own navigation, with a place to log in.
  if (message === null || !isBlocked(message) || message.code === 'http_401') return null
  return { code: message.code, detail: `the server answers ${status}, with a page that refuses: ${shown.slice(0, 80)}` }
}

function wordsIn(body: Uint8Array): string {
  try {
    return collapse(readMarkup(decode(body).text).text)
  } catch (error) {
    if (error instanceof RefusalError) return ''
    throw error
  }
}

/** A page with a form for a password that is not beside the content but in its place. */
export function asksToLogIn(html: string, markup: Markup, isRedirected: boolean): Problem | null {
  if (!/<input\b[^>]{0,300}\btype\s{0,3}=\s{0,3}["']?password/i.test(html)) return null
  if (!isRedirected && !LOG_IN.test(markup.title)) return null
  return { code: 'http_401', detail: 'a form asks for a password instead of the list' }
}

function said(code: Problem['code'], words: string): Problem {
  return { code, detail: `the page says with status 200: ${words}` }
}
