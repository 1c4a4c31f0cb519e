/** What is wrong with one parameter of a request. */
export interface WrongParameter {
  readonly name: string
  /** A sentence. */
  readonly reason: string
  /** Values or names that may be meant, the nearest first; empty if none is near. */
  readonly nearest: readonly string[]
}

/** Problem details of RFC 9457. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: 400 | 403 | 404 | 405 | 413 | 500 | 503
  readonly detail: string
  /** Of a request with wrong parameters: all of them. */
  readonly parameters?: readonly WrongParameter[]
  /** Of an error of ours: what to look for in the log. */
  readonly requestId?: string
}

/** Says no more than the status does (RFC 9457, section 4.2.1). */
const BLANK = 'about:blank'
/** Resolves to what describes `parameters`. */
const WRONG_PARAMETERS = '/api/v1/openapi.json#/components/schemas/WrongParameters'

/** A request that is answered with a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** @param parameters at least one */
export function wrongParameters(parameters: readonly WrongParameter[]): ProblemError {
  const detail = parameters.map(({ name, reason }) => `${name}: ${reason}`).join(' ')
  return new ProblemError({ type: WRONG_PARAMETERS, title: 'Wrong parameters', status: 400, detail, parameters })
}

export function notFound(detail: string): ProblemError {
  return new ProblemError({ type: BLANK, title: 'Not Found', status: 404, detail })
}

export function methodNotAllowed(method: string): ProblemError {
  const detail = `Nothing is done by ${method} here: everything is read with GET.`
  return new ProblemError({ type: BLANK, title: 'Method Not Allowed', status: 405, detail })
}

/** What was asked for changed each time that it was read. Passing. */
export function beingReplaced(): ProblemError {
  const detail = 'What you asked for is being replaced by something newer: ask again in some seconds.'
  return new ProblemError({ type: BLANK, title: 'Service Unavailable', status: 503, detail })
}

/** An error of ours. What it says stays in the log. */
export function internal(requestId: string): ProblemError {
  const detail = 'This request failed, through no fault of yours. Ask again; if it fails again, report its requestId.'
  return new ProblemError({ type: BLANK, title: 'Internal Server Error', status: 500, detail, requestId })
}
