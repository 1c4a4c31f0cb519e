import { setTimeout as sleep } from 'node:timers/promises'
import type { Problem } from '../api/problem.ts'

/** How an API is reached. */
export interface ApiOptions {
  /** Its address, with or without `/api/v1` at the end. */
  readonly api: string | URL
  /**
   * Sends requests; one that signs them where IAM guards the API.
   * @default the global `fetch`
   */
  readonly fetch?: (url: string) => Promise<Response>
}

/** An API that is busy or in the middle of a change says when to ask again. */
const PASSING: ReadonlySet<number> = new Set([429, 503])
const MAX_ATTEMPTS = 5
const DEFAULT_WAIT_SECONDS = 1

/** A request that the API does not answer with what was asked for. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  /** What the API says of it; null if something else answered. */
  readonly problem: Problem | null

  constructor(url: string, status: number, problem: Problem | null) {
    super(`${url} answers ${status}: ${problem?.detail ?? 'not an answer of this API. Is the address right?'}`)
    this.status = status
    this.problem = problem
  }
}

/**
 * Asks an API, and again after a while if it is busy.
 * @returns null if there is no such thing
 * @throws {ApiError}
 */
export async function ask({ api, fetch: send = fetch }: ApiOptions, path: string): Promise<Response | null> {
  const url = `${String(api).replace(/(?:\/api\/v1)?\/*$/, '')}/api/v1${path}`
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(url)
    if (answer.ok) return answer
    const problem = await problemIn(answer)
    if (answer.status === 404 && problem !== null) return null
    if (!PASSING.has(answer.status) || attempt === MAX_ATTEMPTS) throw new ApiError(url, answer.status, problem)
    await sleep(1000 * Number(answer.headers.get('retry-after') ?? DEFAULT_WAIT_SECONDS))
  }
}

/** Null if what answered is not the API: a proxy, or a gateway before it. */
async function problemIn(answer: Response): Promise<Problem | null> {
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json')
  const text = await answer.text()
  return isProblem ? JSON.parse(text) : null
}

/** A query, with what is absent left out. */
export function queryOf(
  parameters: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    const values = Array.isArray(value) ? value : [value]
    for (const one of values) if (one !== undefined) query.append(name, String(one))
  }
  return query.size === 0 ? '' : `?${query}`
}
