import type { Reporter } from '../../shared/indicators/meaning/reporter.ts'

/** The reporter of a phrase that stands alone: no name limits or explains anything. */
export const NOBODY: Reporter = { names: [], issuer: null, year: null }
