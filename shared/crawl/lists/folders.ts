import { mayNameReport } from '../candidate.ts'
import { getOf, type ListRequest } from '../fetch/list-request.ts'
import { resolveHref } from '../pages/links.ts'
import type { Markup } from '../pages/markup.ts'
import type { ListItem } from './list-reading.ts'

/** `/fzzf/2021/`, `/fzzf/2021/index.html`. */
const FOLDER = /\/(?:(?:index|default|list)\.\w{2,5})?$/i
const MAX_FOLDERS = 30
const MAX_INSIDE = 12
const MAX_WORDS = 30

/** Rows with the name of a report, no date and the address of a folder. They may be documents, or lists of a year. */
export function foldersOf(items: readonly ListItem[]): ListRequest[] {
  const folders = items.filter(({ url, title, publishedOn }) => {
    const { pathname } = new URL(url)
    return publishedOn === null && pathname !== '/' && FOLDER.test(pathname) && mayNameReport(title)
  })
  return folders.slice(0, MAX_FOLDERS).map(({ url }) => getOf(url))
}

/** Links of a page into its own folder. More than a few are no index. */
export function insideOf({ anchors }: Pick<Markup, 'anchors'>, base: string, pageUrl: string): ListRequest[] {
  const folder = new URL('.', pageUrl).href
  const found = anchors.flatMap(({ href, text }) => {
    const url = resolveHref(href, base)
    const isInside = url?.startsWith(folder) === true && url !== folder && url !== pageUrl
    return isInside && text !== '' && text.length <= MAX_WORDS ? [url] : []
  })
  const pages = [...new Set(found)]
  return pages.length > MAX_INSIDE || new URL(folder).pathname === '/' ? [] : pages.map(getOf)
}
