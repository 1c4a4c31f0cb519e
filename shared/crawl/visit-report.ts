import { documentIdOf } from '../report/document-id.ts'
import { PARSER_VERSION } from '../report/parser-version.ts'
import { factsOf } from './articles/article-facts.ts'
import { type Article, readArticle } from './articles/read-article.ts'
import { limitsOf } from './fetch/limits.ts'
import { changedAtOf } from './ledger/changed.ts'
import { foundReport } from './ledger/publishers.ts'
import { type DateSource, type PageRow, unvisited } from './ledger/rows.ts'
import { dateInUrl } from './lists/list-date.ts'
import type { PageRequest } from './page-request.ts'
import type { CrawledFiles, Ledger, PageRequests } from './ports.ts'
import { type Problem, reasonOf, unreadState } from './problem.ts'
import { settle } from './settle.ts'
import type { Visit, Visitor } from './visit.ts'

export interface VisitReportDeps {
  readonly ledger: Ledger
  readonly bucket: CrawledFiles
  readonly pages: PageRequests
  readonly visit: Visitor
}

/** The result of visiting a page for its report. `visited`: another visit has already done what was asked. */
export type ReportVisit =
  | {
      readonly kind: 'found'
      readonly documentId: string
      readonly supersedes: string | null
      /** Set if the file cannot be read. */
      readonly unread: Problem | null
    }
  | { readonly kind: 'unchanged' | 'visited' }
  | { readonly kind: 'problem'; readonly problem: Problem }

/**
 * Visits one page that a walk asked for and records the result. A page that was visited since that walk began is not visited
 * again. A known page costs one conditional request for each file it is made of. The document is put into the bucket before
 * the ledger is updated, under a name made from its bytes, so a repetition writes the same object again.
 */
export async function visitReport(asked: PageRequest, deps: VisitReportDeps): Promise<ReportVisit> {
  const visited = await visitPage(asked, deps)
  await settle(asked.portalId, deps.ledger)
  return visited
}

async function visitPage(asked: PageRequest, deps: VisitReportDeps): Promise<ReportVisit> {
  const { ledger } = deps
  const row = await ledger.page(asked.portalId, asked.url)
  if (row?.searchedAt && row.searchedAt >= asked.askedAt) return { kind: 'visited' }
  const before = row ?? unvisited(asked)
  const visited = await askAgain(before, deps.visit)
  if (visited.kind === 'unchanged') return recordUnchanged(before, deps)
  if (visited.kind === 'problem') return recordProblem(before, visited.problem, deps)
  const article = await readArticle(asked.url, visited.page, deps.visit)
  if ('code' in article) return recordProblem(before, article, deps)
  return recordArticle(before, asked, article, deps)
}

/** Asks whether anything that the row was made from has changed: the page first, then its parts or attachment. */
async function askAgain(row: PageRow, visit: Visitor): Promise<Visit> {
  const isJudged = row.parserVersion === PARSER_VERSION || row.documentId !== null
  const [first, ...others] = isJudged ? row.resources : []
  const page = await visit(row.url, limitsOf(row.url), first?.validators)
  if (page.kind !== 'unchanged') return page
  for (const { url, validators } of others) {
    const other = await visit(url, limitsOf(url), validators)
    if (other.kind !== 'unchanged') return visit(row.url, limitsOf(row.url))
  }
  return page
}

async function recordUnchanged(row: PageRow, { ledger }: VisitReportDeps): Promise<ReportVisit> {
  const searchedAt = new Date().toISOString()
  // The state of a page that was not a report stays. A page that was blocked is shown again.
  const isShown = row.state === 'found' || row.state === 'unchanged'
  const shown = { state: 'unchanged', reason: isShown ? row.reason : null } as const
  await record(row, { searchedAt, ...(row.documentId !== null && shown) }, ledger)
  return { kind: 'unchanged' }
}

async function recordProblem(row: PageRow, problem: Problem, { ledger }: VisitReportDeps): Promise<ReportVisit> {
  const searchedAt = new Date().toISOString()
  await record(row, { state: unreadState(problem), reason: reasonOf(problem), searchedAt }, ledger)
  return { kind: 'problem', problem }
}

/** Writes the row of a page after a visit. */
async function record(
  before: PageRow,
  seen: Partial<PageRow> & { readonly searchedAt: string },
  ledger: Pick<Ledger, 'put'>,
): Promise<void> {
  const row = { ...before, ...seen }
  await ledger.put({ ...row, changedAt: changedAtOf(before, row, seen.searchedAt) })
}

/** Records that a page could not be visited in any of the attempts that its queue allows. */
export async function recordGivenUp(asked: PageRequest, error: Error, { ledger }: Pick<VisitReportDeps, 'ledger'>) {
  const row = (await ledger.page(asked.portalId, asked.url)) ?? unvisited(asked)
  const reason = reasonOf({ code: 'internal', detail: `${error.name}: ${error.message}` })
  await record(row, { state: 'failed', reason, searchedAt: new Date().toISOString() }, ledger)
  await settle(asked.portalId, ledger)
}

async function recordArticle(
  before: PageRow,
  asked: PageRequest,
  article: Article,
  deps: VisitReportDeps,
): Promise<ReportVisit> {
  const { ledger } = deps
  const searchedAt = new Date().toISOString()
  const { notAReport, publishedOn, title, level, ...facts } = factsOf(article, asked.title)
  const seen = { resources: article.resources, textHash: article.textHash, parserVersion: PARSER_VERSION, searchedAt }
  if (notAReport !== null) {
    const problem: Problem = { code: 'not_a_report', detail: notAReport }
    await record(before, { ...seen, state: 'failed', reason: reasonOf(problem) }, ledger)
    return { kind: 'problem', problem }
  }
  for (const { url, name } of article.others) await askFor({ ...asked, url, title: name }, deps)
  const unread = unreadProblem(article)
  const reason = unread === null ? null : reasonOf(unread)
  if (before.documentId !== null && before.textHash === article.textHash) {
    await record(before, { ...seen, state: 'unchanged', reason }, ledger)
    return { kind: 'unchanged' }
  }
  const documentId = documentIdOf(article.bytes)
  const supersedes = before.documentId === documentId ? before.supersedes : before.documentId
  await store(article, asked.portalId, { documentId, supersedes, fetchedAt: searchedAt }, deps)
  const found = { ...facts, ...publication(publishedOn, asked), documentId, documentUrl: article.documentUrl }
  const { portalId: portal, regionCode: portalRegionCode } = asked
  const { year } = facts
  const published = year === null ? null : foundReport({ ...found, year, level, portal, portalRegionCode, searchedAt })
  if (published !== null) await ledger.recordFound(published)
  await record(before, { ...seen, ...found, title, supersedes, state: 'found', reason }, ledger)
  return { kind: 'found', documentId, supersedes, unread }
}

/** A file that was found and that Fazhi cannot read: published, to be refused by the pipeline with the same reason. */
function unreadProblem({ refusal, documentUrl }: Article): Problem | null {
  return refusal === null
    ? null
    : { code: 'unreadable', detail: `${documentUrl}: ${refusal.reason}: ${refusal.message}` }
}

async function askFor(page: PageRequest, { ledger, pages }: VisitReportDeps): Promise<void> {
  await ledger.ask(page)
  await pages.send(page)
}

interface Kept {
  readonly documentId: string
  readonly supersedes: string | null
  readonly fetchedAt: string
}

async function store(article: Article, portalId: string, kept: Kept, { bucket }: VisitReportDeps): Promise<void> {
  const { documentId, supersedes, fetchedAt } = kept
  const { validators } = article.resources.find(({ url }) => url === article.documentUrl) ?? article.resources[0]!
  const { textHash, documentUrl: url, bytes, canonical } = article
  await bucket.putCrawled(`${portalId}/${documentId}.${canonical?.format ?? 'bin'}`, bytes, {
    url,
    etag: validators.etag,
    lastModified: validators.lastModified,
    fetchedAt,
    textHash,
    supersedes,
  })
}

/** The day of publication and where it was read: on the page, else in the list, else in the URL. */
function publication(onPage: string | null, { url, listedOn }: PageRequest) {
  const sources: [DateSource, string | null][] = [
    ['page', onPage],
    ['list', listedOn],
    ['url', dateInUrl(url)],
  ]
  const [source, day] = sources.find(([, date]) => date !== null) ?? [null, null]
  return { publishedOn: day, publishedOnFrom: source }
}
