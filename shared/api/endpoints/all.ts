import type { Endpoint } from '../endpoint.ts'
import { documentAudit, documentFacts, documentFile, documentIndicators, documents, documentText } from './documents.ts'
import { exports } from './exports.ts'
import { feed } from './feed.ts'
import { indicators, observations, series } from './figures.ts'
import { coverage, publisher } from './publishers.ts'
import { catalogue, places } from './vocabulary.ts'

/** Everything that may be asked. Paths that go on below a document come before paths that end with a name. */
export const ENDPOINTS: readonly Endpoint[] = [
  catalogue,
  places,
  observations,
  indicators,
  series,
  documents,
  documentFacts,
  documentIndicators,
  documentText,
  documentAudit,
  documentFile,
  publisher,
  coverage,
  exports,
  feed,
]
