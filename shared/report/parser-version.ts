/**
 * Raised with every change that can change a row. It orders the runs of one document: rows of a higher version replace
 * those of a lower one, never the other way round, and the same version on the same bytes gives the same rows. `tests/parse/row-digests.json`
 * has a digest of the rows that each version makes of the labelled reports.
 */
export const PARSER_VERSION = 8
