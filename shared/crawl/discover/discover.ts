import { decode } from '../../formats/decode.ts'
import { RefusalError } from '../../report/refusal.ts'
import { PAGE_LIMITS } from '../fetch/limits.ts'
import { isOfficialHost } from '../fetch/url-rules.ts'
import { walkKeptList } from '../lists/walk-kept-list.ts'
import { placeNamed } from '../named-region.ts'
import { type Markup, readMarkup } from '../pages/markup.ts'
import { reasonOf } from '../problem.ts'
import type { Visitor } from '../visit.ts'
import { CERTAIN, type FoundList, judgeList } from './found-list.ts'
import { scoreLink, UNNAMED } from './link-score.ts'
import { linksOf } from './links.ts'
import { remembering } from './remembering.ts'
import { isOfSite, siteName } from './site.ts'

/** A person finds the column within four or five clicks. Politeness makes each page seconds. */
const MAX_PAGES = 40
const MAX_DEPTH = 7
/** A list is walked far enough to tell what it holds. The crawl walks it to its end. */
const MAX_LIST_PAGES = 3
/** Links that promise less than this are not worth a request once a list is found for certain. */
const PROMISING = 85
/** A page behind such a link is tried as list even if its rows cannot be seen in it. */
const LIKELY_LIST = 70
/** Frames, menus in files, where a page sends its visitors on: parts of the page, after its promising links. */
const PART_OF_PAGE = 20
const SITE_MAP = 45
const DEEPER = -2
/** Another official host, such as the platform of the province: last of all. */
const ELSEWHERE = -45

export interface Discovery {
  /** Address of the home page, after redirects. */
  readonly home: string
  /** What the home page says of itself. */
  readonly markup: Pick<Markup, 'metas' | 'title'>
  /** The name of whoever publishes the site, if it tells one. */
  readonly name: string | null
  readonly lists: readonly FoundList[]
  /** Pages that were asked for. */
  readonly pages: number
  /** Why the home page could not be read. Null if it was. */
  readonly problem: string | null
}

interface Way {
  readonly url: string
  /** The page that leads there. */
  readonly from: string
  readonly words: string
  readonly score: number
  readonly depth: number
  /** Whether it leads to the portal's own site. */
  readonly isOwn: boolean
}

/** What is known of a portal before its lists are. */
export interface Sought {
  readonly home: string
  readonly hosts: readonly string[]
  /** Null: the home page tells it. */
  readonly name: string | null
}

/**
 * Looks from a home page for the lists that hold the reports, as a visitor would: along the links that promise most, through menus,
 * trees, frames and site maps, and from a report to the column it stands in.
 */
export async function discover({ home, hosts, name }: Sought, visit: Visitor): Promise<Discovery> {
  const { visit: open, count } = remembering(visit)
  const start = await readPage({ url: home, from: null }, open)
  if ('problem' in start) return { home, markup: EMPTY, name, lists: [], pages: count(), problem: start.problem }
  const sites = [home, start.url].map((url) => new URL(url).host)
  const known = name ?? siteName(start.markup)
  const place = placeNamed(known ?? '').places[0]?.name ?? null
  const ways = new Map<string, Way>()
  const seen = new Set([home, start.url])
  const lists: FoundList[] = []

  const add = (page: ReadPage, from: Pick<Way, 'depth' | 'isOwn'>) => {
    if (from.depth >= MAX_DEPTH) return
    for (const { url, words: variants, isPart } of linksOf(page)) {
      const target = new URL(url)
      const isOwn = sites.some((site) => isOfSite(target.host, site))
      if (seen.has(url) || !(isOwn || (isOfficialHost(target) && place !== null))) continue
      const { words, score: said } = bestOf(variants.map((one) => ({ words: one, score: scoreLink(one, target) })))
      const promise = isPart ? Math.max(said, PART_OF_PAGE) : said
      const score = promise + from.depth * DEEPER + (isOwn ? 0 : ELSEWHERE)
      const way = { url, from: page.url, words, score, depth: from.depth + 1, isOwn }
      if (promise > 0 && score > 0 && score > (ways.get(url)?.score ?? 0)) ways.set(url, way)
    }
  }
  add(start, { depth: 0, isOwn: true })
  for (const path of ['/sitemap.xml', '/sitemap.html']) {
    const url = new URL(path, start.url).href
    if (!ways.has(url)) ways.set(url, { url, from: start.url, words: '', score: SITE_MAP, depth: 1, isOwn: true })
  }

  while (ways.size > 0 && count() < MAX_PAGES) {
    const way = bestOf([...ways.values()])
    if (way.score < PROMISING && lists.some(({ score }) => score >= CERTAIN)) break
    if (way.score <= UNNAMED && lists.some(({ reports }) => reports.length > 0)) break
    ways.delete(way.url)
    seen.add(way.url)
    const page = await readPage(way, open)
    if ('problem' in page) continue
    seen.add(page.url)
    add(page, way)
    const list = await asList(way, open, { hosts, place: way.isOwn ? null : place })
    if (list !== null) lists.push(list)
  }
  return { home: start.url, markup: start.markup, name: known, lists, pages: count(), problem: null }
}

function bestOf<T extends { readonly score: number }>(all: readonly T[]): T {
  return all.reduce((best, one) => (one.score > best.score ? one : best))
}

const EMPTY = { metas: new Map<string, string>(), title: '' }

interface ReadPage {
  readonly url: string
  readonly text: string
  readonly sendsTo: string | null
  readonly markup: Pick<Markup, 'metas' | 'title'>
}

async function readPage(
  { url, from }: { readonly url: string; readonly from: string | null },
  visit: Visitor,
): Promise<ReadPage | { readonly problem: string }> {
  const visited = await visit(url, PAGE_LIMITS, { referrer: from })
  if (visited.kind !== 'page') return { problem: visited.kind === 'problem' ? reasonOf(visited.problem) : 'unchanged' }
  try {
    const { text } = decode(visited.page.body)
    const { metas, title } = readMarkup(text)
    const { url: at, sendsTo } = visited.page
    return { url: at, text, sendsTo, markup: { metas, title } }
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    return { problem: reasonOf({ code: 'unreadable', detail: `${error.reason}: ${error.message}` }) }
  }
}

/**
 * Walks a page as a list if its rows show a report, or if it has none before a service has given them. A home page shows the newest
 * rows of all columns and is no list.
 */
async function asList(
  { url, words, score }: Way,
  visit: Visitor,
  of: { readonly hosts: readonly string[]; readonly place: string | null },
): Promise<FoundList | null> {
  const { pathname } = new URL(url)
  if (/^\/(?:index\.\w{3,5})?$/.test(pathname) || /\.(?:xml|js)$/i.test(pathname)) return null
  const list = { url, system: 'auto', expects: 'rule_of_law_annual_report' } as const
  const nothingKept = { rows: [], keep: async () => {} }
  const walk = (maxPages: number) => walkKeptList(list, { id: '', maxPages, hosts: of.hosts }, visit, nothingKept)
  const first = await walk(1)
  const hasSystem = first.system !== null && first.system !== 'generic'
  const isShell = first.items.length === 0 && (score >= LIKELY_LIST || hasSystem)
  const judged = { url, words, ...of }
  if (!isShell && judgeList(first, judged) === null) return null
  return judgeList(await walk(MAX_LIST_PAGES), judged)
}
