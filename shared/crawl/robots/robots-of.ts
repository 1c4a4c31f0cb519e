import { type Ask, askOnce, inTurn, MAX_REDIRECTS, redirectOf, send, type VisitDeps } from '../ask.ts'
import { FetchError } from '../fetch/fetch-error.ts'
import type { Limits } from '../fetch/limits.ts'
import type { Answer } from '../fetch/request.ts'
import type { Hosts, KeptRobots } from '../hosts.ts'
import { crawlDelay, ROBOTS_MAX_BYTES, type RobotsVerdict, readRobots } from './robots.ts'

/** A day for a host's answer (RFC 9309, section 2.4), minutes if there was no answer. */
const KEEP_ROBOTS_MS = 24 * 3600_000
const KEEP_NO_ANSWER_MS = 10 * 60_000
const ROBOTS_LIMITS: Limits = { maxBytes: ROBOTS_MAX_BYTES, withinMs: 20_000, truncate: true }

/** Hosts whose robots.txt is being asked for in this process: whoever wants it meanwhile waits for the same answer. */
const asking = new WeakMap<Hosts, Map<string, Promise<RobotsVerdict>>>()

/** What a host allows: the kept verdict while it is fresh, else that of its robots.txt, which is asked for once. */
export async function robotsOf(deps: VisitDeps, url: string): Promise<RobotsVerdict> {
  const { host } = new URL(url)
  const kept = await keptVerdict(deps, host)
  if (kept !== null) return kept
  const asked = asking.get(deps.hosts) ?? new Map<string, Promise<RobotsVerdict>>()
  asking.set(deps.hosts, asked)
  const under = asked.get(host)
  // Whoever asks may give up sooner than this one must.
  if (under !== undefined) return under.catch(() => robotsOf(deps, url))
  const verdict = askRobots(deps, url).finally(() => asked.delete(host))
  asked.set(host, verdict)
  return verdict
}

async function keptVerdict({ hosts }: VisitDeps, host: string): Promise<RobotsVerdict | null> {
  const kept = await hosts.keptRobots(host)
  return kept !== null && isFresh(kept) ? kept.verdict : null
}

function isFresh({ verdict, readAt }: KeptRobots): boolean {
  const isAnswer = verdict.kind === 'allow' || verdict.kind === 'rules'
  return Date.now() - readAt < (isAnswer ? KEEP_ROBOTS_MS : KEEP_NO_ANSWER_MS)
}

async function askRobots(deps: VisitDeps, url: string): Promise<RobotsVerdict> {
  const { host, origin } = new URL(url)
  const start = `${origin}/robots.txt`
  const verdict = await answered(start, async () => {
    // Another process may have asked while this one waited for its turn.
    const first = await inTurn<{ kept: RobotsVerdict } | { answer: Answer }>(deps, start, async () => {
      const kept = await keptVerdict(deps, host)
      if (kept !== null) return { result: { kept }, pauseMs: 0 }
      const { result: answer, pauseMs } = await send(deps, askFor(start, deps))
      return { result: { answer }, pauseMs }
    })
    return 'kept' in first ? first.kept : readAnswer(first.answer, deps)
  })
  await deps.hosts.keepRobots(host, { verdict, readAt: Date.now() })
  return verdict
}

/** Follows the redirects of robots.txt, each in a turn of its own. */
async function readAnswer(first: Answer, deps: VisitDeps): Promise<RobotsVerdict> {
  let answer = first
  for (let hop = 0; hop < MAX_REDIRECTS; hop++) {
    const location = redirectOf(answer)
    if (location === null) return verdictOf(answer)
    answer = await askOnce(deps, askFor(location, deps))
  }
  return redirectOf(answer) === null ? verdictOf(answer) : readRobots(404, '')
}

/** The host is left alone for as long as its robots.txt asks, from the first request on. */
function askFor(url: string, { delaySeconds }: VisitDeps): Ask {
  const delayMs = (answer: Answer) => {
    const asked = answer.status >= 300 && answer.status < 400 ? null : crawlDelay(verdictOf(answer), answer.url)
    return Math.max(delaySeconds, asked ?? 0) * 1000
  }
  return { url, post: null, limits: ROBOTS_LIMITS, delayMs, headers: { 'accept-encoding': 'identity' } }
}

function verdictOf({ status, body }: Answer): RobotsVerdict {
  return readRobots(status, new TextDecoder().decode(body))
}

async function answered(start: string, read: () => Promise<RobotsVerdict>): Promise<RobotsVerdict> {
  try {
    return await read()
  } catch (error) {
    // If the URL itself is refused, that reason is more useful than the missing robots.txt.
    if (!(error instanceof FetchError) || (error.problem === 'refused' && error.url === start)) throw error
    return { kind: 'unanswered', problem: error.problem, why: `robots.txt cannot be read: ${error.message}` }
  }
}
