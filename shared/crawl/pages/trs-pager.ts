import { laterPages } from './later-pages.ts'

/** Definitions and comments have the same name. Only the call contains numbers. */
const CALL = /createPage\w{0,10}\s{0,5}\(([^()]{1,300})\)/gi
/** `Pager({size:3,current:0,prefix:'index',suffix:'html'})`: the same pages, named by settings. */
const SETTINGS = /\bPager\s{0,5}\(\s{0,5}\{([^{}]{1,500})\}/g
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
 * arguments or totals after them, or take settings. Older ones have an inline `countPage = COUNT` and name the later pages
 * after the first.
 */
export function readTrsPager(scripts: string, pageUrl: string): TrsPager | null {
  const inline = COUNT.exec(scripts)?.[1]
  for (const [, list] of scripts.matchAll(CALL)) {
    const args = list!.split(',').map((arg) => arg.trim().replace(/^(?<quote>["'])(?<word>.*)\k<quote>$/, '$<word>'))
    const at = args.findIndex((arg) => EXTENSIONS.has(arg.replace(/^\./, '')))
    const stem = args[at - 1]
    const numbers = args.slice(0, Math.max(0, at - 1)).filter((arg) => /^[0-9]{1,5}$/.test(arg))
    const count = numbers[0] ?? inline
    if (stem === undefined || count === undefined || !/^[\w-]{1,100}$/.test(stem)) continue
    return { count: Number(count), stem, extension: args[at]!.replace(/^\./, '') }
  }
  return bySettings(scripts) ?? (inline === undefined ? null : { count: Number(inline), ...nameOf(pageUrl) })
}

function bySettings(scripts: string): TrsPager | null {
  for (const [, settings] of scripts.matchAll(SETTINGS)) {
    const count = /\b(?:size|pageCount|total)["']?\s{0,5}:\s{0,5}([0-9]{1,5})/.exec(settings!)?.[1]
    const stem = /\bprefix["']?\s{0,5}:\s{0,5}["']([\w-]{1,100})["']/.exec(settings!)?.[1]
    const suffix = /\bsuffix["']?\s{0,5}:\s{0,5}["']\.?(\w{2,5})["']/.exec(settings!)?.[1]
    if (count !== undefined && stem !== undefined && suffix !== undefined && EXTENSIONS.has(suffix)) {
      return { count: Number(count), stem, extension: suffix }
    }
  }
  return null
}

/** The element that a script of the site fills with the pager: `<div id="pageDec" pagecount="3" pagesize="20">`. */
const COUNTED = /<\w{1,12}\b(?=[^<>]{0,500}\spagesize\s{0,3}=)[^<>]{0,500}?\spagecount\s{0,3}=\s{0,3}["']?([0-9]{1,5})/i

/** The pager of a page of files that has nothing but the number of its pages, in an attribute. Null if there is none. */
export function readCountedElement(html: string, pageUrl: string): TrsPager | null {
  const count = COUNTED.exec(html)?.[1]
  const { pathname, search } = new URL(pageUrl)
  const isFile = search === '' && /\/(?:[\w-]+\.s?html?)?$/.test(pathname)
  return count === undefined || !isFile ? null : { count: Number(count), ...nameOf(pageUrl) }
}

/** Stem and extension of a list's first page: `list` and `shtml`; `index` and `html` of a directory. */
function nameOf(pageUrl: string): Pick<TrsPager, 'stem' | 'extension'> {
  const name = new URL(pageUrl).pathname.split('/').at(-1)!
  const { stem = 'index', extension = 'html' } =
    /^(?<stem>[\w-]+?)(?:_[0-9]{1,4})?\.(?<extension>\w+)$/.exec(name)?.groups ?? {}
  return { stem, extension }
}

/**
 * The pages after the first. The second is `index_1` if the site counts from 0, and `index_2` if it counts from 1. The page
 * does not say which: the first numbering that gives something new is right.
 */
export function trsPages(pager: TrsPager, pageUrl: string): { fromZero: string[]; fromOne: string[] } {
  const directory = directoryOf(pageUrl)
  const numbers = laterPages(pager.count)
  const urlOf = (number: number) => new URL(`${pager.stem}_${number}.${pager.extension}`, directory).href
  return { fromZero: numbers.map((number) => urlOf(number - 1)), fromOne: numbers.map(urlOf) }
}

/** Whether a URL is one of the pager's later pages. They contain the whole pager again. */
export function isLaterTrsPage({ stem }: TrsPager, pageUrl: string): boolean {
  const name = new URL(pageUrl).pathname.split('/').at(-1)!
  return name.startsWith(`${stem}_`) && /^[0-9]{1,5}\./.test(name.slice(stem.length + 1))
}

function directoryOf(pageUrl: string): string {
  const url = new URL(pageUrl)
  const last = url.pathname.split('/').at(-1)!
  // The address of a column without its trailing slash is still a directory.
  return last !== '' && !last.includes('.') ? `${url.origin}${url.pathname}/` : pageUrl
}
