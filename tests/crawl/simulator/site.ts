import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A request that a site received. */
export interface Logged {
  readonly path: string
  readonly status: number
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly answeredAt: number
  /** Requests that were not yet answered when this one came. */
  readonly alongside: number
  readonly isConditional: boolean
  readonly headers: IncomingMessage['headers']
}

export interface Reply {
  readonly status?: number
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
) => Reply | 'handled' | Promise<Reply | 'handled'>

/** A portal on loopback: pages by path and query, with entity tags and a log of the requests. */
export interface Site {
  readonly origin: string
  /** `127.0.0.1:PORT`, as a portal's entry names it. */
  readonly host: string
  readonly log: Logged[]
  /** Serves a page, or replaces it. HTML unless `headers` says otherwise. */
  page(path: string, body: string | Uint8Array, headers?: Readonly<Record<string, string>>): void
  answer(path: string, answer: Answer): void
  remove(path: string): void
  /** Paths asked for since the last call. */
  asked(): string[]
  close(): Promise<void>
}

/** @param answerAfterMs how long every answer takes */
export async function startSite(answerAfterMs = 0): Promise<Site> {
  const answers = new Map<string, Answer>()
  const log: Logged[] = []
  let read = 0
  let open = 0
  const server = createServer(async (request, response) => {
    const at = Date.now()
    const path = request.url!
    const alongside = open++
    const reply = await (answers.get(path) ?? (() => NOT_FOUND))(request, response)
    if (answerAfterMs > 0) await sleep(answerAfterMs)
    open--
    const isConditional = 'if-none-match' in request.headers || 'if-modified-since' in request.headers
    const { status, headers, body } =
      reply === 'handled' ? { status: 200, headers: {}, body: '' } : whole(request, reply)
    const answeredAt = Date.now()
    log.push({ path, status, at, answeredAt, alongside, isConditional, headers: request.headers })
    if (reply !== 'handled') response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${host}`,
    host,
    log,
    page: (path, body, headers = {}) => answers.set(path, () => ({ body, headers })),
    answer: (path, answer) => answers.set(path, answer),
    remove: (path) => answers.delete(path),
    asked: () => {
      const paths = log.slice(read).map(({ path }) => path)
      read = log.length
      return paths
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const NOT_FOUND: Reply = { status: 404, body: '<html><body>页面不存在</body></html>' }

/** The reply that is sent: with an entity tag of the body if it has none, and 304 if the client has that version. */
function whole({ headers: asked }: IncomingMessage, { status = 200, body = '', headers = {} }: Reply) {
  const etag = headers.etag ?? `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`
  if (status === 200 && etag !== '' && asked['if-none-match'] === etag)
    return { status: 304, headers: { etag }, body: '' }
  const type = { 'content-type': 'text/html; charset=utf-8' }
  return { status, headers: { ...type, ...(status === 200 && { etag }), ...headers }, body }
}
