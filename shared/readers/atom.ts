import { createHash } from 'node:crypto'
import type { News, NewsKind } from './news.ts'

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8'

const WORDS: Readonly<Record<NewsKind, string>> = {
  new: '新发布',
  changed: '已更正',
  withdrawn: '已撤回',
  missing: '未按期发布',
}

/** A feed needs a time; nothing has happened before it. */
const BEGINNING = '1970-01-01T00:00:00.000Z'
/** XML has no place for them, be they escaped. */
const CONTROLS = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Where a feed is served. */
export interface FeedAddresses {
  readonly feed: string
  readonly documentOf: (documentId: string) => string
}

/**
 * News as an Atom feed (RFC 4287). An entry keeps its ID while what it tells stays the same.
 * @param addresses null if nothing serves it
 */
export function atomOf(news: readonly News[], addresses: FeedAddresses | null): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${uuidOf('feed')}</id>`,
    '  <title>法治政府建设年度报告 · Fazhi</title>',
    `  <updated>${news[0]?.at ?? BEGINNING}</updated>`,
    '  <author><name>Fazhi</name></author>',
    ...(addresses === null ? [] : [link('self', addresses.feed)]),
    ...news.flatMap((one) => entryOf(one, addresses)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf(news: News, addresses: FeedAddresses | null): string[] {
  const { kind, at, publisherId, year, issuer, documentId, title, sourceUrl, reason } = news
  const summary = [WORDS[kind], issuer, `${year}`, ...(reason === null ? [] : [reason])].join(' · ')
  return [
    '  <entry>',
    `    <id>${uuidOf(JSON.stringify([kind, publisherId, year, documentId, at]))}</id>`,
    `    <title>${escaped(`${WORDS[kind]}:${title ?? `${issuer}${year}年法治政府建设年度报告`}`)}</title>`,
    `    <updated>${at}</updated>`,
    `    <author><name>${escaped(issuer)}</name></author>`,
    `    <category term="${kind}"/>`,
    ...(documentId === null || addresses === null ? [] : [link('alternate', addresses.documentOf(documentId))]),
    ...(sourceUrl === null ? [] : [link('via', sourceUrl)]),
    `    <summary>${escaped(summary)}</summary>`,
    '  </entry>',
  ]
}

function link(rel: string, href: string): string {
  return `    <link rel="${rel}" href="${escaped(href)}"/>`
}

function escaped(text: string): string {
  return text.replaceAll(CONTROLS, '').replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]!)
}

/** A name-based UUID (RFC 9562, version 8): the same for the same name. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`fazhi ${name}`).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)]
  return `urn:uuid:${parts.join('-')}`
}
