import type { Portal, PortalEvent } from '../../../shared/crawl/portals.ts'
import type { Engine } from '../../local/engine.ts'

/** Name of the function that walks a portal, in the engine. */
export const CRAWL_PORTAL = 'crawl-portal'
/** Portals walked at the same time. Each has its own worker, which mostly waits. */
const WALKS_AT_ONCE = 4

export interface FailedWalk {
  readonly portal: Portal
  readonly error: Error
}

export function eventOf(portal: Portal, contact: string): PortalEvent {
  return { contact, portal }
}

/**
 * Walks portals in the engine.
 * @param walking loses the ID of each portal whose walk has ended
 * @returns the walks that failed as a whole; a list that failed is in the ledger
 */
export async function walkAll(
  portals: readonly Portal[],
  contact: string,
  engine: Pick<Engine, 'functions'>,
  walking: Set<string>,
): Promise<FailedWalk[]> {
  const failures: FailedWalk[] = []
  const waiting = [...portals]
  const walk = async () => {
    for (let portal = waiting.shift(); portal !== undefined; portal = waiting.shift()) {
      try {
        await engine.functions.get(CRAWL_PORTAL)!.invoke(eventOf(portal, contact))
      } catch (error) {
        failures.push({ portal, error: error as Error })
      } finally {
        walking.delete(portal.id)
      }
    }
  }
  await Promise.all(Array.from({ length: WALKS_AT_ONCE }, walk))
  return failures
}
