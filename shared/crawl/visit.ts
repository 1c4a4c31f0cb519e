import { type Ask, askOnce, MAX_REDIRECTS, redirectOf, type VisitDeps } from './ask.ts'
import { FetchError } from './fetch/fetch-error.ts'
import type { Limits } from './fetch/limits.ts'
import { getOf, type ListRequest } from './fetch/list-request.ts'
import { referrerOf } from './fetch/referrer.ts'
import type { Answer } from './fetch/request.ts'
import { HostBusyError } from './hosts.ts'
import { nextInLinkHeader } from './pages/link-header.ts'
import { addressOfRefresh } from './pages/refresh.ts'
import { type Problem, problemOfError, problemOfStatus } from './problem.ts'
import { crawlDelay, isAllowed } from './robots/robots.ts'
import { robotsOf } from './robots/robots-of.ts'
import { conditionalHeaders, type Validators, validatorsOf } from './validators.ts'

/** A dropped connection is retried once, a temporary error or a 429 twice. After that the next walk retries. */
const MAX_TRIES = 3
const TEMPORARY_STATUS = new Set([500, 502, 503, 504])

export interface Page {
  /** Where the content came from, after redirects. */
  readonly url: string
  readonly body: Uint8Array
  readonly contentType: string
  readonly validators: Validators
  /** The next page by the `Link` header, as written; null if it names none. */
  readonly nextPage: string | null
  /** Address of the `Refresh` header, as written; null without. */
  readonly sendsTo: string | null
}

/** The result of a request for a URL. */
export type Visit =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'unchanged'; readonly url: string }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** What is known of a page before it is asked for. */
export interface Known {
  /** What the server sent with the page when it came last. */
  readonly validators?: Validators | null | undefined
  /** The page that leads to it. Null if none does. */
  readonly referrer?: string | null
}

/** Requests a URL politely: robots.txt, one request at a time per host, a pause, conditional requests. */
export type Visitor = (target: string | ListRequest, limits: Limits, known?: Known) => Promise<Visit>

export function visitor(deps: VisitDeps): Visitor {
  return async (target, limits, known = {}) => {
    const start = typeof target === 'string' ? getOf(target) : target
    try {
      const answer = await follow(deps, start, limits, known)
      if (answer.status === 304 && known.validators) return { kind: 'unchanged', url: answer.url }
      const problem = problemOfStatus(answer.status)
      if (problem !== null) return { kind: 'problem', problem: await inItsWords(answer, problem) }
      const { body, headers } = answer
      const contentType = headers['content-type'] ?? ''
      const nextPage = nextInLinkHeader([headers.link ?? []].flat().join(', '))
      const sendsTo = addressOfRefresh([headers.refresh ?? ''].flat().join(', '))
      const validators = validatorsOf(headers)
      return { kind: 'page', page: { url: answer.url, body, contentType, validators, nextPage, sendsTo } }
    } catch (error) {
      if (error instanceof HostBusyError)
        return { kind: 'problem', problem: { code: 'host_busy', detail: error.message } }
      if (!(error instanceof FetchError)) throw error
      return { kind: 'problem', problem: problemOfError(error) }
    }
  }
}

/** What an error's page says of it. Few visits end so, and they alone need a reader. */
async function inItsWords({ status, body }: Answer, problem: Problem): Promise<Problem> {
  if (problem.code !== 'http_error') return problem
  const { saidWithError } = await import('./pages/soft-status.ts')
  return saidWithError(status, body) ?? problem
}

async function follow(deps: VisitDeps, start: ListRequest, limits: Limits, known: Known): Promise<Answer> {
  const seen = new Set<string>()
  let { url, post } = start
  while (seen.size <= MAX_REDIRECTS) {
    seen.add(url)
    const verdict = await robotsOf(deps, url)
    if (verdict.kind === 'unanswered') throw new FetchError(verdict.problem, url, verdict.why)
    if (!isAllowed(verdict, url)) {
      throw new FetchError('robots', url, verdict.kind === 'forbid' ? verdict.why : 'robots.txt forbids this path')
    }
    const delayMs = Math.max(deps.delaySeconds, crawlDelay(verdict, url) ?? 0) * 1000
    const answer = await askPatiently(deps, { url, post, limits, delayMs, headers: headersOf(known, url) })
    const location = redirectOf(answer)
    if (location === null) return answer
    if (seen.has(location)) {
      const problem = answer.headers['set-cookie'] === undefined ? 'too_many_redirects' : 'cookie_loop'
      throw new FetchError(problem, url, `${url} redirects back to ${location}`)
    }
    url = location
    // As browsers do after 301, 302 and 303: what was posted is not sent to another address.
    post = null
  }
  throw new FetchError('too_many_redirects', url, `more than ${MAX_REDIRECTS} redirects`)
}

function headersOf({ validators = null, referrer = null }: Known, url: string): Record<string, string> {
  const referer = referrer === null ? null : referrerOf(referrer, url)
  return { ...conditionalHeaders(validators), ...(referer !== null && { referer }) }
}

async function askPatiently(deps: VisitDeps, ask: Ask): Promise<Answer> {
  let refused: Answer | null = null
  for (let tries = 1; ; tries++) {
    const isLast = tries === MAX_TRIES
    try {
      const answer = await askOnce(deps, ask)
      const isTemporary = answer.status === 429 || TEMPORARY_STATUS.has(answer.status)
      if (!isTemporary || isLast) return answer
      refused = answer
    } catch (error) {
      // The host was asked and wants to be left alone for longer than there is time: its answer stands.
      if (error instanceof HostBusyError && refused !== null) return refused
      const isDropped = error instanceof FetchError && error.problem === 'unreachable' && tries === 1
      if (!isDropped) throw error
    }
  }
}
