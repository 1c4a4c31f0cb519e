import { Readable } from 'node:stream'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  CreateBucketCommand,
  type GetObjectCommandOutput,
  type PutObjectCommandInput,
  type PutObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda'
import { MAX_RECEIVE_COUNT } from '../../infra/dead-lettered-queue.ts'
import { PARSE_TIMEOUT } from '../../infra/parsing.ts'
import { WRITE_TIMEOUT } from '../../infra/writing.ts'
import { objectCreatedEvent } from '../../shared/store/intake-event.ts'
import { INCOMING_PREFIX } from '../../shared/store/object-keys.ts'
import type { Engines } from '../engines/engines.ts'
import type { Chance } from './chance.ts'
import type { FaultPlan } from './fault-plan.ts'
import { type Functions, makeFunctions, type QueueHandler } from './functions.ts'
import type { SimulatedClock } from './simulated-clock.ts'
import { SimulatedQueue } from './simulated-queue.ts'
import { SimulatedSqs } from './simulated-sqs.ts'
import { Stepper } from './stepper.ts'

const BUCKET = 'reports'
/** As the stack sets it, in timeouts of the function that reads the queue. */
const VISIBILITY_TIMEOUTS = 6
/** Messages of one invocation, as the stack sets it. */
const BATCHES = { intake: 1, reprocess: 1, indicators: 10, reprocessed: 10 } as const

const MAX_DELAY_MILLISECONDS = 2 * 60 * 60 * 1000
const CONTEXT = { awsRequestId: 'simulated', getRemainingTimeInMillis: () => 900_000 } as Context

type QueueName = keyof typeof BATCHES

/** Tables, bucket, queues and functions, with every request of theirs under control. */
export class World {
  readonly stepper = new Stepper()
  readonly names: Awaited<ReturnType<Engines['createTables']>>
  readonly queues: Readonly<Record<QueueName, SimulatedQueue>>
  readonly deadLetters: readonly SimulatedQueue[]
  /** Of the parser in the functions that start from now on. */
  version: 1 | 2 = 1
  readonly #clock: SimulatedClock
  readonly #chance: Chance
  readonly #plan: FaultPlan
  /** Functions of a process of their own: what one keeps in memory dies with it. */
  readonly #newFunctions: () => Functions

  static async open(engines: Engines, clock: SimulatedClock, chance: Chance, plan: FaultPlan): Promise<World> {
    await engines.s3.send(new CreateBucketCommand({ Bucket: BUCKET }))
    return new World(engines, await engines.createTables(), clock, chance, plan)
  }

  private constructor(engines: Engines, names: World['names'], clock: SimulatedClock, chance: Chance, plan: FaultPlan) {
    this.names = names
    this.#clock = clock
    this.#chance = chance
    this.#plan = plan
    const queue = (name: QueueName, seconds: number) =>
      new SimulatedQueue({
        name,
        visibilitySeconds: seconds * VISIBILITY_TIMEOUTS,
        redrive: {
          maxReceives: MAX_RECEIVE_COUNT,
          deadLetters: new SimulatedQueue({ name: `${name}-dead`, visibilitySeconds: 30, redrive: null }),
        },
      })
    this.queues = {
      intake: queue('intake', PARSE_TIMEOUT.toSeconds()),
      reprocess: queue('reprocess', PARSE_TIMEOUT.toSeconds()),
      indicators: queue('indicators', WRITE_TIMEOUT.toSeconds()),
      reprocessed: queue('reprocessed', WRITE_TIMEOUT.toSeconds()),
    }
    this.deadLetters = Object.values(this.queues).map(({ settings }) => settings.redrive!.deadLetters)
    const all = [...Object.values(this.queues), ...this.deadLetters]
    const sqs = new SimulatedSqs(all, clock, (to, body) => this.#deliver(to, body, false))
    this.#control(engines, sqs)
    this.#newFunctions = () => makeFunctions(engines, { bucketName: BUCKET, names, queues: this.queues })
  }

  get bucketName(): string {
    return BUCKET
  }

  /** Whether a queue has a message that can be received now. */
  hasMessage(): boolean {
    return this.#receivable().length > 0
  }

  /** When the next message can be received; null if there is none. */
  nextMessageAt(): number | null {
    const times = Object.values(this.queues).flatMap((queue) => queue.nextAt() ?? [])
    return times.length === 0 ? null : Math.min(...times)
  }

  /** Gives messages of one queue to its function. */
  startFunction(): void {
    const name = this.#chance.oneOf(this.#receivable())
    const queue = this.queues[name]
    const records: SQSRecord[] = []
    for (let ids = queue.visible(this.#clock.now); ids.length > 0 && records.length < BATCHES[name]; ) {
      const [id] = ids.splice(this.#chance.below(ids.length), 1)
      records.push(queue.receive(id!, this.#clock.now))
    }
    const { parse, write } = this.#newFunctions()
    const handler = name === 'intake' || name === 'reprocess' ? parse[this.version] : write
    this.stepper.start(name, true, () => consume(queue, handler, records))
  }

  startReconciler(): void {
    this.stepper.start('reconcile', true, async () => void (await this.#newFunctions().reconcile(CONTEXT)))
  }

  #receivable(): QueueName[] {
    const names = Object.keys(this.queues) as QueueName[]
    return names.filter((name) => this.queues[name].visible(this.#clock.now).length > 0)
  }

  /** Puts a message into a queue, once, twice, later, or, if it is an event of the bucket, not at all. */
  #deliver(queue: SimulatedQueue, body: string, isEvent: boolean): void {
    const later = () => this.#clock.now + this.#chance.below(MAX_DELAY_MILLISECONDS)
    const fault = this.#plan.forMessage(isEvent)
    if (fault === 'lost event') return
    queue.send(body, fault === 'delayed' ? later() : this.#clock.now)
    if (fault === 'duplicated') queue.send(body, later())
  }

  #control({ s3, sqs, dynamo }: { s3: S3Client; sqs: SQSClient; dynamo: DynamoDBClient }, queues: SimulatedSqs): void {
    const options = { step: 'initialize', name: 'simulation' } as const
    const hold = <T>(perform: () => Promise<T>) => this.stepper.hold(perform) as Promise<T>
    dynamo.middlewareStack.add((next) => (args) => hold(() => next(args)), options)
    sqs.middlewareStack.add(
      (_, { commandName = '' }) =>
        (args) =>
          hold(async () => ({ output: queues.answer(commandName, args.input) as never, response: {} })),
      options,
    )
    s3.middlewareStack.add(
      (next, { commandName }) =>
        (args) =>
          hold(async () => {
            const result = await next(args)
            if (commandName === 'GetObjectCommand') await readWhole(result.output as GetObjectCommandOutput)
            if (commandName === 'PutObjectCommand')
              this.#tellOfObject(args.input as PutObjectCommandInput, result.output as PutObjectCommandOutput)
            return result
          }),
      options,
    )
  }

  /** What EventBridge sends for a new object. */
  #tellOfObject({ Key = '', Body }: PutObjectCommandInput, { ETag = '' }: PutObjectCommandOutput): void {
    if (!Key.startsWith(INCOMING_PREFIX)) return
    const at = new Date(this.#clock.now).toISOString()
    const object = { objectKey: Key, versionId: null, etag: ETag.replaceAll('"', ''), size: sizeOf(Body), at }
    this.#deliver(this.queues.intake, JSON.stringify(objectCreatedEvent(BUCKET, object)), true)
  }
}

/** As Lambda does: what the function does not report as failed is deleted, and nothing if it throws. */
async function consume(queue: SimulatedQueue, handler: QueueHandler, records: readonly SQSRecord[]): Promise<void> {
  const event: SQSEvent = { Records: [...records] }
  const { batchItemFailures } = await handler(event, CONTEXT)
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
  for (const { messageId, receiptHandle } of records) if (!failed.has(messageId)) queue.delete(receiptHandle)
}

/** The body comes with its answer: whoever is killed before it reads it leaves no connection open, and reading it takes no time. */
async function readWhole(output: GetObjectCommandOutput): Promise<void> {
  const bytes = await output.Body!.transformToByteArray()
  output.Body = Object.assign(Readable.from([bytes]), {
    transformToByteArray: async () => bytes,
    transformToString: async () => Buffer.from(bytes).toString(),
  }) as NonNullable<typeof output.Body>
}

function sizeOf(body: unknown): number {
  if (typeof body === 'string') return Buffer.byteLength(body)
  if (body instanceof Uint8Array) return body.length
  throw new TypeError('The simulation takes objects whose body is text or bytes.')
}
