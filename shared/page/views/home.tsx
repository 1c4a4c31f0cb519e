import type { Page } from '../../readers/page.ts'
import type { Place } from '../../readers/place-search.ts'
import { apiPath, getItems, getJson, useAsked } from '../api.ts'
import { usePage } from '../context.ts'
import { CodeList } from '../parts/code-list.tsx'
import { Answered } from '../parts/feedback.tsx'
import { Name } from '../parts/names.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import { Topics } from '../parts/topics.tsx'
import { UploadHint } from '../parts/upload.tsx'
import { type CountedEntry, useCatalogue } from '../use-catalogue.ts'
import { useTitle } from '../use-title.ts'

/** Results of each kind: who needs more of them says more. */
const MOST_RESULTS = 20
const EXAMPLES = ['攸县', '江西', '行政复议', 'litigation'] as const

export function HomeView() {
  const { state } = usePage()
  if (state.q !== undefined) return <Results q={state.q} />
  return <Start />
}

function Start() {
  const { words, link } = usePage()
  const catalogue = useCatalogue()
  useTitle(null)
  return (
    <div class="home">
      <h1 tabIndex={-1}>
        {words.tagline.map((sentence) => (
          <span>{sentence} </span>
        ))}
      </h1>
      <SearchForm isLarge />
      <p class="examples">
        {words.searchExamples}{' '}
        {EXAMPLES.map((q) => (
          <a href={link({ q })} lang={q < 'z' ? 'en' : 'zh-Hans'}>
            {q}
          </a>
        ))}
      </p>
      <UploadHint />
      <section>
        <h2>
          {words.codes} <a href={link({ view: 'compare' })}>{words.allCodes}</a>
        </h2>
        <Answered asked={catalogue}>{(entries) => <Topics entries={entries} />}</Answered>
      </section>
    </div>
  )
}

function Results({ q }: { readonly q: string }) {
  const { words, link } = usePage()
  useTitle(words.found(q))
  const places = useAsked(`places ${q}`, () => getJson<Page<Place>>(apiPath('/places', { q, limit: MOST_RESULTS })))
  const codes = useAsked(`codes ${q}`, () => getItems<CountedEntry>('/catalogue', { q }, MOST_RESULTS))
  return (
    <>
      <h1 tabIndex={-1}>{words.found(q)}</h1>
      <div class="columns">
        <section>
          <h2>{words.places}</h2>
          <Answered asked={places}>
            {({ items }) =>
              items.length === 0 ? (
                <p>{words.noPlaces}</p>
              ) : (
                <ul class="results">
                  {items.map((place) => (
                    <li>
                      <a href={link({ view: 'publisher', id: place.publisherId })}>
                        <Name zh={place.name} />
                      </a>
                      <small>
                        {place.code}
                        {place.parents.map(({ name }) => (
                          <>
                            {' '}
                            · <Name zh={name} />
                          </>
                        ))}
                        {place.formerCodes.length > 0 && ` · ${words.formerCodes} ${place.formerCodes.join(', ')}`}
                      </small>
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
        </section>
        <section>
          <h2>{words.codes}</h2>
          <Answered asked={codes}>
            {({ items }) =>
              items.length === 0 ? <p>{words.noCodes}</p> : <CodeList entries={items.slice(0, MOST_RESULTS)} />
            }
          </Answered>
        </section>
      </div>
    </>
  )
}
