import type { ListedDocument } from '../../readers/documents.ts'
import type { Level } from '../../report/report.ts'
import { getItems, useAsked } from '../api.ts'
import { usePage } from '../context.ts'
import { facetOf } from '../facets.ts'
import { DocumentList, MOST_DOCUMENTS } from '../parts/document-list.tsx'
import { Facet } from '../parts/facet.tsx'
import { Answered } from '../parts/feedback.tsx'
import { Name } from '../parts/names.tsx'
import { Standing } from '../parts/standing.tsx'
import { useTitle } from '../use-title.ts'
import { LEVEL_WORDS } from '../vocabulary.ts'
import { yearsToChoose } from '../years.ts'

/** Documents of a year, or the latest ones of all years. */
export function DocumentsView() {
  const { state, words } = usePage()
  useTitle(words.documents)
  const { year, region } = state
  const key = `documents ${year} ${region}`
  const asked = useAsked(key, () =>
    getItems<ListedDocument>('/documents', { ...(year ? { year } : { status: 'COMPLETE' }), region }, MOST_DOCUMENTS),
  )
  return (
    <>
      <h1 tabIndex={-1}>{words.documents}</h1>
      <Years />
      <Answered asked={asked}>{({ items, isWhole }) => <Documents items={items} isWhole={isWhole} />}</Answered>
    </>
  )
}

function Years() {
  const { state, words, change } = usePage()
  return (
    <nav class="years" aria-label={words.year}>
      <a href={change({ year: undefined })} aria-current={state.year === undefined ? 'true' : undefined}>
        {words.all}
      </a>
      {yearsToChoose().map((year) => (
        <a href={change({ year })} aria-current={state.year === year ? 'true' : undefined}>
          {year}
        </a>
      ))}
    </nav>
  )
}

type Test = (document: ListedDocument) => boolean

function Documents({ items, isWhole }: { readonly items: readonly ListedDocument[]; readonly isWhole: boolean }) {
  const { state, words, say } = usePage()
  const { region, level, current } = state
  const read = items.filter(({ kind }) => kind === 'rule_of_law_annual_report')
  const tests: Readonly<Record<string, Test>> = {
    region: (document) => region === undefined || document.region?.code?.startsWith(region) === true,
    level: (document) => level === undefined || document.level === level,
    current: (document) => current === undefined || String(document.current) === current,
  }
  /** Of a facet: what all others leave. */
  const without = (name: string) =>
    read.filter((document) => Object.entries(tests).every(([other, test]) => other === name || test(document)))
  const shown = read.filter((document) => Object.values(tests).every((test) => test(document)))
  const provinces = new Map(read.map(({ region }) => [region?.code?.slice(0, 2) ?? '', region?.province ?? '']))
  return (
    <div class="list">
      <div class="facets">
        <Facet
          label={words.province}
          name="region"
          values={facetOf(without('region'), ({ region }) => region?.code?.slice(0, 2))}
          show={(code) => <Name zh={provinces.get(code) ?? code} />}
        />
        <Facet
          label={words.level}
          name="level"
          values={facetOf(without('level'), ({ level }) => level)}
          show={(one) => say(LEVEL_WORDS[one as Level])}
        />
        <Facet
          label={words.whichStand}
          name="current"
          values={facetOf(without('current'), ({ current }) => String(current))}
          show={(value) => (value === 'true' ? words.current : words.otherDocument)}
        />
      </div>
      <DocumentList
        documents={shown}
        isWhole={isWhole}
        about={(document) => (
          <>
            {document.issuer !== null && <Name zh={document.issuer} />} <span>{document.year}</span>{' '}
            <span>
              {document.indicatorCount} {words.figures}
            </span>{' '}
            {document.publishedOn && (
              <span>
                {words.published} <time>{document.publishedOn}</time>
              </span>
            )}{' '}
            <Standing {...document} />
          </>
        )}
      />
    </div>
  )
}
