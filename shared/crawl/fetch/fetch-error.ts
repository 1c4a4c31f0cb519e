/** Why a request brought no answer. `refused` is ours: the request was never made, or its redirect not followed. */
export type FetchProblem =
  | 'refused'
  | 'time_out'
  | 'unreachable'
  | 'too_large'
  | 'bad_response'
  | 'too_many_redirects'
  | 'cookie_loop'
  | 'robots'

/** A request that ended without an answer to read. */
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
