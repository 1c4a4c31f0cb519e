import type { Element } from 'domhandler'
import { dateIn } from '../../text/dates.ts'
import { fold } from '../../text/fold.ts'
import { squeeze } from '../../text/lines.ts'
import { isNavigation } from '../../text/page-boilerplate.ts'
import { readPageHeader, unlabelledDate } from '../../text/page-header.ts'
import { holdsLabelledDate, isLabelled } from '../../text/page-labels.ts'
import type { Link, PageFacts } from '../canonical.ts'
import { ATTACHED_EXTENSIONS, anyExtension } from '../formats.ts'
import { textOf } from './lines.ts'
import { isInside, namesOf } from './tree.ts'

/**
 * What the page says of its article: the meta tags of the national guideline for government sites (国办发〔2017〕47号), then
 * the header of disclosed documents and the publication line, then the page's own headings.
 * @param elements those of the head, then those that may be content
 */
export function readPageFacts(
  elements: readonly Element[],
  { around, above }: PageLines,
  body: ReadonlySet<Element>,
): PageFacts {
  const meta = readMeta(elements)
  const header = readPageHeader(headerLines(around))
  const siteName = meta.get('sitename') ?? null
  return {
    title: meta.get('articletitle') ?? headingOf(elements) ?? titleTagOf(elements, siteName),
    publishedOn: dateIn(meta.get('pubdate') ?? '') ?? header.publishedOn ?? unlabelledDate(headerLines(above())),
    updatedOn: header.updatedOn,
    documentDate: header.documentDate,
    indexNumber: header.indexNumber,
    source: meta.get('contentsource') ?? header.sources[0] ?? null,
    issuer: header.publishers[0] ?? null,
    siteCode: /^(?:[0-9]{10}|bm[0-9]{8})$/.exec(meta.get('siteidcode') ?? '')?.[0] ?? null,
    siteName,
    links: linksOf(elements, body),
  }
}

export interface PageLines {
  /** Lines of the page outside the article, and the article's opening. */
  readonly around: readonly string[]
  /** Lines of the page above the article: dates without a label that stand below it belong to other articles. */
  readonly above: () => readonly string[]
}

/** The lines folded, without menus. A line may begin like a menu and hold the publication date all the same. */
function headerLines(lines: readonly string[]): string[] {
  const folded = fold(lines.join('\n')).split('\n')
  return folded.filter((line) => {
    const words = squeeze(line)
    return isLabelled(line) || holdsLabelledDate(words) || !isNavigation(words)
  })
}

/** Templates leave their placeholders in, programs write `null`, and copied templates leave fields empty. */
const PLACEHOLDER = /^(?:null|undefined|none|无)?$|[{}<>%$[\]]/i

function readMeta(elements: readonly Element[]): ReadonlyMap<string, string> {
  const meta = new Map<string, string>()
  for (const { name: tag, attribs } of elements) {
    if (tag !== 'meta' || attribs.name === undefined) continue
    const name = attribs.name.trim().toLowerCase()
    const content = tidy(attribs.content ?? '')
    if (!meta.has(name) && !PLACEHOLDER.test(content)) meta.set(name, content)
  }
  return meta
}

const MIN_TITLE_LENGTH = 6
const MAX_TITLE_LENGTH = 100
const HEADING_NAMES = /(?:^|\s)(?:(?:article|xxgk|con|news)[-_])?title(?:$|\s)|(?:^|\s)bt(?:$|\s)/

/** The first heading of a title's length; names of columns and sites are shorter or carry no 报告. */
function headingOf(elements: readonly Element[]): string | null {
  const headings = elements
    .filter((element) => /^h[12]$/.test(element.name) || HEADING_NAMES.test(namesOf(element)))
    .map(textOf)
    .filter(({ length }) => MIN_TITLE_LENGTH <= length && length <= MAX_TITLE_LENGTH)
  return headings.find((heading) => /报告|報告|总结|總結|情况|情況/.test(heading)) ?? headings[0] ?? null
}

/** The title tag without the site's and the column's name, which follow after a dash, an underscore or a bar. */
function titleTagOf(elements: readonly Element[], siteName: string | null): string | null {
  const tag = elements.find(({ name }) => name === 'title')
  const parts = (tag === undefined ? '' : textOf(tag)).split(/\s?[-_|—–]{1,2}\s?/)
  const title = parts.find((part) => part.length >= MIN_TITLE_LENGTH && part !== siteName) ?? ''
  return title.length > 0 && title.length <= MAX_TITLE_LENGTH ? title : null
}

function tidy(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim()
}

/** A page links to a few attachments and perhaps its next part; lists have hundreds of links and are read elsewhere. */
const MAX_LINKS = 500
const MAX_HREF_LENGTH = 2048
/** Files that Fazhi does not read hang on pages too: a link to one is an attachment all the same. */
const ATTACHED = [...ATTACHED_EXTENSIONS, 'zip', 'xlsx', 'xls', 'rtf']
const ATTACHMENT = new RegExp(`\\.(?:${anyExtension(ATTACHED)})(?:$|[?#])|download|attach`, 'i')
const NEXT_PART = /^(?:下一?页|末页|尾页|\[?[0-9]{1,2}\]?)$/
const NO_ADDRESS = /^(?:#|javascript:|mailto:|data:|$)/i

/** Links inside the article, and from the whole page those to attachments and to further parts of the article. */
function linksOf(elements: readonly Element[], body: ReadonlySet<Element>): Link[] {
  const links: Link[] = []
  for (const element of elements) {
    const href = element.name === 'a' ? (element.attribs.href?.trim() ?? '') : ''
    if (NO_ADDRESS.test(href) || href.length > MAX_HREF_LENGTH) continue
    const link = { href, text: textOf(element) }
    if (isInside(element, body) || ATTACHMENT.test(href) || NEXT_PART.test(link.text)) links.push(link)
    if (links.length === MAX_LINKS) break
  }
  return links
}
