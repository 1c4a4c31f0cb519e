import { PARSER_VERSION } from '../report/parser-version.ts'
import { limitsOf } from './fetch/limits-of-url.ts'
import { recordPage } from './ledger/record-page.ts'
import { type PageRow, unvisited } from './ledger/rows.ts'
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
  // Most visits find nothing new, and need none of what reads pages and reports.
  const { readArticle } = await import('./articles/read-article.ts')
  const article = await readArticle(asked, visited.page, deps.visit)
  if ('code' in article) return recordProblem(before, article, deps)
  const { recordArticle } = await import('./record-article.ts')
  return recordArticle(before, asked, article, deps)
}

/** Asks whether anything that the row was made from has changed: the page first, then its parts or attachment. */
async function askAgain(row: PageRow, visit: Visitor): Promise<Visit> {
  const isJudged = row.parserVersion === PARSER_VERSION || row.documentId !== null
  const [first, ...others] = isJudged ? row.resources : []
  const referrer = row.listUrl
  const page = await visit(row.url, limitsOf(row.url), { validators: first?.validators, referrer })
  if (page.kind !== 'unchanged') return page
  for (const { url, validators } of others) {
    const other = await visit(url, limitsOf(url), { validators, referrer: page.url })
    if (other.kind !== 'unchanged') return visit(row.url, limitsOf(row.url), { referrer })
  }
  return page
}

async function recordUnchanged(row: PageRow, { ledger }: VisitReportDeps): Promise<ReportVisit> {
  const searchedAt = new Date().toISOString()
  // The state of a page that was not a report stays. A page that was blocked is shown again.
  const isShown = row.state === 'found' || row.state === 'unchanged'
  const shown = { state: 'unchanged', reason: isShown ? row.reason : null } as const
  await recordPage(row, { searchedAt, ...(row.documentId !== null && shown) }, ledger)
  return { kind: 'unchanged' }
}

async function recordProblem(row: PageRow, problem: Problem, { ledger }: VisitReportDeps): Promise<ReportVisit> {
  const searchedAt = new Date().toISOString()
  await recordPage(row, { state: unreadState(problem), reason: reasonOf(problem), searchedAt }, ledger)
  return { kind: 'problem', problem }
}

/** Records that a page could not be visited in any of the attempts that its queue allows. */
export async function recordGivenUp(asked: PageRequest, error: Error, { ledger }: Pick<VisitReportDeps, 'ledger'>) {
  const row = (await ledger.page(asked.portalId, asked.url)) ?? unvisited(asked)
  const reason = reasonOf({ code: 'internal', detail: `${error.name}: ${error.message}` })
  await recordPage(row, { state: 'failed', reason, searchedAt: new Date().toISOString() }, ledger)
  await settle(asked.portalId, ledger)
}
