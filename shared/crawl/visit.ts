import { FetchError } from './fetch/fetch-error.ts'
import type { Resolve } from './fetch/guarded-lookup.ts'
import type { Limits } from './fetch/limits.ts'
import { getOf, type ListRequest, type Post } from './fetch/list-request.ts'
import { type Answer, request } from './fetch/request.ts'
import type { UrlRules } from './fetch/url-rules.ts'
import { HostBusyError, type Hosts, type KeptRobots } from './hosts.ts'
import { type Problem, problemOfError, problemOfStatus } from './problem.ts'
import { crawlDelay, isAllowed, ROBOTS_MAX_BYTES, type RobotsVerdict, readRobots } from './robots/robots.ts'
import { userAgent } from './user-agent.ts'
import { conditionalHeaders, type Validators, validatorsOf } from './validators.ts'

/** RFC 9309, section 2.3.1.2, for robots.txt. Enough for pages too. */
const MAX_REDIRECTS = 5
/** A day for a host's answer (RFC 9309, section 2.4), minutes if there was no answer. */
const KEEP_ROBOTS_MS = 24 * 3600_000
const KEEP_NO_ANSWER_MS = 10 * 60_000
const ROBOTS_LIMITS: Limits = { maxBytes: ROBOTS_MAX_BYTES, withinMs: 20_000, truncate: true }
/** A dropped connection is retried once, a temporary error or a 429 twice. After that the next walk retries. */
const MAX_TRIES = 3
const TEMPORARY_STATUS = new Set([500, 502, 503, 504])
/** Assumed for a Retry-After that cannot be read, and for a 429 without one. */
const DEFAULT_RETRY_MS = 10_000
const MAX_RETRY_MS = 3600_000

export interface VisitDeps {
  readonly hosts: Hosts
  readonly rules: UrlRules
  readonly contact: string
  readonly delaySeconds: number
  /** How long to wait for a turn. A host that needs more is left to the next walk. */
  readonly patienceMs: () => number
  readonly resolve?: Resolve
  /** A certificate in PEM that the portal's chain lacks. */
  readonly certificate?: string | null
}

export interface Page {
  /** Where the content came from, after redirects. */
  readonly url: string
  readonly body: Uint8Array
  readonly contentType: string
  readonly validators: Validators
}

/** The result of a request for a URL. */
export type Visit =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** Requests a URL politely: robots.txt, one request at a time per host, a pause, conditional requests. */
export type Visitor = (target: string | ListRequest, limits: Limits, known?: Validators | null) => Promise<Visit>

export function visitor(deps: VisitDeps): Visitor {
  return async (target, limits, known = null) => {
    const start = typeof target === 'string' ? getOf(target) : target
    try {
      const answer = await follow(deps, start, limits, known)
      if (answer.status === 304 && known !== null) return { kind: 'unchanged' }
      const problem = problemOfStatus(answer.status)
      if (problem !== null) return { kind: 'problem', problem }
      const { body, headers } = answer
      const contentType = headers['content-type'] ?? ''
      return { kind: 'page', page: { url: answer.url, body, contentType, validators: validatorsOf(headers) } }
    } catch (error) {
      if (error instanceof HostBusyError)
        return { kind: 'problem', problem: { code: 'host_busy', detail: error.message } }
      if (!(error instanceof FetchError)) throw error
      return { kind: 'problem', problem: problemOfError(error) }
    }
  }
}

/** One request, and how long to pause before the next one to its host. */
interface Ask {
  readonly url: string
  readonly post: Post | null
  readonly limits: Limits
  readonly delayMs: number
  readonly headers: Readonly<Record<string, string>>
}

async function follow(deps: VisitDeps, start: ListRequest, limits: Limits, known: Validators | null): Promise<Answer> {
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
    const answer = await askPatiently(deps, { url, post, limits, delayMs, headers: conditionalHeaders(known) })
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

/** The verdict on a host: the kept one while it is fresh, else from its robots.txt. */
async function robotsOf(deps: VisitDeps, url: string) {
  const { host, origin } = new URL(url)
  const kept = await deps.hosts.keptRobots(host)
  if (kept !== null && isFresh(kept)) return kept.verdict
  const verdict = await askRobots(deps, `${origin}/robots.txt`)
  await deps.hosts.keepRobots(host, { verdict, readAt: Date.now() })
  return verdict
}

function isFresh({ verdict, readAt }: KeptRobots): boolean {
  const isAnswer = verdict.kind === 'allow' || verdict.kind === 'rules'
  return Date.now() - readAt < (isAnswer ? KEEP_ROBOTS_MS : KEEP_NO_ANSWER_MS)
}

async function askRobots(deps: VisitDeps, start: string): Promise<RobotsVerdict> {
  let url = start
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await askOnce(deps, {
        url,
        post: null,
        limits: ROBOTS_LIMITS,
        delayMs: deps.delaySeconds * 1000,
        headers: { 'accept-encoding': 'identity' },
      })
      const location = redirectOf(answer)
      if (location === null) return readRobots(answer.status, new TextDecoder().decode(answer.body))
      url = location
    }
    return readRobots(404, '')
  } catch (error) {
    // If the URL itself is refused, that reason is more useful than the missing robots.txt.
    if (!(error instanceof FetchError) || (error.problem === 'refused' && url === start)) throw error
    return { kind: 'unanswered', problem: error.problem, why: `robots.txt cannot be read: ${error.message}` }
  }
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

async function askOnce(deps: VisitDeps, { url, post, limits, delayMs, headers }: Ask): Promise<Answer> {
  const turn = await deps.hosts.takeTurn(new URL(url).host, deps.patienceMs())
  let pauseMs = delayMs
  try {
    const answer = await request(url, {
      rules: deps.rules,
      limits,
      post,
      certificate: deps.certificate ?? null,
      headers: { 'user-agent': userAgent(deps.contact), accept: '*/*', ...headers },
      ...(deps.resolve && { resolve: deps.resolve }),
    })
    pauseMs = Math.max(delayMs, retryAfterMs(answer))
    return answer
  } finally {
    await turn.end(Date.now() + pauseMs)
  }
}

/** How long a host asks to wait (RFC 9110, section 10.2.3: seconds or a date). 0 if it does not ask. */
function retryAfterMs({ status, headers }: Answer): number {
  const value = headers['retry-after']
  if (status !== 429 && !(status === 503 && value !== undefined)) return 0
  const seconds = /^\s*[0-9]{1,9}\s*$/.test(value ?? '') ? Number(value) : Number.NaN
  const asked = Number.isNaN(seconds) ? Date.parse(value ?? '') - Date.now() : seconds * 1000
  return Math.min(MAX_RETRY_MS, Math.max(0, Number.isNaN(asked) ? DEFAULT_RETRY_MS : asked))
}

/** Node reads header bytes as Latin-1. Portals send addresses in UTF-8 or GBK, not encoded. */
function asWritten(header: string): string {
  if (!/[\x80-\xff]/.test(header)) return header
  const bytes = Buffer.from(header, 'latin1')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8, so the other encoding of Chinese sites.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function redirectOf({ status, headers, url }: Answer): string | null {
  if (status < 300 || status >= 400 || status === 304 || headers.location === undefined) return null
  try {
    const target = new URL(asWritten(headers.location), url)
    target.hash = ''
    return target.href
  } catch (cause) {
    throw new FetchError('bad_response', url, `the redirect to ${JSON.stringify(headers.location)} is not a URL`, {
      cause,
    })
  }
}
