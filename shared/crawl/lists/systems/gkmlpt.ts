import * as v from 'valibot'
import { dateIn } from '../../../text/dates.ts'
import { getOf } from '../../fetch/list-request.ts'
import { resolveHref } from '../../pages/links.ts'
import { bounded } from '../items.ts'
import type { ListItem, UnreadableRow } from '../list-reading.ts'
import type { ListSystem } from '../list-system.ts'
import { generic } from './generic.ts'

/** Columns of the tree that contain the reports. */
const COLUMN = /法治政府|依法行政/
/** The service's ID for all categories together. */
const ALL_CATEGORIES = '0'
/** China has one time zone. The service counts in seconds. */
const CHINA_OFFSET_SECONDS = 8 * 3600

const text = v.optional(v.nullable(v.union([v.string(), v.number()])), null)
const article = v.object({
  title: v.string(),
  url: v.optional(v.nullable(v.string()), null),
  post_url: v.optional(v.nullable(v.string()), null),
  display_publish_time: text,
  first_publish_time: text,
  publish_time: text,
  created_at: text,
  create_time: text,
  date: text,
})
const number = v.optional(v.nullable(v.pipe(v.union([v.number(), v.string()]), v.transform(Number))))
const answer = v.object({
  articles: v.array(article),
  post_count: number,
  total: number,
  /** The category that was asked for. */
  classify: v.optional(v.nullable(v.object({ post_count: number }))),
})

/** Kaipu's gkmlpt: a page that names the services to ask, and their answers in JSON. */
export const gkmlpt: ListSystem<'gkmlpt'> = {
  name: 'gkmlpt',
  recognises: ({ url }) => new URL(url).pathname.includes('/gkmlpt/'),
  read: (page) => {
    const { url, text, fragment } = page
    if (!new URL(url).pathname.includes('/gkmlpt/api/')) {
      return { items: [], follow: servicesOf(text, url, fragment).map(getOf) }
    }
    const found = readAnswer(text, url)
    if (found === null) return generic.read(page)
    const { items, unreadable, count } = found
    const declared = count === null ? null : { series: seriesOf(url), items: count, isExact: true }
    // The service has no page after the last: it answers without articles.
    const isEnd = items.length + unreadable.length === 0
    return { items, unreadable, follow: isEnd ? [] : [getOf(nextPage(url))], declared, saysEmpty: isEnd }
  },
}

interface Answer {
  readonly items: readonly ListItem[]
  readonly unreadable: readonly UnreadableRow[]
  /** `post_count`, `total` of other versions, or that of the category; null if the answer has neither. */
  readonly count: number | null
}

/** Reads an answer of `/gkmlpt/api/all/CATEGORY`, or null if the text is something else. */
function readAnswer(json: string, url: string): Answer | null {
  const parsed = v.safeParse(answer, parseJson(json))
  if (!parsed.success) return null
  const items: ListItem[] = []
  const unreadable: UnreadableRow[] = []
  for (const one of parsed.output.articles) {
    const href = one.url ?? one.post_url
    const title = bounded(one.title)
    const address = href === null ? null : resolveHref(href, url)
    if (address === null) unreadable.push({ title, detail: 'its record has no address' })
    else items.push({ url: address, title, publishedOn: dateOf(one) })
  }
  const { post_count, total, classify } = parsed.output
  return { items, unreadable, count: post_count ?? total ?? classify?.post_count ?? null }
}

/** The page after this one. */
function nextPage(url: string): string {
  const next = new URL(url)
  next.searchParams.set('page', String(Number(next.searchParams.get('page') ?? 1) + 1))
  return next.href
}

/** Pages of one category count together. */
function seriesOf(url: string): string {
  const series = new URL(url)
  series.searchParams.delete('page')
  return series.href
}

/**
 * The services to ask, from the page `/gkmlpt/index`: the category in the fragment of the list's own address, else the
 * columns of the tree that contain the reports, else all categories.
 */
function servicesOf(html: string, pageUrl: string, fragment: string): string[] {
  const sid = /\bSID\b["']?\s{0,5}[:=]\s{0,5}["']?([0-9]{1,12})/i.exec(html)?.[1]
  if (sid === undefined) return []
  const named = /^#?([0-9]{1,12})$/.exec(fragment)?.[1]
  const columns = named === undefined ? columnsOf(html) : [named]
  const root = pageUrl.slice(0, pageUrl.indexOf('/gkmlpt/'))
  return (columns.length > 0 ? columns : [ALL_CATEGORIES]).map(
    (category) => `${root}/gkmlpt/api/all/${category}?page=1&sid=${sid}`,
  )
}

/** IDs of the columns that contain the reports. */
function columnsOf(html: string): string[] {
  return [...nodesOf(html)].flatMap(([id, name]) => (COLUMN.test(name) ? [id] : []))
}

/**
 * The nodes of the tree: their names by their IDs. Read object by object, because the tree is a literal in a script and not always
 * valid JSON.
 */
function nodesOf(html: string): ReadonlyMap<string, string> {
  const nodes = html.split('{').flatMap((node): [string, string][] => {
    const name = /["']?\bname\b["']?\s{0,5}:\s{0,5}["']([^"']{1,200})["']/.exec(node)?.[1]
    const id = /["']?\bid\b["']?\s{0,5}:\s{0,5}["']?([0-9]{1,12})/.exec(node)?.[1]
    return name !== undefined && id !== undefined ? [[id, withoutEscapes(name)]] : []
  })
  return new Map(nodes)
}

/** The columns of the tree as lists of their own, which their fragments tell apart. Empty if the page is none of this system. */
export function columnLinks(html: string, pageUrl: string): { readonly href: string; readonly words: string }[] {
  if (!/\/gkmlpt\/(?:index)?$/.test(new URL(pageUrl).pathname)) return []
  return [...nodesOf(html)].map(([id, words]) => ({ href: `#${id}`, words }))
}

function withoutEscapes(name: string): string {
  return name.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function dateOf(one: v.InferOutput<typeof article>): string | null {
  const values = [
    one.display_publish_time,
    one.first_publish_time,
    one.publish_time,
    one.created_at,
    one.create_time,
    one.date,
  ]
  return values.map((value) => (value === null ? null : dayOf(value))).find((day) => day !== null) ?? null
}

function dayOf(value: string | number): string | null {
  const seconds = Number(value)
  if (!Number.isNaN(seconds)) {
    const isEpoch = seconds > 9e8 && seconds < 5e9
    return isEpoch ? new Date((seconds + CHINA_OFFSET_SECONDS) * 1000).toISOString().slice(0, 10) : null
  }
  return dateIn(`${value}`)
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Not an answer of the service. The caller reports it with the page's address.
    return undefined
  }
}
