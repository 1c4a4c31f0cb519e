import { createHash } from 'node:crypto'
import type { CanonicalDocument, PageFacts } from '../../formats/canonical.ts'
import { decode } from '../../formats/decode.ts'
import { readDocument } from '../../formats/read-document.ts'
import { Refusal } from '../../report/refusal.ts'
import type { Limits } from '../fetch/request.ts'
import { readMarkup } from '../lists/markup.ts'
import type { Problem } from '../problem.ts'
import type { Validators } from '../validators.ts'
import type { Page, Visitor } from '../visit.ts'
import { type Attachment, attachedReports } from './attachments.ts'
import { joinParts, partsOf } from './parts.ts'
import { indexPage, scriptChallenge, tooLittle } from './refused-page.ts'

/** Pages with their scripts and inline pictures reach a few MB. */
export const PAGE_LIMITS: Limits = { maxBytes: 8 * 1024 * 1024, withinMs: 30_000 }
/** As large as the pipeline reads. */
const FILE_LIMITS: Limits = { maxBytes: 32 * 1024 * 1024, withinMs: 90_000 }

/** One answer that the document was made from, and what to ask for it with the next time. */
export interface Resource {
  readonly url: string
  readonly validators: Validators
}

export interface Article {
  /** The file to keep: the page as it came, its parts joined, or the attachment that is the report. */
  readonly bytes: Uint8Array
  /** Where those bytes came from. */
  readonly documentUrl: string
  readonly canonical: CanonicalDocument
  /** What the page around the document says; the document's own facts where it is the page. */
  readonly pageFacts: PageFacts
  /** Page first, then parts or attachment. */
  readonly resources: readonly Resource[]
  /** Reports that hang on the same page beside the one taken, each to be visited as a page of its own. */
  readonly others: readonly Attachment[]
  /** SHA-256 of the text without white space: two pages with the same hash say the same. */
  readonly textHash: string
}

/** Makes a document of a page that was fetched: follows its parts, or the attachment where the page is but a cover. */
export async function readArticle(asked: string, page: Page, visit: Visitor): Promise<Article | Problem> {
  try {
    const opened = openPage(page)
    if (opened === null) return articleOf(page, await readDocument(page.body), [page])
    const markup = readMarkup(opened)
    const challenge = scriptChallenge(markup)
    if (challenge !== null) return challenge
    const canonical = await readUnlessEmpty(page.body)
    if (canonical === null) return tooLittle(markup, null)!
    const index = indexPage(asked, page.url, canonical)
    if (index !== null) return index
    const [report, ...others] = attachedReports(canonical, page.url)
    if (report !== undefined) return await attachedArticle(page, canonical.facts, report, others, visit)
    const whole = await wholeArticle(page, opened, canonical, visit)
    return ('code' in whole ? null : tooLittle(markup, whole.canonical)) ?? whole
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: 'unreadable', detail: `${error.reason}: ${error.message}` }
  }
}

async function readUnlessEmpty(body: Uint8Array): Promise<CanonicalDocument | null> {
  try {
    return await readDocument(body)
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'empty') return null
    throw error
  }
}

/** The markup of a page, or null where the file is none (a report that is linked directly). */
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
    const part = await visit(url, PAGE_LIMITS)
    if (part.outcome !== 'page') return part.outcome === 'problem' ? ofPart(part.problem, url) : neverAsked(url)
    pages.push(part.page)
    texts.push(decode(part.page.body).text)
  }
  if (pages.length === 1) return articleOf(page, canonical, pages)
  const bytes = new TextEncoder().encode(joinParts(texts))
  return articleOf({ ...page, body: bytes }, await readDocument(bytes), pages)
}

async function attachedArticle(
  page: Page,
  pageFacts: PageFacts,
  forms: readonly Attachment[],
  others: readonly (readonly Attachment[])[],
  visit: Visitor,
): Promise<Article | Problem> {
  let problem: Problem | null = null
  for (const { url } of forms) {
    const file = await visit(url, FILE_LIMITS)
    if (file.outcome !== 'page') {
      problem ??= file.outcome === 'problem' ? ofPart(file.problem, url) : neverAsked(url)
      continue
    }
    try {
      const article = articleOf(file.page, await readDocument(file.page.body), [page, file.page])
      return { ...article, pageFacts, others: others.map(([form]) => form!) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problem ??= { code: 'unreadable', detail: `${url}: ${error.reason}: ${error.message}` }
    }
  }
  return problem!
}

function articleOf(document: Page, canonical: CanonicalDocument, pages: readonly Page[]): Article {
  return {
    bytes: document.body,
    documentUrl: document.url,
    canonical,
    pageFacts: canonical.facts,
    resources: pages.map(({ url, validators }) => ({ url, validators })),
    others: [],
    textHash: createHash('sha256').update(canonical.text.replace(/\s+/g, '')).digest('hex'),
  }
}

function ofPart({ code, detail }: Problem, url: string): Problem {
  return { code, detail: `${url}, a part of the document: ${detail}` }
}

function neverAsked(url: string): Problem {
  return { code: 'bad_response', detail: `${url} answers 304 to a request without conditions` }
}
