import { createHash } from 'node:crypto'
import type { CanonicalDocument } from '../../formats/canonical.ts'
import { decode } from '../../formats/decode.ts'
import { readDocument } from '../../formats/read-document.ts'
import { RefusalError } from '../../report/refusal.ts'
import { PAGE_LIMITS } from '../fetch/limits.ts'
import { FILE_LIMITS, limitsOf } from '../fetch/limits-of-url.ts'
import type { PageRequest } from '../page-request.ts'
import { readControls } from '../pages/controls.ts'
import { baseOf } from '../pages/links.ts'
import { readMarkup } from '../pages/markup.ts'
import { listInPlace, sentElsewhere, tooLittle } from '../pages/refused-page.ts'
import { sentOn } from '../pages/sent-on.ts'
import { saidInstead, scriptChallenge } from '../pages/soft-status.ts'
import type { Problem } from '../problem.ts'
import type { Resource } from '../validators.ts'
import type { Page, Visitor } from '../visit.ts'
import { reportInArchive } from './archived-report.ts'
import { type Attachment, attachedReports } from './attachments.ts'
import { joinParts, partsOf } from './parts.ts'
import { titleInFull } from './shows-row.ts'
import { textElsewhere } from './text-elsewhere.ts'

export interface Article {
  /** The file to keep: the page as it came, its parts joined, or the attachment that is the report. */
  readonly bytes: Uint8Array
  /** Where those bytes came from. */
  readonly documentUrl: string
  /** Null if Fazhi cannot read the file. The pipeline keeps such a file with its reason. */
  readonly canonical: CanonicalDocument | null
  /** Why it cannot be read. */
  readonly refusal: RefusalError | null
  /** The page that the document is attached to. Null if the page itself is the document. */
  readonly cover: CanonicalDocument | null
  /** The page first, then its parts or the attachment. */
  readonly resources: readonly Resource[]
  /** Further reports attached to the same page. Each is visited as a page of its own. */
  readonly others: readonly Attachment[]
  /** SHA-256 of the text without white space, or of the bytes if there is no text. Equal hashes mean equal content. */
  readonly textHash: string
}

/** Pages that send visitors on to each other end so. */
const MAX_SENT_ON = 3

/** The row of a list that leads to a page. */
type Row = Pick<PageRequest, 'url' | 'title'>

/**
 * Makes a document from a fetched page. Follows its further parts, its attachment if the page is only a cover, or the address to which
 * it sends every visitor.
 */
export async function readArticle(row: Row, page: Page, visit: Visitor, sent = 0): Promise<Article | Problem> {
  try {
    const opened = openPage(page)
    if (opened === null) return await fileArticle(page, [page])
    const markup = readMarkup(opened)
    const controls = readControls(opened)
    const base = baseOf(markup, page.url)
    const next = sent === MAX_SENT_ON ? null : sentOn(markup, controls, page)
    if (next !== null) return await articleAt({ ...row, url: next }, page, visit, sent + 1)
    const canonical = await readUnlessEmpty(page.body)
    const moved = sentElsewhere(row.url, page.url)
    if (moved !== null) return moved
    const [report, ...others] = canonical === null ? [] : attachedReports(canonical, base)
    if (report !== undefined) return await attachedArticle(page, canonical!, report, others, visit)
    const unshown = scriptChallenge(markup) ?? saidInstead(markup)
    if (unshown !== null) return unshown
    const list = canonical === null ? null : listInPlace(canonical)
    if (list !== null) return list
    const whole = canonical === null ? null : await wholeArticle(page, opened, canonical, visit)
    if (whole !== null && 'code' in whole) return whole
    const missing = tooLittle(markup, controls, whole?.canonical ?? null)
    if (missing === null) return whole!
    const other = titleInFull(row.title, whole?.canonical?.facts.title ?? '')
    if (other !== null) return other
    const addresses = sent === MAX_SENT_ON ? [] : textElsewhere(opened, canonical, controls.frames, base)
    return (await firstText(addresses, page, canonical, visit)) ?? missing
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    return { code: 'unreadable', detail: `${error.reason}: ${error.message}` }
  }
}

/** The article of the page to which another one sends its visitors. */
async function articleAt(row: Row, from: Page, visit: Visitor, sent: number): Promise<Article | Problem> {
  const { url } = row
  const next = await visit(url, limitsOf(url), { referrer: from.url })
  if (next.kind !== 'page') return next.kind === 'problem' ? ofPart(next.problem, url) : neverAsked(url)
  const article = await readArticle(row, next.page, visit, sent)
  if ('code' in article) return article
  return { ...article, resources: [{ url: from.url, validators: from.validators }, ...article.resources] }
}

/** The first of these addresses that has a text. A page is read as the article itself would be, and is not followed further. */
async function firstText(
  addresses: readonly string[],
  page: Page,
  cover: CanonicalDocument | null,
  visit: Visitor,
): Promise<Article | null> {
  for (const url of addresses) {
    const next = await visit(url, FILE_LIMITS, { referrer: page.url })
    if (next.kind !== 'page') continue
    const article = await readArticle({ url, title: '' }, next.page, visit, MAX_SENT_ON)
    if ('code' in article || article.canonical === null) continue
    return { ...article, cover, resources: [{ url: page.url, validators: page.validators }, ...article.resources] }
  }
  return null
}

async function readUnlessEmpty(body: Uint8Array): Promise<CanonicalDocument | null> {
  try {
    return await readDocument(body)
  } catch (error) {
    if (error instanceof RefusalError && error.reason === 'empty') return null
    throw error
  }
}

/** The markup of a page, or null if the file is not markup (a report that a list links to directly). */
function openPage({ body, contentType }: Page): string | null {
  const opening = Buffer.from(body.subarray(0, 2048)).toString('latin1')
  const looksLikeMarkup = /<(?:!doctype|html|head|body|script|meta|div)\b/i.test(opening)
  if (!looksLikeMarkup && !/html/i.test(contentType)) return null
  return decode(body).text
}

async function wholeArticle(page: Page, html: string, canonical: CanonicalDocument, visit: Visitor) {
  const pages = [page]
  const texts = [html]
  for (const url of partsOf(html, page.url)) {
    const part = await visit(url, PAGE_LIMITS, { referrer: page.url })
    if (part.kind !== 'page') return part.kind === 'problem' ? ofPart(part.problem, url) : neverAsked(url)
    pages.push(part.page)
    texts.push(decode(part.page.body).text)
  }
  if (pages.length === 1) return articleOf(page, canonical, pages)
  const bytes = new TextEncoder().encode(await joinParts(texts))
  return articleOf({ ...page, body: bytes }, await readDocument(bytes), pages)
}

/** The first format that can be read. If none can, the first that could be fetched. */
async function attachedArticle(
  page: Page,
  cover: CanonicalDocument,
  forms: readonly Attachment[],
  others: readonly (readonly Attachment[])[],
  visit: Visitor,
): Promise<Article | Problem> {
  let problem: Problem | null = null
  let unread: Article | null = null
  for (const { url } of forms) {
    const file = await visit(url, FILE_LIMITS, { referrer: page.url })
    if (file.kind !== 'page') {
      problem ??= file.kind === 'problem' ? ofPart(file.problem, url) : neverAsked(url)
      continue
    }
    const read = await fileArticle(file.page, [page, file.page])
    const article = { ...read, cover, others: others.map(([form]) => form!) }
    if (article.canonical !== null) return article
    unread ??= article
  }
  return unread ?? problem!
}

async function fileArticle(file: Page, pages: readonly Page[]): Promise<Article> {
  try {
    return articleOf(file, await readDocument(file.body), pages)
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    const inside = await reportInArchive(file.body)
    if (inside !== null) return articleOf({ ...file, body: inside.bytes }, inside.canonical, pages)
    return { ...articleOf(file, null, pages), refusal: error }
  }
}

function articleOf(document: Page, canonical: CanonicalDocument | null, pages: readonly Page[]): Article {
  const said = canonical === null ? document.body : canonical.text.replace(/\s+/g, '')
  return {
    bytes: document.body,
    documentUrl: document.url,
    canonical,
    refusal: null,
    cover: null,
    resources: pages.map(({ url, validators }) => ({ url, validators })),
    others: [],
    textHash: createHash('sha256').update(said).digest('hex'),
  }
}

function ofPart({ code, detail }: Problem, url: string): Problem {
  return { code, detail: `${url}, a part of the document: ${detail}` }
}

function neverAsked(url: string): Problem {
  return { code: 'bad_response', detail: `${url} answers 304 to a request without conditions` }
}
