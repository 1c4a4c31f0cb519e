import type { RequestListener } from 'node:http'
import type { Assembly } from './assembly.ts'
import { createClients } from './clients.ts'
import { takeDataFolder } from './data-folder.ts'
import { createEventBus } from './event-bus.ts'
import { pollQueue } from './event-source.ts'
import { type Intercept, openFrontDoor } from './front-door.ts'
import { FunctionRuntime } from './function-runtime.ts'
import type { Log } from './log.ts'
import { provision } from './provision.ts'
import { answerQueueAges, QUEUE_AGES_PATH } from './queue-ages.ts'
import { createQueues } from './queues.ts'
import { type Resources, readResources } from './resources.ts'
import { startSchedules } from './schedules.ts'
import { startServers } from './servers.ts'

/** Work that nobody waits for. Its messages delay no others, and its functions give way to all other work of the engine. */
export interface Aside {
  /** Of the keys of objects whose events go to the first of the queues, in place of that of their rule. */
  readonly prefix: string
  /** By the outputs that have their addresses. */
  readonly queues: readonly [string, ...string[]]
}

export interface EngineOptions {
  readonly assembly: Assembly
  readonly log: Log
  /** Folder that keeps buckets, queues and tables for the next start. Default: they are in memory. */
  readonly dataDir?: string
  /** Default 0: any free port. */
  readonly port?: number
  /** Default 1: a failing message reaches its dead-letter queue in seconds, not after five visibility timeouts. */
  readonly retryDelaySeconds?: number
  /**
   * How many invocations of a function run side by side in one worker, by its name: for functions that mostly wait. Default: each
   * invocation has a worker, and there are no more than processors.
   */
  readonly sideBySide?: Readonly<Record<string, number>>
  /** Default: nothing waits for the rest. */
  readonly aside?: Aside
  /** Sees every request and may make it fail. */
  readonly intercept?: Intercept
  /** Further environment variables for every function: switches that exist only in the local engine. */
  readonly environment?: Readonly<Record<string, string>>
}

export interface Engine {
  /** `http://127.0.0.1:PORT`: S3, SQS and DynamoDB for any AWS client. */
  readonly endpoint: string
  readonly resources: Resources
  /** By function name. */
  readonly functions: ReadonlyMap<string, FunctionRuntime>
  /** Whether no message waits for a function or is being processed: everything uploaded is done. */
  isIdle(): boolean
  /** Messages that wait for a function or are being processed. */
  countWaiting(): number
  /** Messages in a queue that wait, are delayed, or are being processed. */
  countMessages(queueName: string): number
  /** Has `listener` answer requests under a path of the endpoint, which belong to no AWS service. */
  mount(path: string, listener: RequestListener): void
  stop(): Promise<void>
}

/**
 * Runs a synthesized app on this machine, in this process, on loopback.
 * @throws {NotSimulatedError} if the app needs something that the engine does not simulate
 * @throws {DataFolderInUseError} if another engine uses the data folder
 * @throws {PortTakenError}
 * @throws {TableOfOldShapeError} if the data folder is of an earlier version
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const {
    assembly,
    aside,
    dataDir,
    environment,
    intercept,
    log,
    port = 0,
    retryDelaySeconds = 1,
    sideBySide = {},
  } = options
  // Stops what was started, in reverse order: here if a later step fails, else when the engine is stopped.
  await using started = new AsyncDisposableStack()
  if (dataDir !== undefined) started.defer(await takeDataFolder(dataDir))
  const servers = await startServers(dataDir)
  started.defer(servers.close)
  const door = await openFrontDoor(port, servers, { intercept, busyCallers: Object.keys(sideBySide) })
  started.defer(door.close)
  door.mount(QUEUE_AGES_PATH, answerQueueAges(servers.queueServer.store))
  const { endpoint } = door
  const clients = createClients(endpoint, 'engine')
  const resources = readResources(assembly.template, endpoint)
  await provision(clients, resources)

  const runtimes = (givesWay: boolean) =>
    new Map(
      resources.functions.map((definition) => {
        const atOnce = sideBySide[definition.name]
        const bundle = assembly.assetFolder(definition.Code.S3Key)
        const Variables = { ...definition.Environment.Variables, ...environment }
        const own = { ...definition, Environment: { Variables } }
        return [definition.name, new FunctionRuntime(own, { bundle, endpoint, log, atOnce, givesWay })]
      }),
    )
  const functions = runtimes(false)
  const giveWay = runtimes(true)
  const queues = createQueues(servers.queueServer, resources.queues)
  const asideQueues = (aside?.queues ?? []).map((output) =>
    queues.byName(resources.outputs[output]?.split('/').at(-1) ?? output),
  )
  const [first] = asideQueues
  servers.onStored(createEventBus(resources, queues, aside && first ? { prefix: aside.prefix, queue: first } : null))

  const stopping = new AbortController()
  const { signal } = stopping
  const polling: Promise<void>[] = []
  const killAll = () => Promise.all([...functions.values(), ...giveWay.values()].map((runtime) => runtime.kill()))
  started.defer(async () => {
    stopping.abort()
    await killAll()
    await Promise.all(polling)
    // A poller that was processing a batch may have started another worker.
    await killAll()
  })
  startSchedules(resources.schedules, functions, queues, { log, signal })
  const polled = resources.mappings.map((mapping) => queues.byArn(mapping.EventSourceArn))
  polling.push(
    ...resources.mappings.map((mapping, index) => {
      const runtime = (asideQueues.includes(polled[index]!) ? giveWay : functions).get(mapping.FunctionName)!
      return pollQueue(polled[index]!, mapping, runtime, {
        retryDelaySeconds,
        log,
        atOnce: sideBySide[mapping.FunctionName],
        signal,
      })
    }),
  )

  // All at one moment: a function sends what it has to before its own message is deleted.
  const countWaiting = () => polled.reduce((sum, queue) => sum + queue.count(), 0)
  const running = started.move()
  return {
    endpoint,
    resources,
    functions,
    isIdle: () => countWaiting() === 0,
    countWaiting,
    mount: door.mount,
    countMessages: (name) => queues.byName(name).count(),
    stop: () => running.disposeAsync(),
  }
}
