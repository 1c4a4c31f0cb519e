import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closeServer } from './close-server.ts'
import { Places } from './places.ts'
import { markBody, refusalOf, refusalXml, type S3Refusal } from './s3-requests.ts'
import type { Servers } from './servers.ts'

/** One request of an AWS client, as the front door sees it. */
export interface Exchange {
  /** The access key that signed the request. The key of a function is its name. */
  readonly caller: string
  readonly service: 's3' | 'sqs' | 'dynamodb'
  /** `PutItem`, `SendMessage` …; for S3 the HTTP method. */
  readonly operation: string
  /** Path and query. */
  readonly url: string
}

/** What a test may do with a request: let it pass, close its connection, or answer it with an error. */
export type Verdict = 'pass' | 'drop' | { readonly status: number; readonly body: string }

export interface Intercept {
  /** Called before the request is processed. */
  before(exchange: Exchange): Verdict | Promise<Verdict>
  /** Called after the request was processed, before the caller gets the answer. */
  after(exchange: Exchange): Promise<void>
}

/** To SQS and DynamoDB, what only reads is a POST too. */
const WRITES: ReadonlySet<string | undefined> = new Set(['PUT', 'POST', 'DELETE'])

const FOREIGN: S3Refusal = {
  status: 403,
  code: 'AccessForbidden',
  message: 'Pages of other sites may not write here.',
}

class PortTakenError extends Error {
  override readonly name = 'PortTakenError'

  constructor(port: number) {
    super(`Port ${port} is used by another program: name a free port, or omit it to use any free port.`)
  }
}

export interface FrontDoor {
  readonly endpoint: string
  /** Has `listener` answer requests under a path, which belong to no AWS service. */
  mount(path: string, listener: RequestListener): void
  close(): Promise<void>
}

export interface FrontDoorOptions {
  readonly intercept?: Intercept | undefined
  /** Access keys of callers that ask much at a time. Together they have a few requests under way, so that others need not wait for more. */
  readonly busyCallers?: readonly string[]
}

/** One thread answers all requests: more at a time would wait within it, before those of others. */
const REQUESTS_OF_BUSY_CALLERS = 4

/**
 * The only port of the engine, on loopback. Every request of every AWS client passes through it.
 * @param port 0 for any free port
 * @throws {PortTakenError}
 */
export async function openFrontDoor(
  port: number,
  servers: Servers,
  { intercept, busyCallers = [] }: FrontDoorOptions = {},
): Promise<FrontDoor> {
  const mounted = new Map<string, RequestListener>()
  const places = new Places(REQUESTS_OF_BUSY_CALLERS)
  let endpoint = ''
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const exchange = describe(request)
    const verdict = refused(exchange, request, endpoint) ?? (await intercept?.before(exchange)) ?? 'pass'
    if (verdict === 'drop') return void request.destroy()
    if (verdict !== 'pass') {
      request.resume()
      return void response.writeHead(verdict.status, { 'content-type': contentTypeOf(exchange) }).end(verdict.body)
    }
    if (exchange.service === 's3') markBody(request)
    if (intercept !== undefined) holdAnswer(response, () => intercept.after(exchange))
    if (busyCallers.includes(exchange.caller)) {
      await places.take()
      // The caller may have gone while it waited.
      if (response.closed || response.destroyed) return places.release()
      response.once('close', () => places.release())
    }
    servers.dispatch(request, response)
  }
  const server = createServer((request, response) => {
    for (const [path, listener] of mounted) if (request.url?.startsWith(path)) return void listener(request, response)
    serve(request, response).catch((error) => response.destroy(error))
  })
  // A connection that the server ends after a while may end under the next request, which then fails.
  server.keepAliveTimeout = 0
  await listen(server, port)
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    endpoint,
    mount: (path, listener) => mounted.set(path, listener),
    close: () => closeServer(server),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error)
    server.once('error', refused).listen(port, '127.0.0.1', resolve)
  })
}

/** Delays the end of the response until `work` is done. */
function holdAnswer(response: ServerResponse, work: () => Promise<void>): void {
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  response.end = (...args: unknown[]) => {
    work().then(
      () => end(...args),
      (error) => response.destroy(error),
    )
    return response
  }
}

function describe({ headers, method = 'GET', url = '/' }: IncomingMessage): Exchange {
  const [service, operation] = String(headers['x-amz-target'] ?? '').split('.')
  return {
    caller: /Credential=([^/]{1,128})\//.exec(headers.authorization ?? '')?.[1] ?? 'anonymous',
    service: service === 'AmazonSQS' ? 'sqs' : service?.startsWith('DynamoDB') ? 'dynamodb' : 's3',
    operation: operation ?? method,
    url,
  }
}

/** @param endpoint of the engine, whose pages alone may write */
function refused({ service }: Exchange, request: IncomingMessage, endpoint: string): Verdict | null {
  const { origin } = request.headers
  // A browser sends a form anywhere without asking, and anything to a name that some site has made point to this machine.
  if (origin !== undefined && origin !== endpoint && WRITES.has(request.method)) return answerOf(FOREIGN, service)
  const refusal = service === 's3' ? refusalOf(request) : null
  return refusal === null ? null : answerOf(refusal, service)
}

function answerOf(refusal: S3Refusal, service: Exchange['service']): Verdict {
  const { status, code, message } = refusal
  return { status, body: service === 's3' ? refusalXml(refusal) : JSON.stringify({ __type: code, message }) }
}

const contentTypeOf = ({ service }: Exchange) => (service === 's3' ? 'application/xml' : 'application/x-amz-json-1.0')
