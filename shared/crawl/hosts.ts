import type { RobotsVerdict } from './robots/robots.ts'

/** A turn at a host, to be given back with the moment from which the next may begin. */
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
 * What all functions of a crawl share about a host (`name` or `name:port`): one request at a time, the moment of the
 * next, and its robots.txt.
 */
export interface Hosts {
  /**
   * Waits for the host to be free.
   * @throws {HostBusyError} where its next turn lies further off than `patienceMs`
   */
  takeTurn(host: string, patienceMs: number): Promise<Turn>
  keptRobots(host: string): Promise<KeptRobots | null>
  keepRobots(host: string, robots: KeptRobots): Promise<void>
}

/** The host wants no request before `until`; come back then. */
export class HostBusyError extends Error {
  override readonly name = 'HostBusyError'
  readonly host: string
  /** Milliseconds since the epoch. */
  readonly until: number

  constructor(host: string, until: number) {
    super(`${host} wants no request before ${new Date(until).toISOString()}.`)
    this.host = host
    this.until = until
  }
}
