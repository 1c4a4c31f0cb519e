import { FetchError } from './fetch/fetch-error.ts'
import type { Resolve } from './fetch/guarded-lookup.ts'
import type { Limits } from './fetch/limits.ts'
import type { Post } from './fetch/list-request.ts'
import { type Answer, request } from './fetch/request.ts'
import type { UrlRules } from './fetch/url-rules.ts'
import type { Hosts } from './hosts.ts'
import { userAgent } from './user-agent.ts'

/** RFC 9309, section 2.3.1.2, for robots.txt. Enough for pages too. */
export const MAX_REDIRECTS = 5
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

/** One request, and how long to pause before the next one to its host. */
export interface Ask {
  readonly url: string
  readonly post: Post | null
  readonly limits: Limits
  readonly delayMs: number | ((answer: Answer) => number)
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Sends one request in a turn of its own at the host.
 * @throws {FetchError} if no complete answer came
 * @throws {HostBusyError} if the turn would come too late
 */
export function askOnce(deps: VisitDeps, ask: Ask): Promise<Answer> {
  return inTurn(deps, ask.url, () => send(deps, ask))
}

/** What was done in a turn, and how long its host is then left alone. */
export interface Done<T> {
  readonly result: T
  readonly pauseMs: number
}

/** Works in a turn at the host of `url`. If the work fails, the host is left alone for the portal's own pause. */
export async function inTurn<T>(deps: VisitDeps, url: string, work: () => Promise<Done<T>>): Promise<T> {
  const turn = await deps.hosts.takeTurn(new URL(url).host, deps.patienceMs())
  let after = deps.delaySeconds * 1000
  try {
    const { result, pauseMs } = await work()
    after = pauseMs
    return result
  } finally {
    await turn.end(Date.now() + after)
  }
}

/** Sends a request in a turn that its caller has. */
export async function send(deps: VisitDeps, { url, post, limits, delayMs, headers }: Ask): Promise<Done<Answer>> {
  const answer = await request(url, {
    rules: deps.rules,
    limits,
    post,
    certificate: deps.certificate ?? null,
    headers: { 'user-agent': userAgent(deps.contact), accept: '*/*', ...headers },
    ...(deps.resolve && { resolve: deps.resolve }),
  })
  const delay = typeof delayMs === 'number' ? delayMs : delayMs(answer)
  return { result: answer, pauseMs: Math.max(delay, retryAfterMs(answer)) }
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

/** Where an answer redirects to. Null if it does not. @throws {FetchError} if that is no URL */
export function redirectOf({ status, headers, url }: Answer): string | null {
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
