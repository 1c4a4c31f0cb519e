/** Pages that one pager may name. The portal's own `maxPages` limits them further. */
const MAX_PAGES = 500
/** Definitions and comments have the same name. Only the call contains numbers. */
const CALL = /createPage(?:HTML)?\s{0,5}\(([^()]{1,300})\)/g
const EXTENSIONS = new Set(['html', 'shtml', 'htm', 'shtm', 'jsp'])
const COUNT = /\bcountPage\s{0,5}=\s{0,5}([0-9]{1,5})/

export interface TrsPager {
  /** Number of all pages, including the first. */
  readonly count: number
  readonly stem: string
  readonly extension: string
}

/**
 * The pager of TRS WCM: `createPageHTML(COUNT, CURRENT, "index", "html")`. Some versions have the element's ID before these
 * arguments or totals after them. Older ones have an inline `countPage = COUNT`.
 */
export function readTrsPager(scripts: string): TrsPager | null {
  for (const [, list] of scripts.matchAll(CALL)) {
    const args = list!.split(',').map((arg) => arg.trim().replace(/^(?<quote>["'])(?<word>.*)\k<quote>$/, '$<word>'))
    const at = args.findIndex((arg) => EXTENSIONS.has(arg.replace(/^\./, '')))
    const stem = args[at - 1]
    const numbers = args.slice(0, Math.max(0, at - 1)).filter((arg) => /^[0-9]{1,5}$/.test(arg))
    if (stem === undefined || numbers.length === 0 || !/^[\w-]{1,100}$/.test(stem)) continue
    return { count: Number(numbers[0]), stem, extension: args[at]!.replace(/^\./, '') }
  }
  const count = COUNT.exec(scripts)?.[1]
  return count === undefined ? null : { count: Number(count), stem: 'index', extension: 'html' }
}

/**
 * The pages after the first. The second is `index_1` if the site counts from 0, and `index_2` if it counts from 1. The page
 * does not say which: the first numbering that gives something new is right.
 */
export function trsPages(pager: TrsPager, pageUrl: string): { fromZero: string[]; fromOne: string[] } {
  const directory = directoryOf(pageUrl)
  const urls = (first: number) =>
    Array.from({ length: Math.max(0, Math.min(pager.count, MAX_PAGES) - 1) }, (_, n) => {
      return new URL(`${pager.stem}_${first + n}.${pager.extension}`, directory).href
    })
  return { fromZero: urls(1), fromOne: urls(2) }
}

/** Whether a URL is one of the pager's later pages. They contain the whole pager again. */
export function isLaterTrsPage(pager: TrsPager, pageUrl: string): boolean {
  const name = new URL(pageUrl).pathname.split('/').at(-1)!
  return name.startsWith(`${pager.stem}_`) && /^[0-9]{1,5}\./.test(name.slice(pager.stem.length + 1))
}

function directoryOf(pageUrl: string): string {
  const url = new URL(pageUrl)
  const last = url.pathname.split('/').at(-1)!
  // The address of a column without its trailing slash is still a directory.
  return last !== '' && !last.includes('.') ? `${url.origin}${url.pathname}/` : pageUrl
}
