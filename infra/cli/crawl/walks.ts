import type { Portal, PortalEvent } from '../../../shared/crawl/portal.ts'
import { inParallel } from '../../../shared/store/in-parallel.ts'
import type { Engine } from '../../local/engine.ts'

/** Name of the function that walks a portal, in the engine. */
export const CRAWL_PORTAL = 'crawl-portal'
/** Hosts that are walked and visited at the same time. They mostly wait, so that a slow one holds nobody else up. */
const HOSTS_AT_ONCE = 500

/** The functions that wait for hosts, for the engine. */
export const SIDE_BY_SIDE = { [CRAWL_PORTAL]: HOSTS_AT_ONCE, 'fetch-page': HOSTS_AT_ONCE }

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
  await inParallel(HOSTS_AT_ONCE, portals, async (portal) => {
    try {
      await engine.functions.get(CRAWL_PORTAL)!.invoke(eventOf(portal, contact))
    } catch (error) {
      failures.push({ portal, error: error as Error })
    } finally {
      walking.delete(portal.id)
    }
  })
  return failures
}
