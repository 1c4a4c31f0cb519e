import type { FetchError, FetchProblem } from './fetch/fetch-error.ts'

/**
 * Why a page or a list could not be read. `BLOCKED` codes mean that the site refuses to show it to a program. Fazhi records
 * this and does not work around it.
 */
export const BLOCKED = [
  'http_401',
  'http_403',
  'http_412',
  'http_521',
  'rate_limited',
  'cookie_loop',
  'script_challenge',
  'stub',
  'index_page',
  'robots',
] as const

export const FAILED = [
  'address_refused',
  'unreachable',
  'http_error',
  'not_found',
  'soft_404',
  'host_busy',
  'too_large',
  'bad_response',
  'unreadable',
  'picture_only',
  'embedded_viewer',
  'script_only',
  'off_host',
  'unreadable_row',
  'not_a_report',
  'other_page',
  'internal',
] as const

export type BlockedCode = (typeof BLOCKED)[number]
export type FailedCode = (typeof FAILED)[number]

export interface Problem {
  readonly code: BlockedCode | FailedCode
  /** One sentence: what was seen. */
  readonly detail: string
}

/** Refusals that a page's address or its state in the portal cannot explain: whoever asks as a program is refused. */
const CHALLENGES = ['http_412', 'http_521', 'cookie_loop', 'script_challenge', 'robots']
/** Answers that say no. A stub or another page in place of what was asked for says nothing. */
const REFUSALS = [...CHALLENGES, 'http_401', 'http_403', 'rate_limited']
/** Nothing was asked of the host, or it gave no answer. */
const UNANSWERED = ['unreachable', 'address_refused', 'off_host', 'unreadable_row', 'host_busy', 'internal']

/** Problems that are the state of a page by themselves, so that each kind is counted apart. */
const OWN_STATES = ['off_host', 'unreadable_row', 'script_only'] as const

export const UNREAD_STATES = ['blocked', 'failed', ...OWN_STATES] as const

export function isBlocked({ code }: { readonly code: string }): boolean {
  return BLOCKED.some((blocked) => blocked === code)
}

/** Whether programs are refused by robots.txt, by a challenge, or by a status that stands for one. */
export function isChallenge(code: string): boolean {
  return CHALLENGES.includes(code)
}

/** Whether the host refuses, to this program or to everybody: 403 may also be of one page. */
export function isRefusal(code: string): boolean {
  return REFUSALS.includes(code)
}

/** Whether a page with this problem shows that its host answers. True for no problem, too. */
export function isAnswered(code: string): boolean {
  return !REFUSALS.includes(code) && !UNANSWERED.includes(code)
}

/** The state of a page with this problem. */
export function unreadState(problem: Problem): (typeof UNREAD_STATES)[number] {
  if (isBlocked(problem)) return 'blocked'
  return OWN_STATES.find((state) => state === problem.code) ?? 'failed'
}

/** A problem as the ledger records it. */
export function reasonOf({ code, detail }: { readonly code: string; readonly detail: string }): string {
  return `${code}: ${detail}`
}

/** The code in a recorded reason. */
export function codeIn(reason: string): string {
  return reason.split(':')[0]!
}

const BLOCKING_STATUS: Readonly<Record<number, BlockedCode>> = {
  401: 'http_401',
  403: 'http_403',
  412: 'http_412',
  429: 'rate_limited',
  521: 'http_521',
}

/** The problem that an HTTP status means, or null if the answer has a page. */
export function problemOfStatus(status: number): Problem | null {
  if (status >= 200 && status < 300) return null
  const detail = `the server answers ${status}`
  const blocked = BLOCKING_STATUS[status]
  if (blocked !== undefined) return { code: blocked, detail }
  return { code: status === 404 || status === 410 ? 'not_found' : 'http_error', detail }
}

const OF_FETCH: Readonly<Record<FetchProblem, Problem['code']>> = {
  refused: 'address_refused',
  time_out: 'unreachable',
  unreachable: 'unreachable',
  too_large: 'too_large',
  bad_response: 'bad_response',
  too_many_redirects: 'bad_response',
  cookie_loop: 'cookie_loop',
  robots: 'robots',
}

export function problemOfError({ problem, message }: FetchError): Problem {
  return { code: OF_FETCH[problem], detail: message }
}
