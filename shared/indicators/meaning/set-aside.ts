import type { Span } from '../../text/span.ts'
import type { Hit } from './vocabulary.ts'

/** Words inside 《》 are the names of documents and those inside () asides: neither is what a figure counts. */
export function setAside(
  text: string,
  sentence: Span,
  figures: readonly Span[],
  hits: readonly Hit[],
): { plain: readonly Hit[]; titles: readonly Hit[] } {
  const titles = bracketed(text, sentence, '《', '》')
  const asides = bracketed(text, sentence, '(', ')').filter(
    (aside) => !figures.some(({ start }) => start > aside.start && start < aside.end),
  )
  if (titles.length === 0 && asides.length === 0) return { plain: hits, titles: [] }
  const inTitle = insideOf(titles)
  const inAside = insideOf(asides)
  const plain: Hit[] = []
  const named: Hit[] = []
  for (const hit of hits) {
    if (inTitle(hit)) named.push(hit)
    else if (!inAside(hit)) plain.push(hit)
  }
  return { plain, titles: named }
}

function bracketed(text: string, { start, end }: Span, opening: string, closing: string): Span[] {
  const sentence = text.slice(start, end)
  const found: Span[] = []
  for (let open = sentence.indexOf(opening); open >= 0; ) {
    const close = sentence.indexOf(closing, open)
    if (close < 0) break
    found.push({ start: start + open, end: start + close })
    open = sentence.indexOf(opening, close)
  }
  return found
}

/** Asked in the order of the hits' starts: both are walked once. */
function insideOf(spans: readonly Span[]): (hit: Span) => boolean {
  let next = 0
  return ({ start }) => {
    while (next < spans.length && spans[next]!.end <= start) next++
    return next < spans.length && spans[next]!.start <= start
  }
}
