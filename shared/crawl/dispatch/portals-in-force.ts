import { type PortalsFile, PortalsFileError, readPortals } from '../portals.ts'
import type { PortalsFiles, StoredPortals } from '../ports.ts'

export type InForce =
  /** The one that was deployed last. */
  | { readonly file: PortalsFile; readonly stored: StoredPortals; readonly problem: null }
  /** The last good one, if there was one, and why it is not the one that was deployed last. */
  | { readonly file: PortalsFile | null; readonly problem: PortalsFileError }
  /** There never was one. */
  | { readonly file: null; readonly problem: null }

/** The portals file that is followed: the one that was deployed last, or, if that cannot be read or is gone, the last good one. */
export async function portalsInForce(files: Pick<PortalsFiles, 'deployed' | 'lastGood'>): Promise<InForce> {
  try {
    const stored = await files.deployed()
    if (stored !== null) return { file: readPortals(stored.text), stored, problem: null }
    const good = await files.lastGood()
    if (good === null) return { file: null, problem: null }
    const gone = new PortalsFileError(
      'The portals file was deleted. To walk no portal, deploy it with each entry paused.',
    )
    return { file: readableIn(good), problem: gone }
  } catch (error) {
    if (!(error instanceof PortalsFileError)) throw error
    return { file: readableIn(await files.lastGood()), problem: error }
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
