import type { CanonicalDocument } from '../formats/canonical.ts'
import { identify } from '../identity/identify.ts'
import { publisherIdOf } from '../identity/publisher-id.ts'
import type { ReportFacts } from '../report/report.ts'
import { bodyOf } from '../structure/body.ts'
import { bodyHashOf } from '../structure/body-hash.ts'
import { completenessOf, isByApril1, NO_PARTS } from '../structure/completeness.ts'
import { readOpening } from '../structure/opening.ts'
import { readOutline } from '../structure/outline.ts'
import { withoutTables } from '../tables/without-tables.ts'
import { fold } from '../text/fold.ts'
import { withoutPinyin } from '../text/lines.ts'

/**
 * Who reports on which year, published when, and in which parts: the facts in the text and on its page.
 * @example readFacts(await readDocument(bytes)).issuer // '甲县人民政府'
 */
export function readFacts({ text, facts, tables, warnings }: CanonicalDocument): ReportFacts {
  const folded = fold(text)
  const opening = readOpening(folded)
  const span = bodyOf(folded, opening.bodyStart)
  const body = withoutPinyin(folded.slice(span.start, span.end))
  const identity = identify({ text, folded, facts, opening, body })
  if (identity.kind === 'other')
    return { ...identity, publisherId: null, sections: [], bodyHash: null, completeness: NO_PARTS, warnings }
  const sections = readOutline(withoutTables(folded, tables), text, span, identity.year)
  const inTime = isByApril1(identity.publishedOn, identity.year)
  return {
    ...identity,
    publisherId: publisherIdOf({ ...identity, regionCode: identity.region.code }),
    sections,
    bodyHash: bodyHashOf(text, sections),
    completeness: completenessOf(folded, sections, inTime),
    warnings,
  }
}
