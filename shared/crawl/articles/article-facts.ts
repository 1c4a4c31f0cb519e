import { readFacts } from '../../parse/read-facts.ts'
import type { Level, ReportFacts } from '../../report/report.ts'
import { yearIn } from '../../text/dates.ts'
import type { Article } from './read-article.ts'

/** What is known about a report, from the document itself and from the page that links to it. */
export interface ArticleFacts {
  /** Why the document is not a report. Null if it is one, or if it cannot be read and its page calls it one. */
  readonly notAReport: string | null
  readonly issuer: string | null
  readonly level: Level | null
  readonly regionCode: string | null
  readonly year: number | null
  readonly publishedOn: string | null
}

/** @param listed the title that the list gave */
export function factsOf({ canonical, cover }: Article, listed: string): ArticleFacts {
  const own = canonical === null ? null : readFacts(canonical)
  const around = cover === null ? null : readFacts(cover)
  const first = <Key extends keyof ReportFacts>(key: Key) => own?.[key] ?? around?.[key] ?? null
  const title = first('title') ?? listed
  return {
    notAReport: own?.kind === 'other' ? (own.reason ?? 'the page is not an annual report') : null,
    issuer: first('issuer'),
    level: first('level'),
    regionCode: own?.region.code ?? around?.region.code ?? null,
    year: first('year') ?? yearIn(title),
    publishedOn: first('publishedOn'),
  }
}
