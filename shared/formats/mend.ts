import type { PageFacts } from './canonical.ts'
import { clean } from './clean.ts'
import { type Mended, repairMojibake } from './mojibake.ts'

/** What every reader's text goes through before anything counts offsets in it: cleaning, then the repair of certain damage. */
export function mend(text: string): Mended {
  return repairMojibake(clean(text))
}

/** The same for what the page says, so that a title is found in the text that it stands in. */
export function mendFacts(facts: PageFacts): PageFacts {
  const words = (value: string | null) => (value === null ? null : mend(value).text)
  return {
    ...facts,
    title: words(facts.title),
    indexNumber: words(facts.indexNumber),
    source: words(facts.source),
    issuer: words(facts.issuer),
    siteName: words(facts.siteName),
    links: facts.links.map(({ href, text }) => ({ href, text: mend(text).text })),
  }
}
