import robotsParserModule from 'robots-parser'
import type { FetchProblem } from '../fetch/fetch-error.ts'
import { PRODUCT_TOKEN } from '../user-agent.ts'

interface Robots {
  isAllowed(url: string, agent: string): boolean | undefined
  getCrawlDelay(agent: string): number | undefined
}

// The package's types describe a default export inside its CommonJS module; the module itself is the function.
const parse = robotsParserModule as unknown as (url: string, text: string) => Robots

/** RFC 9309, section 2.5 asks for at least this much. No more is read. */
export const ROBOTS_MAX_BYTES = 500 * 1024
/** A DynamoDB item has at most 400 KB. The groups of a real file that concern Fazhi have a few KB. */
const MAX_KEPT = 300_000

const FIELD = /^\s{0,99}(?<name>[A-Za-z-]{1,20})\s{0,99}:\s{0,99}(?<value>[^#]{0,2000})/

/** What a host allows Fazhi to fetch, in a form that can be kept for a day. */
export type RobotsVerdict =
  | { readonly kind: 'allow'; readonly why: string }
  | { readonly kind: 'forbid'; readonly why: string }
  | { readonly kind: 'rules'; readonly text: string }
  /** No answer, so nothing may be fetched; and why, which says more of the host than that its robots.txt is missing. */
  | { readonly kind: 'unanswered'; readonly problem: FetchProblem; readonly why: string }

/**
 * Reads the answer to `/robots.txt` by RFC 9309, section 2.3.1: rules if there are any, everything allowed if the file is
 * unavailable (4xx), everything forbidden if the server failed (5xx). 429 counts as 5xx: a server that asks for fewer requests
 * has not answered.
 */
export function readRobots(status: number, body: string): RobotsVerdict {
  if (status >= 500 || status === 429) return { kind: 'forbid', why: `robots.txt answers ${status}` }
  if (status < 200 || status >= 300) return { kind: 'allow', why: `robots.txt answers ${status}` }
  if (/^\s*</.test(body)) return { kind: 'allow', why: 'robots.txt is a web page' }
  const text = groupsForUs(body)
  if (text.length > MAX_KEPT)
    return { kind: 'forbid', why: `robots.txt has more than ${MAX_KEPT} characters of rules for Fazhi` }
  return { kind: 'rules', text }
}

/** Whether the rules allow a request for `url`. */
export function isAllowed(verdict: RobotsVerdict, url: string): boolean {
  if (verdict.kind !== 'rules') return verdict.kind === 'allow'
  return parse(new URL('/robots.txt', url).href, verdict.text).isAllowed(url, PRODUCT_TOKEN) ?? true
}

/** Seconds between requests that the host asks for, or null if it does not. */
export function crawlDelay(verdict: RobotsVerdict, url: string): number | null {
  if (verdict.kind !== 'rules') return null
  const delay = parse(new URL('/robots.txt', url).href, verdict.text).getCrawlDelay(PRODUCT_TOKEN)
  return delay !== undefined && Number.isFinite(delay) && delay > 0 ? delay : null
}

/**
 * Keeps what the parser needs: the groups for Fazhi and the groups for all agents. All other agents become one name. The
 * parser copies each rule to each agent of its group, so a file of ten thousand agents and ten thousand rules would otherwise
 * grow to a hundred million entries.
 */
function groupsForUs(body: string): string {
  const kept: string[] = []
  let agents = new Set<string>()
  let inAgents = false
  for (const line of body.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const field = FIELD.exec(line)?.groups
    if (field === undefined) continue
    const [name, value] = [field.name!.toLowerCase(), field.value!.trim()]
    if (name === 'user-agent') {
      if (!inAgents) agents = new Set()
      inAgents = true
      const agent = agentName(value)
      if (!agents.has(agent)) kept.push(`user-agent: ${agent}`)
      agents.add(agent)
    } else if (name === 'allow' || name === 'disallow' || name === 'crawl-delay') {
      inAgents = false
      if (agents.has('*') || agents.has(PRODUCT_TOKEN)) kept.push(`${name}: ${value}`)
    }
  }
  return kept.join('\n')
}

function agentName(value: string): string {
  const token = value.toLowerCase().split('/')[0]!.trim()
  return token === '*' || token === PRODUCT_TOKEN ? token : 'other'
}
