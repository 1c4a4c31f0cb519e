/**
 * Raised when a code is added, renamed or dropped, or when what it counts changes: figures of one code are comparable within a
 * version. `docs/catalogue.md` says what each version changed.
 */
export const CATALOGUE_VERSION = 2
