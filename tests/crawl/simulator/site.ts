import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request that a site had, with the milliseconds since the epoch of its beginning and of its answer's end. */
export interface Logged {
  readonly path: string
  readonly status: number
  readonly from: number
  readonly to: number
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

/** A portal on loopback: pages by path and query, entity tags of its own, and a log of what was asked of it. */
export interface Site {
  readonly origin: string
  /** `127.0.0.1:PORT`, as a portal's entry names it. */
  readonly host: string
  readonly log: Logged[]
  /** Serves a page, or replaces it. HTML where `headers` does not say otherwise. */
  page(path: string, body: string | Uint8Array, headers?: Readonly<Record<string, string>>): void
  answer(path: string, answer: Answer): void
  remove(path: string): void
  /** Paths asked for since the last call. */
  asked(): string[]
  close(): Promise<void>
}

export async function startSite(): Promise<Site> {
  const answers = new Map<string, Answer>()
  const log: Logged[] = []
  let read = 0
  const server = createServer(async (request, response) => {
    const from = Date.now()
    const path = request.url!
    response.on('close', () => {
      const isConditional = 'if-none-match' in request.headers || 'if-modified-since' in request.headers
      log.push({ path, status: response.statusCode, from, to: Date.now(), isConditional, headers: request.headers })
    })
    const reply = await (answers.get(path) ?? (() => NOT_FOUND))(request, response)
    if (reply !== 'handled') send(request, response, reply)
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

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status = 200, body = '', headers = {} }: Reply,
): void {
  const etag = headers.etag ?? `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`
  const known = { 'content-type': 'text/html; charset=utf-8', ...(status === 200 && { etag }), ...headers }
  if (status === 200 && etag !== '' && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  response.writeHead(status, known).end(body)
}
