import { mock } from 'node:test'

/** The time of the whole process. Only `Date` is simulated: timers go on as they are, so that requests can be sent. */
export class SimulatedClock {
  #now: number

  constructor(start: string) {
    this.#now = Date.parse(start)
    mock.timers.enable({ apis: ['Date'], now: this.#now })
  }

  get now(): number {
    return this.#now
  }

  advanceTo(time: number): void {
    this.#now = Math.max(this.#now, time)
    mock.timers.setTime(this.#now)
  }

  advance(milliseconds: number): void {
    this.advanceTo(this.#now + milliseconds)
  }

  stop(): void {
    mock.timers.reset()
  }
}
