import { Parser } from 'htmlparser2'
import { getOf } from '../../fetch/list-request.ts'
import { resolveHref } from '../../pages/links.ts'
import { collapse } from '../../pages/markup.ts'
import { bounded } from '../items.ts'
import type { ListItem } from '../list-reading.ts'
import type { ListSystem } from '../list-system.ts'

const ROOT = /^(?:\uFEFF|\s|<\?[^<>]{0,300}\?>|<!--[\s\S]{0,2000}?-->){0,10}<(?:rss|feed|rdf:RDF)\b/
const MAX_TEXT = 400
const MAX_ENTRIES = 2000
/** China has one time zone. */
const CHINA_OFFSET_MS = 8 * 3600_000

interface Entry {
  title: string
  link: string
  date: string
}

/** RSS and Atom: the newest entries of a column. */
export const feed: ListSystem<'feed'> = {
  name: 'feed',
  recognises: ({ text }) => ROOT.test(text.slice(0, 5000)),
  read: ({ text, url }) => {
    const { entries, next } = entriesOf(text)
    const items = entries.flatMap(({ title, link, date }): ListItem[] => {
      const address = resolveHref(link.trim(), url)
      return address === null || address === url
        ? []
        : [{ url: address, title: bounded(collapse(title)), publishedOn: dayOf(date) }]
    })
    const following = next === null ? null : resolveHref(next, url)
    if (following !== null) return { items, follow: [getOf(following)], nextIs: 'live' }
    // A feed whose pages lead from one to the next is at its end; any other leaves its older entries out.
    return { items, follow: [], nextIs: 'inert', blindPager: 'a feed, which has the newest entries only' }
  },
}

function entriesOf(xml: string): { readonly entries: readonly Entry[]; readonly next: string | null } {
  const entries: Entry[] = []
  let entry: Entry | null = null
  let next: string | null = null
  let inside = ''
  const parser = new Parser(
    {
      onopentag(name, { href, rel }) {
        if (name === 'item' || name === 'entry') entry = { title: '', link: '', date: '' }
        const isLink = /^(?:\w+:)?link$/.test(name) && href !== undefined
        if (isLink && entry === null && rel === 'next') next = href
        if (isLink && entry !== null && (rel === undefined || rel === 'alternate')) entry.link ||= href
        inside = name
      },
      ontext(text) {
        if (entry === null) return
        if (inside === 'title' && entry.title.length < MAX_TEXT) entry.title += text.slice(0, MAX_TEXT)
        if (inside === 'link' && entry.link.length < MAX_TEXT) entry.link += text.slice(0, MAX_TEXT)
        if (/^(?:pubDate|published|dc:date|updated)$/.test(inside)) entry.date ||= text.slice(0, MAX_TEXT)
      },
      onclosetag(name) {
        inside = ''
        if ((name !== 'item' && name !== 'entry') || entry === null) return
        if (entries.length < MAX_ENTRIES) entries.push(entry)
        entry = null
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  parser.end()
  return { entries, next }
}

/** The day in China of a time as feeds write it (RFC 822 or 3339). */
function dayOf(date: string): string | null {
  const time = Date.parse(date.trim())
  return Number.isNaN(time) ? null : new Date(time + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}
