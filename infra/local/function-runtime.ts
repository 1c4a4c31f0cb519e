import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Log } from './log.ts'
import type { LambdaFunction } from './resource-schemas.ts'
import { REGION } from './template.ts'

const WORKER = new URL('./function-worker.ts', import.meta.url)

/** Message to a worker. */
export interface Invocation {
  readonly event: unknown
  readonly context: Readonly<Record<string, unknown>>
  /** Milliseconds since 1970. */
  readonly deadline: number
}
/** Message from a worker. */
export type InvocationResult =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | {
      readonly kind: 'error'
      readonly error: { readonly name: string; readonly message: string; readonly stack: string | undefined }
    }

/** A function threw, ran out of time or memory, or its worker was terminated. `cause` has the function's own error. */
class FunctionFailedError extends Error {
  override readonly name = 'FunctionFailedError'
}

/**
 * Runs one function as Lambda does. An execution environment (a worker thread with the function's variables and memory limit)
 * handles one invocation at a time and is reused, unless it ended without an answer.
 */
export class FunctionRuntime {
  readonly name: string
  readonly arn: string
  readonly #definition: LambdaFunction
  readonly #bundle: string
  readonly #endpoint: string
  readonly #log: Log
  readonly #workers = new Set<Worker>()
  readonly #idle: Worker[] = []

  /**
   * @param bundle folder of the function's code, from the assets of the synthesized app
   * @param endpoint of its AWS clients
   */
  constructor(definition: LambdaFunction, bundle: string, endpoint: string, log: Log) {
    this.name = definition.name
    this.arn = definition.arn
    this.#definition = definition
    this.#bundle = bundle
    this.#endpoint = endpoint
    this.#log = log
  }

  /**
   * @returns the handler's result, as JSON
   * @throws {FunctionFailedError}
   */
  async invoke(event: unknown): Promise<unknown> {
    const worker = this.#idle.pop() ?? (await this.#start())
    const returned = await this.#exchange(worker, event)
    this.#idle.push(worker)
    if (returned.kind === 'answer') return returned.answer
    const failure = new FunctionFailedError(`${returned.error.name}: ${returned.error.message}`, {
      cause: returned.error,
    })
    this.#log(this.name, String(returned.error.stack))
    throw failure
  }

  /** Terminates every worker immediately, as if the machine had failed. */
  async kill(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()))
  }

  #forget(worker: Worker): void {
    this.#workers.delete(worker)
    if (this.#idle.includes(worker)) this.#idle.splice(this.#idle.indexOf(worker), 1)
  }

  async #start(): Promise<Worker> {
    const { Handler, MemorySize } = this.#definition
    const [file = '', handlerName = ''] = Handler.split('.')
    const worker = new Worker(WORKER, {
      workerData: { entry: pathToFileURL(join(this.#bundle, `${file}.mjs`)).href, handlerName },
      env: this.#environment(),
      resourceLimits: { maxOldGenerationSizeMb: MemorySize },
      stdout: true,
      stderr: true,
    })
    this.#workers.add(worker)
    worker.on('error', (error) => this.#log(this.name, String(error.stack)))
    worker.on('exit', () => this.#forget(worker))
    for (const stream of [worker.stdout, worker.stderr])
      createInterface(stream).on('line', (line) => this.#log(this.name, line))
    await this.#answer(worker)
    return worker
  }

  async #exchange(worker: Worker, event: unknown): Promise<InvocationResult> {
    const timeout = this.#definition.Timeout * 1000
    const timer = setTimeout(() => {
      this.#log(this.name, `terminated at its timeout of ${timeout / 1000} s`)
      worker.terminate()
    }, timeout)
    try {
      const answer = this.#answer(worker)
      worker.postMessage({ event, context: this.#context(), deadline: Date.now() + timeout } satisfies Invocation)
      return (await answer) as InvocationResult
    } finally {
      clearTimeout(timer)
    }
  }

  /** The next message of a worker. */
  async #answer(worker: Worker): Promise<unknown> {
    const listening = new AbortController()
    const { signal } = listening
    const ended = once(worker, 'exit', { signal }).then(() => {
      throw new Error('its worker ended before it answered')
    })
    try {
      const [answer] = await Promise.race([once(worker, 'message', { signal }), ended])
      return answer
    } catch (cause) {
      throw new FunctionFailedError(String(cause), { cause })
    } finally {
      listening.abort()
    }
  }

  #context(): Invocation['context'] {
    return {
      awsRequestId: randomUUID(),
      functionName: this.name,
      functionVersion: '$LATEST',
      invokedFunctionArn: this.arn,
      memoryLimitInMB: String(this.#definition.MemorySize),
      logGroupName: `/aws/lambda/${this.name}`,
      logStreamName: 'local',
      callbackWaitsForEmptyEventLoop: true,
    }
  }

  #environment(): Record<string, string> {
    return {
      TZ: 'UTC',
      NODE_OPTIONS: '',
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: this.name,
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: this.#endpoint,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: this.name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(this.#definition.MemorySize),
      ...this.#definition.Environment.Variables,
    }
  }
}
