/** Why a request got no answer. `refused`: Fazhi did not make the request, or did not follow its redirect. */
export const FETCH_PROBLEMS = [
  'refused',
  'time_out',
  'unreachable',
  'too_large',
  'bad_response',
  'too_many_redirects',
  'cookie_loop',
  'robots',
] as const

export type FetchProblem = (typeof FETCH_PROBLEMS)[number]

/** A request that ended without a readable answer. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly problem: FetchProblem
  readonly url: string

  constructor(problem: FetchProblem, url: string, detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.problem = problem
    this.url = url
  }
}
