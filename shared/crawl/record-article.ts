import { documentIdOf } from '../report/document-id.ts'
import { PARSER_VERSION } from '../report/parser-version.ts'
import { factsOf } from './articles/article-facts.ts'
import type { Article } from './articles/read-article.ts'
import { showsRow } from './articles/shows-row.ts'
import { foundReport } from './ledger/found-report.ts'
import { recordPage } from './ledger/record-page.ts'
import type { DateSource, PageRow } from './ledger/rows.ts'
import { dateInUrl } from './lists/list-date.ts'
import type { PageRequest } from './page-request.ts'
import { type Problem, reasonOf } from './problem.ts'
import type { ReportVisit, VisitReportDeps } from './visit-report.ts'

/** Stores the report that a visit found and records it, or why the page has none. */
export async function recordArticle(
  before: PageRow,
  asked: PageRequest,
  article: Article,
  deps: VisitReportDeps,
): Promise<ReportVisit> {
  const { ledger } = deps
  const searchedAt = new Date().toISOString()
  const { notAReport, publishedOn, level, ...facts } = factsOf(article, asked.title)
  const seen = { resources: article.resources, textHash: article.textHash, parserVersion: PARSER_VERSION, searchedAt }
  if (notAReport !== null) {
    const problem: Problem = showsRow(article, asked.title)
      ? { code: 'not_a_report', detail: notAReport }
      : { code: 'other_page', detail: `the page shows nothing of the row's title. ${notAReport}` }
    await recordPage(before, { ...seen, state: 'failed', reason: reasonOf(problem) }, ledger)
    return { kind: 'problem', problem }
  }
  for (const { url, name } of article.others) await askFor({ ...asked, url, title: name }, deps)
  const unread = unreadProblem(article)
  const reason = unread === null ? null : reasonOf(unread)
  if (before.documentId !== null && before.textHash === article.textHash) {
    await recordPage(before, { ...seen, state: 'unchanged', reason }, ledger)
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
  await recordPage(before, { ...seen, ...found, supersedes, state: 'found', reason }, ledger)
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
