/**
 * Raised with every change that can change a row. A document is read anew by a higher version only, and the same version on the
 * same bytes gives the same rows: `tests/parse/row-digests.json` has a digest of what each version makes of the labelled reports.
 */
export const PARSER_VERSION = 28
