import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { ATOM_TYPE, atomOf, type FeedAddresses } from '../readers/atom.ts'
import type { Columns } from '../readers/columns/column.ts'
import { csvOf } from '../readers/csv.ts'
import { CursorError } from '../readers/page.ts'
import { VERSIONS } from '../readers/versions.ts'
import { RowsReplacedError, StoreError } from '../store/errors.ts'
import { BASE_PATH } from './base-path.ts'
import type { Answer, AnswerDeps, Endpoint } from './endpoint.ts'
import { ENDPOINTS } from './endpoints/all.ts'
import description from './openapi/openapi.json' with { type: 'json' }
import { beingReplaced, internal, methodNotAllowed, notFound, ProblemError, wrongParameters } from './problem.ts'
import { readQuery } from './read-query.ts'

export interface ApiDeps extends AnswerDeps {
  /** Hears of each error of ours, which the answer says nothing of. */
  readonly onError: (error: Error, requestId: string) => void
}

/** Data change within seconds of an upload: kept answers are asked for again, by their ETag. */
const ASK_AGAIN = 'no-cache'
/** What changes with a new version of Fazhi only. */
const KEEP_AN_HOUR = 'public, max-age=3600'
const KEEP_NEVER = 'no-store'
const RETRY_SECONDS = '5'
const CSV = '.csv'
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present'

/**
 * The read API: the same on this machine and in AWS.
 * @example
 * const api = makeApi({ source, fileOf, onError: console.error })
 * const answer = await api.request('/api/v1/observations?code=litigation.new&year=2023&region=湖南省')
 */
export function makeApi({ onError, ...deps }: ApiDeps): Hono {
  const api = new Hono()
  api.use(etag())
  api.use(async (context, next) => {
    await next()
    context.header('X-Content-Type-Options', 'nosniff')
    for (const [name, header] of VERSION_HEADERS) context.header(header, String(VERSIONS[name]))
  })
  for (const endpoint of ENDPOINTS) {
    api.get(routeOf(endpoint), async (context) => bodyOf(context, endpoint, await answerOf(context, endpoint, deps)))
    const { columns } = endpoint
    if (columns === null) continue
    api.get(`${routeOf(endpoint)}${CSV}`, async (context) =>
      tableOf(context, columns, await answerOf(context, endpoint, deps)),
    )
  }
  api.get(`${BASE_PATH}/openapi.json`, (context) => json(context, description, KEEP_AN_HOUR))
  api.get(`${BASE_PATH}/health`, async (context) => {
    readQuery(searchOf(context), {})
    await deps.source.documents({ status: 'FAILED', limit: 1 })
    return json(context, { status: 'ok', ...VERSIONS }, KEEP_NEVER)
  })
  const tables = ENDPOINTS.filter(({ columns }) => columns !== null).map((endpoint) => `${routeOf(endpoint)}${CSV}`)
  const routes = [...ENDPOINTS.map(routeOf), ...tables, `${BASE_PATH}/openapi.json`, `${BASE_PATH}/health`]
  for (const route of routes)
    api.all(route, (context) => {
      context.header('Allow', 'GET, HEAD')
      throw methodNotAllowed(context.req.method)
    })
  api.notFound((context) =>
    problem(
      context,
      notFound(`There is nothing at ${context.req.path.slice(0, 100)}; ${BASE_PATH}/openapi.json says what there is.`),
    ),
  )
  api.onError((error, context) => problem(context, problemOf(error, context, onError)))
  return api
}

const VERSION_HEADERS = [
  ['schemaVersion', 'Fazhi-Schema-Version'],
  ['catalogueVersion', 'Fazhi-Catalogue-Version'],
  ['parserVersion', 'Fazhi-Parser-Version'],
] as const

/** IDs of publishers have slashes, which an HTTP API of AWS decodes before anyone sees the path. */
function routeOf({ path }: Endpoint): string {
  return BASE_PATH + path.replace('{id}', ':id').replace('{publisher}', ':id{.+}')
}

async function answerOf(context: Context, endpoint: Endpoint, deps: AnswerDeps): Promise<Answer> {
  const query = readQuery(searchOf(context), endpoint.parameters, endpoint.demands)
  return endpoint.answer(deps, query, context.req.param('id') ?? '')
}

function bodyOf(context: Context, { isConstant }: Endpoint, answer: Answer): Response {
  const caching = isConstant ? KEEP_AN_HOUR : ASK_AGAIN
  switch (answer.kind) {
    case 'page':
      return json(context, { ...answer.page, ...VERSIONS }, caching)
    case 'item':
      return json(context, { item: answer.item, ...VERSIONS }, caching)
    case 'text':
      context.header('Cache-Control', caching)
      if (answer.nextStart !== null) linkNext(context, 'start', String(answer.nextStart))
      return context.text(answer.text)
    case 'file':
      return fileOf(context, answer)
    case 'feed':
      return context.body(atomOf(answer.news, addressesOf(context)), 200, {
        'Content-Type': ATOM_TYPE,
        'Cache-Control': caching,
      })
  }
}

function tableOf(context: Context, columns: Columns<never>, answer: Answer): Response {
  const { items, next } = (answer as Extract<Answer, { kind: 'page' }>).page
  if (next !== null) linkNext(context, 'cursor', next)
  return context.body(csvOf(items as never[], columns), 200, { 'Content-Type': CSV_TYPE, 'Cache-Control': ASK_AGAIN })
}

/** As whoever asks knows the API. */
function addressesOf(context: Context): FeedAddresses {
  const { origin, pathname } = new URL(context.req.url)
  return {
    feed: `${origin}${pathname}`,
    documentOf: (documentId) => `${origin}${BASE_PATH}/documents/${documentId}`,
  }
}

/**
 * Whoever wrote the file, no browser runs it under the address of the API. An address that has the bytes says the same of them, and is
 * nobody's to keep.
 */
function fileOf(context: Context, { documentId, headers, file }: Extract<Answer, { kind: 'file' }>): Response {
  if ('address' in file) {
    context.header('Cache-Control', KEEP_NEVER)
    context.header('Referrer-Policy', 'no-referrer')
    return context.redirect(file.address, 307)
  }
  return context.body(file.bytes, 200, {
    'Content-Type': headers.contentType,
    'Content-Disposition': headers.contentDisposition,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': ASK_AGAIN,
    ETag: `"${documentId}"`,
  })
}

/** Says where what follows is, of answers that are not JSON. */
function linkNext(context: Context, parameter: string, value: string): void {
  const { pathname, searchParams } = new URL(context.req.url)
  searchParams.set(parameter, value)
  context.header('Link', `<${pathname}?${searchParams}>; rel="next"`)
}

function json(context: Context, body: object, caching: string): Response {
  return context.body(JSON.stringify(body), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': caching,
  })
}

function searchOf({ req }: Context): URLSearchParams {
  return new URL(req.url).searchParams
}

function problemOf(error: Error, context: Context, onError: ApiDeps['onError']): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof CursorError || isRefusedCursor(error, context))
    return wrongParameters([{ name: 'cursor', reason: new CursorError().message, nearest: [] }])
  if (error instanceof RowsReplacedError) return beingReplaced()
  const requestId = randomUUID()
  onError(error, requestId)
  return internal(requestId)
}

/** Whether a table refuses the key to go on behind: a cursor that somebody made, and that has the shape of one. */
function isRefusedCursor(error: Error, context: Context): boolean {
  const isRefused = error instanceof StoreError && (error.cause as Error).name === 'ValidationException'
  return isRefused && searchOf(context).has('cursor')
}

function problem(context: Context, { problem }: ProblemError): Response {
  if (problem.status === 503) context.header('Retry-After', RETRY_SECONDS)
  return context.body(JSON.stringify({ ...problem, ...VERSIONS }), problem.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': KEEP_NEVER,
  })
}
