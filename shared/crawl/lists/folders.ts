import { ATTACHED_EXTENSIONS, anyExtension } from '../../formats/formats.ts'
import { mayNameReport } from '../candidate.ts'
import { getOf, type ListRequest } from '../fetch/list-request.ts'
import { resolveHref } from '../pages/links.ts'
import type { Markup } from '../pages/markup.ts'
import type { ListItem } from './list-reading.ts'
import { pagerWordOf } from './pagers/words.ts'
import { isMonths, isYears } from './year-words.ts'

/** `/fzzf/2021/`, `/fzzf/2021/index.html`. */
const FOLDER = /\/(?:(?:index|default|list)\.\w{2,5})?$/i
const FILE = new RegExp(`\\.(?:${anyExtension(ATTACHED_EXTENSIONS)})$`, 'i')
const MAX_INSIDE = 12
const MAX_WORDS = 30

/** Rows without a date, with the name of a report and the address of a folder, or with nothing but a year or a month. They may be documents, or lists of a year. */
export function foldersOf(items: readonly ListItem[]): ListRequest[] {
  const folders = items.filter(({ url, title, publishedOn }) => {
    const { pathname } = new URL(url)
    return (
      publishedOn === null &&
      pathname !== '/' &&
      (isYears(title) || isMonths(title) || (FOLDER.test(pathname) && mayNameReport(title)))
    )
  })
  return folders.map(({ url }) => getOf(url))
}

/** Links of a page into its own folder. More than a few are no index. */
export function insideOf({ anchors }: Pick<Markup, 'anchors'>, base: string, pageUrl: string): ListRequest[] {
  const folder = new URL('.', pageUrl).href
  const found = anchors.flatMap(({ href, text, title }) => {
    const url = resolveHref(href, base)
    const isOther = FILE.test(href) || pagerWordOf({ text, hint: title }) !== null
    const isInside = !isOther && url?.startsWith(folder) === true && url !== folder && url !== pageUrl
    return isInside && text !== '' && text.length <= MAX_WORDS ? [url] : []
  })
  const pages = [...new Set(found)]
  return pages.length > MAX_INSIDE || new URL(folder).pathname === '/' ? [] : pages.map(getOf)
}
