import { dateIn } from '../../text/dates.ts'
import { fold } from '../../text/fold.ts'
import { squeeze } from '../../text/lines.ts'
import { isNavigation } from '../../text/page-boilerplate.ts'
import { readPageHeader, unlabelledDate } from '../../text/page-header.ts'
import { holdsLabelledDate, isLabelled } from '../../text/page-labels.ts'
import type { Link, PageFacts } from '../canonical.ts'
import { textOf } from './lines.ts'
import type { Element } from './tree.ts'
import { type Weights, weighed } from './weigh.ts'

/**
 * What the page says of its article: the meta tags of the national guideline for government sites (国办发〔2017〕47号), then
 * the header of disclosed documents and the publication line, then the page's own headings.
 */
export function readPageFacts(
  { head, weights }: Elements,
  { around, above }: PageLines,
  links: readonly Link[],
): PageFacts {
  const elements = [...head, ...weights.keys()]
  const meta = readMeta(elements)
  const header = readPageHeader(headerLines(around))
  const siteName = meta.get('sitename') ?? null
  return {
    title: meta.get('articletitle') ?? headingOf(head, weights) ?? titleTagOf(elements, siteName),
    publishedOn: dateIn(meta.get('pubdate') ?? '') ?? header.publishedOn ?? unlabelledDate(headerLines(above())),
    updatedOn: header.updatedOn,
    documentDate: header.documentDate,
    indexNumber: header.indexNumber,
    source: meta.get('contentsource') ?? header.sources[0] ?? null,
    issuer: header.publishers[0] ?? null,
    siteCode: /^(?:[0-9]{10}|bm[0-9]{8})$/.exec(meta.get('siteidcode') ?? '')?.[0] ?? null,
    siteName,
    links,
  }
}

export interface Elements {
  readonly head: readonly Element[]
  /** Of those that may be content. */
  readonly weights: Weights
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
function headingOf(head: readonly Element[], weights: Weights): string | null {
  const inHead = head.filter(isHeading)
  const inPage = weighed(weights, isHeading)
  const headings = [...inHead, ...inPage]
    .map(textOf)
    .filter(({ length }) => MIN_TITLE_LENGTH <= length && length <= MAX_TITLE_LENGTH)
  return headings.find((heading) => /报告|報告|总结|總結|情况|情況/.test(heading)) ?? headings[0] ?? null
}

function isHeading({ name, names }: Element): boolean {
  return name === 'h1' || name === 'h2' || names.are(HEADING_NAMES)
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
