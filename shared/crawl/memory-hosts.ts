import { setTimeout as sleep } from 'node:timers/promises'
import { HostBusyError, type Hosts, type KeptRobots, type Turn } from './hosts.ts'

/** The turns at hosts of a crawl that is one process and keeps nothing. */
export class MemoryHosts implements Hosts {
  /** For each host, when the turn after the last one that was taken may begin. */
  readonly #ends = new Map<string, Promise<number>>()
  readonly #robots = new Map<string, KeptRobots>()

  async takeTurn(host: string, patienceMs: number): Promise<Turn> {
    const before = this.#ends.get(host)
    const { promise, resolve } = Promise.withResolvers<number>()
    this.#ends.set(host, promise)
    const until = (await before) ?? 0
    const waitMs = () => until - Date.now()
    if (waitMs() > patienceMs) {
      resolve(until)
      throw new HostBusyError(host, until)
    }
    // Not once: a timer that is set late in a turn of the event loop counts from the beginning of the turn, and comes too soon.
    while (waitMs() > 0) await sleep(waitMs())
    return { end: async (notBefore) => resolve(notBefore) }
  }

  async keptRobots(host: string): Promise<KeptRobots | null> {
    return this.#robots.get(host) ?? null
  }

  async keepRobots(host: string, robots: KeptRobots): Promise<void> {
    this.#robots.set(host, robots)
  }
}
