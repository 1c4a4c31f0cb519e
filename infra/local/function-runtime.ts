import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Log } from './log.ts'
import type { LambdaFunction } from './resource-schemas.ts'
import { REGION } from './template.ts'

/** How long an environment without work is kept. Each holds the heap of what it did last, some 100 MB. */
const KEEP_WARM_MS = 10_000

/**
 * Of the heap of an environment, for what is garbage soon. By default it grows to 100 MB and stays so, and a machine has several
 * environments.
 */
const YOUNG_MEGABYTES = 16

const WORKER = new URL('./function-worker.ts', import.meta.url)

/** What a worker starts with. */
export interface WorkerData {
  /** The function's program. */
  readonly entry: string
  readonly handlerName: string
  readonly givesWay: boolean
}
/** Message to a worker. */
export interface Invocation {
  readonly id: string
  readonly event: unknown
  readonly context: Readonly<Record<string, unknown>>
  /** Milliseconds since 1970. */
  readonly deadline: number
}
/** Message from a worker. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: string; readonly answer: unknown }
  | {
      readonly kind: 'error'
      readonly id: string
      readonly error: { readonly name: string; readonly message: string; readonly stack: string | undefined }
    }

/** A function threw, ran out of time or memory, or its worker was terminated. `cause` has the function's own error. */
class FunctionFailedError extends Error {
  override readonly name = 'FunctionFailedError'
}

/** A worker thread that runs the function. */
interface Environment {
  readonly worker: Worker
  readonly ready: Promise<unknown>
  /** Who waits for its answers, by invocation. */
  readonly waiting: Map<string, PromiseWithResolvers<unknown>>
  /** Invocations that it handles or will handle. */
  used: number
  /** One of them ran out of time: it gets no more, and is terminated after the last of the others. */
  isSpent: boolean
  /** Ends it, should it get no more work. */
  idle: NodeJS.Timeout | undefined
}

export interface FunctionRuntimeOptions {
  /** Folder of the function's code, from the assets of the synthesized app. */
  readonly bundle: string
  /** Of its AWS clients. */
  readonly endpoint: string
  readonly log: Log
  /** Invocations that one execution environment handles at a time. Default: one, as in Lambda. */
  readonly atOnce?: number | undefined
  /** Whether its work may wait for that of other threads. Default: no. */
  readonly givesWay?: boolean
}

/**
 * Runs one function as Lambda does. An execution environment (a worker thread with the function's variables and memory limit)
 * handles one invocation at a time and is reused, unless it ended without an answer or had no work for a while. With `atOnce` it handles several, as on
 * Lambda's managed instances: for functions that mostly wait.
 */
export class FunctionRuntime {
  readonly name: string
  readonly arn: string
  readonly #definition: LambdaFunction
  readonly #bundle: string
  readonly #endpoint: string
  readonly #log: Log
  readonly #atOnce: number
  readonly #givesWay: boolean
  readonly #environments = new Set<Environment>()

  constructor(
    definition: LambdaFunction,
    { bundle, endpoint, log, atOnce = 1, givesWay = false }: FunctionRuntimeOptions,
  ) {
    this.name = definition.name
    this.arn = definition.arn
    this.#definition = definition
    this.#bundle = bundle
    this.#endpoint = endpoint
    this.#log = log
    this.#atOnce = atOnce
    this.#givesWay = givesWay
  }

  /**
   * @returns the handler's result, as JSON
   * @throws {FunctionFailedError}
   */
  async invoke(event: unknown): Promise<unknown> {
    const free = [...this.#environments].find(({ used, isSpent }) => used < this.#atOnce && !isSpent)
    const environment = free ?? this.#start()
    environment.used++
    clearTimeout(environment.idle)
    try {
      await environment.ready
      return await this.#exchange(environment, event)
    } finally {
      environment.used--
      if (environment.used === 0) await this.#rest(environment)
    }
  }

  /** Of several without work the first gets the next, so that those that are not needed end. */
  async #rest(environment: Environment): Promise<void> {
    const { worker, isSpent } = environment
    if (isSpent) return void (await worker.terminate())
    const end = () => {
      this.#environments.delete(environment)
      void worker.terminate()
    }
    environment.idle = setTimeout(end, KEEP_WARM_MS).unref()
  }

  /** Terminates every worker immediately, as if the machine had failed. */
  async kill(): Promise<void> {
    await Promise.all([...this.#environments].map(({ worker }) => worker.terminate()))
  }

  #start(): Environment {
    const { Handler, MemorySize } = this.#definition
    const [file = '', handlerName = ''] = Handler.split('.')
    const entry = pathToFileURL(join(this.#bundle, `${file}.mjs`)).href
    const worker = new Worker(WORKER, {
      workerData: { entry, handlerName, givesWay: this.#givesWay } satisfies WorkerData,
      env: this.#variables(),
      resourceLimits: { maxOldGenerationSizeMb: MemorySize, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      stdout: true,
      stderr: true,
    })
    const ready = Promise.withResolvers<unknown>()
    const waiting = new Map([['', ready]])
    const environment: Environment = { worker, ready: ready.promise, waiting, used: 0, isSpent: false, idle: undefined }
    this.#environments.add(environment)
    worker.on('message', (message: FromWorker) => this.#settle(environment, message))
    worker.on('error', (error) => this.#log(this.name, String(error.stack)))
    worker.on('exit', () => {
      this.#environments.delete(environment)
      const ended = new FunctionFailedError('Error: its worker ended before it answered')
      for (const { reject } of waiting.values()) reject(ended)
    })
    for (const stream of [worker.stdout, worker.stderr])
      createInterface(stream).on('line', (line) => this.#log(this.name, line))
    return environment
  }

  #settle({ waiting }: Environment, message: FromWorker): void {
    const id = message.kind === 'ready' ? '' : message.id
    const waiter = waiting.get(id)
    waiting.delete(id)
    if (message.kind === 'error') {
      const { error } = message
      this.#log(this.name, String(error.stack))
      waiter?.reject(new FunctionFailedError(`${error.name}: ${error.message}`, { cause: error }))
    } else waiter?.resolve(message.kind === 'answer' ? message.answer : null)
  }

  async #exchange(environment: Environment, event: unknown): Promise<unknown> {
    const { worker, waiting } = environment
    const id = randomUUID()
    const timeout = this.#definition.Timeout * 1000
    const waiter = Promise.withResolvers<unknown>()
    waiting.set(id, waiter)
    const timer = setTimeout(() => {
      this.#log(this.name, `terminated at its timeout of ${timeout / 1000} s`)
      environment.isSpent = true
      waiting.delete(id)
      waiter.reject(new FunctionFailedError('Error: it did not answer within its timeout'))
    }, timeout)
    try {
      worker.postMessage({ id, event, context: this.#context(id), deadline: Date.now() + timeout } satisfies Invocation)
      return await waiter.promise
    } finally {
      clearTimeout(timer)
    }
  }

  #context(awsRequestId: string): Invocation['context'] {
    return {
      awsRequestId,
      functionName: this.name,
      functionVersion: '$LATEST',
      invokedFunctionArn: this.arn,
      memoryLimitInMB: String(this.#definition.MemorySize),
      logGroupName: `/aws/lambda/${this.name}`,
      logStreamName: 'local',
      callbackWaitsForEmptyEventLoop: true,
    }
  }

  #variables(): Record<string, string> {
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
      // Set only where invocations run side by side: libraries then keep apart what belongs to each.
      ...(this.#atOnce > 1 && { AWS_LAMBDA_MAX_CONCURRENCY: String(this.#atOnce) }),
      ...this.#definition.Environment.Variables,
    }
  }
}
