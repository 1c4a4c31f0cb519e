import { PutObjectCommand } from '@aws-sdk/client-s3'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { DeadLetterQueue } from '../../shared/store/dead-letter-queue.ts'
import { isSettled } from '../../shared/store/document-row.ts'
import { type DocumentVersion, DocumentVersions } from '../../shared/store/document-versions.ts'
import { MessageQueue } from '../../shared/store/message-queue.ts'
import { refuseUnreadable } from '../../shared/store/read-rows.ts'
import { ReaderTables } from '../../shared/store/reader-tables.ts'
import type { ReprocessRequest } from '../../shared/store/reprocess-request.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { Chance } from './chance.ts'
import { type Digest, digestOf } from './digest.ts'
import { type Fault, FaultPlan } from './fault-plan.ts'
import { Readers } from './readers.ts'
import { SimulatedClock } from './simulated-clock.ts'
import { type Upload, uploadsOf } from './workload.ts'
import { World } from './world.ts'

const START = '2026-03-01T00:00:00.000Z'
const HOUR = 60 * 60 * 1000
/** Over which the files arrive. In the middle of it the newer parser is deployed. */
const ARRIVAL = 3 * HOUR
/** Functions and readers that run at once. */
const MAX_RUNNING = 6
const MAX_REQUEST_MILLISECONDS = 50
/** How often something new starts while requests wait, and how often that is a reader, and of these one that compares. */
const START_SHARE = 0.3
const READER_SHARE = 0.1
const COMPARISON_SHARE = 0.05
/** Of redriving and reconciling, until nothing is left to do. */
const MAX_ROUNDS = 30
const ROUND = 2 * HOUR
/**
 * After these nothing meets a fault any more. The reconciler asks for each object in turn: with a fault in every thirteenth request it
 * never comes to its end, and what only it can find stays unfound.
 */
const MAX_FAULTY_ROUNDS = 12
/** An object whose event was lost is found after an hour, and what its run leaves is removed after two more. */
const QUIET_ROUNDS = 3

export interface SimulationOptions {
  readonly seed: number
  readonly documents: number
  /** At most so many. 0 for an undisturbed run. */
  readonly faults: number
  /** That a request or a message meets a fault, 0 to 1. */
  readonly probability: number
}

export interface Simulation {
  readonly digest: Digest
  readonly requests: number
  readonly injected: Readonly<Record<Fault, number>>
  /** Dead letters that were moved back. */
  readonly redriven: number
  readonly reads: number
  /** What readers saw and should not have. */
  readonly wrong: readonly string[]
  /** Of redriving and reconciling until nothing was left; null if something was left at the end. */
  readonly rounds: number | null
}

/** The whole life of some documents: they arrive, a newer parser is deployed, all is read anew, and operators redrive what died. */
export async function simulate(options: SimulationOptions): Promise<Simulation> {
  const engines = await startEngines()
  const clock = new SimulatedClock(START)
  try {
    const chance = new Chance(options.seed)
    const plan = new FaultPlan(chance, options.faults, options.probability)
    const world = await World.open(engines, clock, chance, plan)
    return await new Life(engines, clock, chance, plan, world).run(uploadsOf(options.documents))
  } finally {
    clock.stop()
    await engines.stop()
  }
}

class Life {
  readonly #engines: Engines
  readonly #clock: SimulatedClock
  readonly #chance: Chance
  readonly #plan: FaultPlan
  readonly #world: World
  readonly #readers: Readers
  readonly #versions: DocumentVersions
  readonly #documentIds: string[] = []
  #nextReconciling = Date.parse(START) + HOUR
  #redriven = 0

  constructor(engines: Engines, clock: SimulatedClock, chance: Chance, plan: FaultPlan, world: World) {
    this.#engines = engines
    this.#clock = clock
    this.#chance = chance
    this.#plan = plan
    this.#world = world
    const { tables } = engines
    this.#readers = new Readers(
      new ResultReader(tables, world.names),
      new ReaderTables(tables, world.names, refuseUnreadable),
    )
    this.#versions = new DocumentVersions(tables, world.names.documents, refuseUnreadable)
  }

  async run(uploads: readonly Upload[]): Promise<Simulation> {
    const { stepper, names } = this.#world
    const waiting = uploads.map((upload) => ({ upload, at: this.#clock.now + this.#chance.below(ARRIVAL) }))
    waiting.sort((a, b) => a.at - b.at)
    const deployment = Date.parse(START) + ARRIVAL / 2
    for (const { upload, at } of waiting) {
      await this.#until(at)
      if (this.#world.version === 1 && at >= deployment) await this.#deploy()
      await this.#upload(upload)
    }
    const rounds = await this.#recoverAll()
    const { wrong, reads } = this.#readers
    return {
      digest: await digestOf(this.#engines.tables, names),
      requests: stepper.performed,
      injected: this.#plan.injected,
      redriven: this.#redriven,
      reads,
      wrong,
      rounds,
    }
  }

  /** @returns how many rounds it took until nothing was left for some hours; null if something was left at the end */
  async #recoverAll(): Promise<number | null> {
    let quietRounds = 0
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      quietRounds = (await this.#isDone()) ? quietRounds + 1 : 0
      // What is left now is to be tidied, which takes the reconciler hours.
      if (quietRounds > 0 || round === MAX_FAULTY_ROUNDS) this.#plan.end()
      if (quietRounds > QUIET_ROUNDS) return round - QUIET_ROUNDS
      await this.#recover()
      await this.#until(this.#clock.now + ROUND)
    }
    return null
  }

  /** Lets everything happen that happens before a time. */
  async #until(time: number): Promise<void> {
    const { stepper } = this.#world
    for (;;) {
      await stepper.settle()
      const canStart = stepper.running.size < MAX_RUNNING && this.#hasWork()
      if (canStart && (stepper.pending === 0 || this.#chance.happens(START_SHARE))) this.#startSomething()
      else if (stepper.pending > 0) {
        this.#clock.advance(this.#chance.below(MAX_REQUEST_MILLISECONDS))
        await stepper.step(
          (count) => this.#chance.below(count),
          () => this.#plan.forRequest(),
        )
      } else {
        const next = Math.min(this.#world.nextMessageAt() ?? Number.POSITIVE_INFINITY, this.#nextReconciling)
        if (next > time) break
        this.#clock.advanceTo(next)
      }
    }
    this.#clock.advanceTo(time)
  }

  #hasWork(): boolean {
    return this.#clock.now >= this.#nextReconciling || this.#world.hasMessage()
  }

  #startSomething(): void {
    const { stepper } = this.#world
    if (this.#documentIds.length > 0 && this.#chance.happens(READER_SHARE)) {
      const documentId = this.#chance.oneOf(this.#documentIds)
      const isComparison = this.#chance.happens(COMPARISON_SHARE)
      const work = () => (isComparison ? this.#readers.compare() : this.#readers.readDocument(documentId))
      stepper.start('reader', false, work)
    } else if (this.#clock.now >= this.#nextReconciling) {
      this.#nextReconciling += HOUR
      this.#world.startReconciler()
    } else this.#world.startFunction()
  }

  async #upload({ key, body }: Upload): Promise<void> {
    await this.#engines.s3.send(new PutObjectCommand({ Bucket: this.#world.bucketName, Key: key, Body: body }))
    this.#documentIds.push(documentIdOf(body))
  }

  /** The newer parser, and a message for each document that the older has read. */
  async #deploy(): Promise<void> {
    this.#world.version = 2
    await this.#reprocess()
  }

  async #reprocess(): Promise<void> {
    const queue = new MessageQueue<ReprocessRequest>(this.#engines.sqs, this.#world.queues.reprocess.url)
    for (const row of await this.#all())
      if (!isSettled(row, this.#world.version)) await queue.send({ reprocess: row.documentId })
  }

  /** What an operator does: redrives the dead letters, and has read anew what is still as the older parser left it. */
  async #recover(): Promise<void> {
    for (const queue of Object.values(this.#world.queues)) {
      const { redrive } = queue.settings
      const letters = new DeadLetterQueue(this.#engines.sqs, redrive!.deadLetters.url, queue.url)
      this.#redriven += await letters.redrive(await letters.count())
    }
    await this.#reprocess()
  }

  async #isDone(): Promise<boolean> {
    const { queues, deadLetters, stepper } = this.#world
    const left = [...Object.values(queues), ...deadLetters].reduce((sum, { size }) => sum + size, 0)
    if (left > 0 || stepper.running.size > 0) return false
    return (await this.#all()).every((row) => isSettled(row, 2))
  }

  async #all(): Promise<DocumentVersion[]> {
    const rows: DocumentVersion[] = []
    for await (const page of this.#versions.all()) rows.push(...page)
    return rows
  }
}
