import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { RequestFault } from './fault-plan.ts'

/** Work whose requests are let through one by one, as a function that Lambda runs. */
export interface Invocation {
  readonly name: string
  /** False for readers and operators: their requests meet no faults. */
  readonly isFaulty: boolean
  /** Ends it as a killed process ends: nothing that it waits for comes. */
  die(): void
  waiting: number
}

interface PendingCall {
  readonly invocation: Invocation
  perform(): Promise<unknown>
  resolve(value: unknown): void
  reject(error: Error): void
}

/** As the SDK says it after its own attempts. */
class InjectedError extends Error {
  override readonly name: string

  constructor(name: string) {
    super('Injected by the simulation.')
    this.name = name
  }
}

/** Turns of the event loop in which nothing new happens before all work is taken to be waiting. */
const QUIET_TURNS = 3

/** Runs several invocations and holds each request of theirs until it is chosen, so that their order is decided, not raced. */
export class Stepper {
  readonly running = new Set<Invocation>()
  readonly #context = new AsyncLocalStorage<Invocation>()
  #pending: PendingCall[] = []
  #activity = 0
  performed = 0

  get pending(): number {
    return this.#pending.length
  }

  /** Starts work. It ends when the work ends or when it is killed. */
  start(name: string, isFaulty: boolean, work: () => Promise<void>): void {
    const killed = Promise.withResolvers<void>()
    const invocation: Invocation = { name, isFaulty, waiting: 0, die: killed.resolve }
    this.running.add(invocation)
    const end = () => {
      this.running.delete(invocation)
      this.#pending = this.#pending.filter((call) => call.invocation !== invocation)
      this.#activity += 1
    }
    Promise.race([this.#context.run(invocation, work), killed.promise]).then(end, (error) => {
      end()
      // Lambda notes a function that throws and goes on; nobody else may throw here.
      if (!isFaulty) throw error
    })
  }

  /** Holds a request of an invocation until `step` chooses it. What belongs to no invocation goes through. */
  hold(perform: () => Promise<unknown>): Promise<unknown> {
    const invocation = this.#context.getStore()
    if (invocation === undefined) return perform()
    // Of a killed one: it neither goes out nor is answered.
    if (!this.running.has(invocation)) return new Promise(() => {})
    return new Promise((resolve, reject) => {
      this.#activity += 1
      invocation.waiting += 1
      this.#pending.push({ invocation, perform, resolve, reject })
    })
  }

  /** Waits until every invocation waits for a request. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; ) {
      const before = this.#activity
      await turn()
      const isWaiting = [...this.running].every(({ waiting }) => waiting > 0)
      quiet = before === this.#activity && isWaiting ? quiet + 1 : 0
      // It computes, or waits for a thread of its own.
      if (!isWaiting) await sleep(1)
    }
  }

  /** Lets one request through, with the fault that `decide` chooses for it. */
  async step(choose: (count: number) => number, decide: () => RequestFault | null): Promise<void> {
    const [call] = this.#pending.splice(choose(this.#pending.length), 1)
    const { invocation } = call!
    this.performed += 1
    const fault = invocation.isFaulty ? decide() : null
    if (fault === 'restart') for (const one of [...this.running]) if (one.isFaulty) await this.#kill(one)
    if (fault === 'restart') return
    if (fault === 'crash before') return this.#kill(invocation)
    if (fault === 'throttled') this.#answer(call!, new InjectedError('ThrottlingException'))
    else {
      const [outcome] = await Promise.allSettled([call!.perform()])
      if (fault === 'crash after') return this.#kill(invocation)
      if (fault === 'time-out') this.#answer(call!, new InjectedError('TimeoutError'))
      else if (outcome.status === 'rejected') this.#answer(call!, outcome.reason)
      else this.#answer(call!, null, outcome.value)
    }
  }

  #answer({ invocation, resolve, reject }: PendingCall, error: Error | null, value?: unknown): void {
    this.#activity += 1
    invocation.waiting -= 1
    if (error === null) resolve(value)
    else reject(error)
  }

  async #kill(invocation: Invocation): Promise<void> {
    invocation.die()
    while (this.running.has(invocation)) await turn()
  }
}
