import type { RobotsVerdict } from './robots/robots.ts'

/** A turn at a host. Its holder ends it and says when the next one may begin. */
export interface Turn {
  /** @param notBefore milliseconds since the epoch */
  end(notBefore: number): Promise<void>
}

export interface KeptRobots {
  readonly verdict: RobotsVerdict
  /** Milliseconds since the epoch. */
  readonly readAt: number
}

/**
 * What all functions of a crawl share about a host (`name` or `name:port`): whose turn it is, when the next turn may begin,
 * and its robots.txt.
 */
export interface Hosts {
  /**
   * Waits for the host to be free.
   * @throws {HostBusyError} if its next turn would begin later than in `patienceMs`
   */
  takeTurn(host: string, patienceMs: number): Promise<Turn>
  keptRobots(host: string): Promise<KeptRobots | null>
  keepRobots(host: string, robots: KeptRobots): Promise<void>
}

/** The host accepts no request before `until`. */
export class HostBusyError extends Error {
  override readonly name = 'HostBusyError'
  readonly host: string
  /** Milliseconds since the epoch. */
  readonly until: number

  constructor(host: string, until: number) {
    super(`${host} accepts no request before ${new Date(until).toISOString()}.`)
    this.host = host
    this.until = until
  }
}
