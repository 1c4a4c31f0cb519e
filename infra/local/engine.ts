import type { Assembly } from './assembly.ts'
import { createClients } from './clients.ts'
import { takeDataFolder } from './data-folder.ts'
import { publishUploads } from './event-bus.ts'
import { pollQueue } from './event-source.ts'
import { type Intercept, openFrontDoor } from './front-door.ts'
import { FunctionRuntime } from './function-runtime.ts'
import type { Log } from './log.ts'
import { provision } from './provision.ts'
import { createQueues } from './queues.ts'
import type { Schedule } from './resource-schemas.ts'
import { type Resources, readResources } from './resources.ts'
import { startSchedules } from './schedules.ts'
import { startServers } from './servers.ts'

export interface EngineOptions {
  readonly assembly: Assembly
  readonly log: Log
  /** Keeps buckets, queues and tables for the next start; without it they live in memory. */
  readonly dataDir?: string
  /** 0, the default, for any free one. */
  readonly port?: number
  /** Default 1: a failing message meets its dead-letter queue in seconds, not after five visibility timeouts. */
  readonly retryDelaySeconds?: number
  /** Sees, and may disturb, every request. */
  readonly intercept?: Intercept
  /** Variables for every function beside those of the template: switches that exist on one machine only. */
  readonly environment?: Readonly<Record<string, string>>
}

export interface Engine {
  /** `http://127.0.0.1:PORT`: S3, SQS and DynamoDB for any client. */
  readonly endpoint: string
  readonly resources: Resources
  /** By the function's name. */
  readonly functions: ReadonlyMap<string, FunctionRuntime>
  /** Whether no message waits for a function or is with one: all that was uploaded has ended. */
  isIdle(): Promise<boolean>
  /** Messages that wait for a function or are with one. */
  countWaiting(): Promise<number>
  /** Messages in a queue: those that wait, are delayed, or are with a function. */
  countMessages(queueName: string): Promise<number>
  /** Keeps schedules beside those of the template, until the engine is stopped. */
  schedule(schedules: readonly Schedule[]): void
  stop(): Promise<void>
}

/**
 * Gives life to a synthesized app on this machine, in this process, on loopback.
 * @throws {NotSimulatedError} where the app asks for what the engine does not do
 * @throws {DataFolderInUseError} where another engine works on the data folder
 * @throws {PortTakenError}
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { assembly, dataDir, environment, intercept, log, port = 0, retryDelaySeconds = 1 } = options
  // Undoes, in reverse, what has been started: here when a later step fails, else when the engine is stopped.
  await using started = new AsyncDisposableStack()
  if (dataDir !== undefined) started.defer(await takeDataFolder(dataDir))
  const servers = await startServers(dataDir)
  started.defer(servers.close)
  const door = await openFrontDoor(port, servers, intercept)
  started.defer(door.close)
  const { endpoint } = door
  const clients = createClients(endpoint, 'engine')
  const resources = readResources(assembly.template, endpoint)
  await provision(clients, resources)

  const functions = new Map(
    resources.functions.map((definition) => {
      const bundle = assembly.assetFolder(definition.Code.S3Key)
      const Variables = { ...definition.Environment.Variables, ...environment }
      return [
        definition.name,
        new FunctionRuntime({ ...definition, Environment: { Variables } }, bundle, endpoint, log),
      ]
    }),
  )
  const queues = createQueues(clients.sqs, resources.queues, endpoint)
  const publish = publishUploads(resources, clients.s3, queues)
  let sends = 0
  door.onSuccess(async (exchange) => {
    if (exchange.operation.startsWith('SendMessage')) sends += 1
    await publish(exchange)
  })

  const stopping = new AbortController()
  const { signal } = stopping
  const polling: Promise<void>[] = []
  const killAll = () => Promise.all([...functions.values()].map((runtime) => runtime.kill()))
  started.defer(async () => {
    stopping.abort()
    await killAll()
    await Promise.all(polling)
    // A poller that had a batch in hand has started one worker more.
    await killAll()
  })
  const schedule = (schedules: readonly Schedule[]) => startSchedules(schedules, functions, queues, { log, signal })
  schedule(resources.schedules)
  const polled = resources.mappings.map((mapping) => queues.byArn(mapping.EventSourceArn))
  polling.push(
    ...resources.mappings.map((mapping, index) => {
      const runtime = functions.get(mapping.FunctionName)!
      return pollQueue(clients.sqs, polled[index]!, mapping, runtime, { retryDelaySeconds, log, signal })
    }),
  )

  const countWaiting = async () => (await Promise.all(polled.map(queues.count))).reduce((sum, count) => sum + count, 0)
  const running = started.move()
  return {
    endpoint,
    resources,
    functions,
    isIdle: async () => {
      // A message may have moved from a queue not yet counted to one already counted.
      const before = sends
      return (await countWaiting()) === 0 && sends === before
    },
    countWaiting,
    schedule,
    countMessages: (name) => queues.count(queues.byName(name)),
    stop: () => running.disposeAsync(),
  }
}
