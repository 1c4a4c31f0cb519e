import type { Chance } from './chance.ts'

/** What can happen to a request. */
const REQUEST_FAULTS = ['crash before', 'crash after', 'throttled', 'time-out', 'restart'] as const
/** What can happen to a message. */
const MESSAGE_FAULTS = ['duplicated', 'delayed', 'lost event'] as const

export type RequestFault = (typeof REQUEST_FAULTS)[number]
export type MessageFault = (typeof MESSAGE_FAULTS)[number]
export type Fault = RequestFault | MessageFault

export const FAULTS: readonly Fault[] = [...REQUEST_FAULTS, ...MESSAGE_FAULTS]

/** A restart ends every function at once, and a lost event is against what EventBridge promises: both are rarer than the rest. */
const RARE: ReadonlySet<Fault> = new Set(['restart', 'lost event'])
const RARITY = 0.1

/** Decides which requests and messages meet a fault, up to a number of faults. */
export class FaultPlan {
  readonly injected: Record<Fault, number> = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<
    Fault,
    number
  >
  readonly #chance: Chance
  readonly #probability: number
  #left: number

  /**
   * @param faults at most so many
   * @param probability that a request or a message meets one, 0 to 1
   */
  constructor(chance: Chance, faults: number, probability: number) {
    this.#chance = chance
    this.#left = faults
    this.#probability = probability
  }

  forRequest(): RequestFault | null {
    return this.#pick(REQUEST_FAULTS)
  }

  /** @param isEvent comes from the bucket: the reconciler finds an object whose event is lost, and no queue loses a message */
  forMessage(isEvent: boolean): MessageFault | null {
    return this.#pick(isEvent ? MESSAGE_FAULTS : MESSAGE_FAULTS.filter((fault) => fault !== 'lost event'))
  }

  /** From now on nothing meets a fault. */
  end(): void {
    this.#left = 0
  }

  #pick<T extends Fault>(faults: readonly T[]): T | null {
    if (this.#left === 0 || !this.#chance.happens(this.#probability)) return null
    const fault = this.#chance.oneOf(faults)
    if (RARE.has(fault) && !this.#chance.happens(RARITY)) return null
    this.#left -= 1
    this.injected[fault] += 1
    return fault
  }
}
