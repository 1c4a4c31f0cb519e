import type { CatalogueEntry } from '../../readers/catalogue-search.ts'
import type { SeriesPoint } from '../../readers/series.ts'
import { apiPath, getItems, type Query, useAsked } from '../api.ts'
import { arranged } from '../arrangement.ts'
import { chartsOf } from '../bars.ts'
import { codeName } from '../code-name.ts'
import { usePage } from '../context.ts'
import { facetOf } from '../facets.ts'
import { Chart } from '../parts/chart.tsx'
import { Citing } from '../parts/citing.tsx'
import { CodeList } from '../parts/code-list.tsx'
import { CompareForm } from '../parts/compare-form.tsx'
import { Answered } from '../parts/feedback.tsx'
import { FigureOfDocument } from '../parts/figure-of-document.tsx'
import { useReason } from '../parts/observation.tsx'
import { ObservationTable } from '../parts/observation-table.tsx'
import type { PageState } from '../url.ts'
import { type CountedEntry, useCatalogue } from '../use-catalogue.ts'
import { useTitle } from '../use-title.ts'
import { TOPIC_WORDS } from '../vocabulary.ts'
import { lastYear } from '../years.ts'

/** More bars than these are no picture any more; the CSV has all. */
const MOST_OBSERVATIONS = 500
/** Years that a comparison begins with. */
const YEARS = 3

/** One code over places or years. */
export function CompareView() {
  const { state, words } = usePage()
  const catalogue = useCatalogue()
  return (
    <Answered asked={catalogue}>
      {(entries) => {
        const entry = entries.find(({ code }) => code === state.code)
        return entry === undefined && state.code === undefined ? (
          <>
            <h1 tabIndex={-1}>{words.chooseCode}</h1>
            <AllCodes entries={entries} />
          </>
        ) : (
          <Comparison entry={entry ?? null} />
        )
      }}
    </Answered>
  )
}

function AllCodes({ entries }: { readonly entries: readonly CountedEntry[] }) {
  const { say, words } = usePage()
  useTitle(words.chooseCode)
  return (
    <>
      {[...Map.groupBy(entries, ({ topic }) => topic)].map(([topic, own]) => (
        <details class="topic">
          <summary>
            {say(TOPIC_WORDS[topic])} <span class="number">{own.length}</span>
          </summary>
          <CodeList entries={own} />
        </details>
      ))}
    </>
  )
}

/** What the API is asked for. */
function queryOf({ code, publisher, region, level, from, to }: PageState) {
  const last = to ?? from ?? String(lastYear())
  const first = from ?? String(Number(last) - YEARS + 1)
  const places = publisher.length > 0 ? { publisher } : { region }
  return { code, ...places, level, from: first, to: last } satisfies Query
}

/** Whoever follows the address sees the same. The day says as of when. */
function citationOf({ code, zh }: CatalogueEntry, { from, to }: ReturnType<typeof queryOf>, address: string): string {
  const today = new Date().toISOString().slice(0, 10)
  return `Fazhi. ${zh} (${code}), ${from === to ? from : `${from}–${to}`}. ${today}. ${address}`
}

function Comparison({ entry }: { readonly entry: CatalogueEntry | null }) {
  const { state, words, say, change, language } = usePage()
  const query = queryOf(state)
  useTitle(entry === null ? (state.code ?? null) : codeName(entry, language))
  const path = apiPath('/observations', query)
  const asked = useAsked(path, () => getItems<SeriesPoint>('/observations', query, MOST_OBSERVATIONS))
  return (
    <>
      <header class="head">
        <h1 tabIndex={-1}>{entry === null ? state.code : codeName(entry, language)}</h1>
        {entry !== null && (
          <p class="facts">
            <code>{entry.code}</code> <span>{say(entry.definition)}</span>
            <a href={change({ code: undefined, figure: undefined })}>{words.chooseOther}</a>
          </p>
        )}
      </header>
      <CompareForm from={query.from} to={query.to} />
      <Answered asked={asked}>
        {({ items, isWhole }) => (
          <>
            {!isWhole && <p class="problem">{words.cut(items.length)}</p>}
            {items.length === 0 ? <p>{words.noObservations}</p> : <Observations points={items} entry={entry!} />}
          </>
        )}
      </Answered>
      <p class="links">
        <a href={apiPath('/observations.csv', { ...query, limit: 1000 })} download>
          {words.csv}
        </a>
      </p>
      {entry !== null && <Citing ways={[[words.comparison, citationOf(entry, query, location.href)]]} />}
    </>
  )
}

function Observations({ points, entry }: { readonly points: readonly SeriesPoint[]; readonly entry: CatalogueEntry }) {
  const { state, words } = usePage()
  const { drawn, withoutFigure } = arranged(points)
  return (
    <div class={state.figure === undefined ? 'compared' : 'compared split'}>
      <div class="figures">
        <section aria-label={words.chart}>
          {chartsOf(drawn).map((chart, at) => (
            <Chart chart={chart} isOther={at > 0} />
          ))}
          <WithoutFigure points={withoutFigure} />
        </section>
        <section aria-label={words.table}>
          <ObservationTable points={drawn} />
        </section>
      </div>
      {state.figure !== undefined && (
        <aside class="side open">
          <FigureOfDocument id={state.figure} entry={entry} />
        </aside>
      )}
    </div>
  )
}

/** Places without any figure, counted by their reason. */
function WithoutFigure({ points }: { readonly points: readonly SeriesPoint[] }) {
  const { words } = usePage()
  const reason = useReason()
  if (points.length === 0) return null
  return (
    <details>
      <summary>{words.withoutFigure(new Set(points.map(({ publisherId }) => publisherId)).size)}</summary>
      <table class="rows">
        <tbody>
          {facetOf(points, (point) => `${point.year} ${reason(point)}`).map(([why, count]) => (
            <tr>
              <th scope="row">{why}</th>
              <td class="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
