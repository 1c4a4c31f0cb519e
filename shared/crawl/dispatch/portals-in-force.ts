import { type PortalsFile, PortalsFileError, readPortals } from '../portals.ts'
import type { PortalsFiles, StoredPortals } from '../ports.ts'

export interface InForce {
  /** Null if there never was a good one. */
  readonly file: PortalsFile | null
  /** What it was read from. */
  readonly stored: StoredPortals | null
  /** Why it is not the one that was deployed last; null if it is. */
  readonly problem: PortalsFileError | null
}

/** The portals file that is followed: the one that was deployed last, or, if that cannot be read or is gone, the last good one. */
export async function portalsInForce(files: Pick<PortalsFiles, 'deployed' | 'lastGood'>): Promise<InForce> {
  try {
    const stored = await files.deployed()
    if (stored !== null) return { file: readPortals(stored.text), stored, problem: null }
    const good = await files.lastGood()
    if (good === null) return { file: null, stored: null, problem: null }
    const gone = new PortalsFileError(
      'The portals file was deleted. To walk no portal, deploy it with each entry paused.',
    )
    return { file: readableIn(good), stored: good, problem: gone }
  } catch (error) {
    if (!(error instanceof PortalsFileError)) throw error
    const good = await files.lastGood()
    return { file: readableIn(good), stored: good, problem: error }
  }
}

/** Null also if a newer version of Fazhi refuses what an older one took: then the problem of the deployed file is said. */
function readableIn(good: StoredPortals | null): PortalsFile | null {
  if (good === null) return null
  try {
    return readPortals(good.text)
  } catch (error) {
    if (error instanceof PortalsFileError) return null
    throw error
  }
}
