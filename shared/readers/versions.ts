import { CATALOGUE_VERSION } from '../catalogue/version.ts'
import { PARSER_VERSION } from '../report/parser-version.ts'

/** Raised when a name or meaning in what readers get changes. Names that are added do not raise it; none is taken away. */
const SCHEMA_VERSION = 1

/** What made an answer: its names, the codes of its figures, and the parser that reads documents now. */
export const VERSIONS = {
  schemaVersion: SCHEMA_VERSION,
  catalogueVersion: CATALOGUE_VERSION,
  parserVersion: PARSER_VERSION,
} as const
