import type { PublisherRow } from '../../crawl/ledger/rows.ts'
import type { Place } from '../../readers/place-search.ts'
import { getItems, useAsked } from '../api.ts'
import { usePage } from '../context.ts'
import { heatRows, isPublished, stepOf } from '../coverage.ts'
import { Answered } from '../parts/feedback.tsx'
import { Name } from '../parts/names.tsx'
import { Scrolling } from '../parts/scrolling.tsx'
import { STATE_WORDS } from '../vocabulary.ts'
import { lastYear } from '../years.ts'

/** Years side by side on the narrowest screen. */
const YEARS = 5
/** A province has up to 200 units, which come before its townships. */
const MOST_PLACES = 500

/** Names of the places in one, by code; the largest places come first. */
async function namesIn(region: string): Promise<ReadonlyMap<string, string>> {
  const parent = region.padEnd(6, '0')
  const { items } = await getItems<Place>('/places', { parent }, MOST_PLACES)
  return new Map(items.filter(({ rank }) => rank !== 'township').map(({ code, name }) => [code, name]))
}

/** Who has published: provinces by year, then publishers of a province by year. */
export function CoverageView() {
  const { state, words } = usePage()
  const { region } = state
  const to = Number(state.to ?? lastYear())
  const years = Array.from({ length: YEARS }, (_, at) => to - YEARS + 1 + at)
  const ledger = useAsked(`coverage ${region} ${to}`, async () => {
    const [names, ...each] = await Promise.all([
      region === undefined ? new Map<string, string>() : namesIn(region),
      ...years.map((year) => getItems<PublisherRow>('/coverage', { year, region })),
    ])
    return { names, rows: each.flatMap(({ items }) => items) }
  })
  return (
    <>
      <h1 tabIndex={-1}>{words.coverage}</h1>
      <YearsAround to={to} />
      <Answered asked={ledger}>
        {(read) => {
          if (read.rows.length === 0) return <p>{words.emptyLedger}</p>
          return region === undefined ? <Provinces {...read} years={years} /> : <Publishers {...read} years={years} />
        }}
      </Answered>
    </>
  )
}

function YearsAround({ to }: { readonly to: number }) {
  const { words, change, state } = usePage()
  return (
    <p class="links">
      {state.region !== undefined && <a href={change({ region: undefined })}>{words.nation}</a>}
      <a href={change({ to: String(to - 1) })}>← {to - YEARS}</a>
      <a href={change({ to: String(to + 1) })}>{to + 1} →</a>
    </p>
  )
}

interface Props {
  readonly names: ReadonlyMap<string, string>
  readonly rows: readonly PublisherRow[]
  readonly years: readonly number[]
}

const provinceOf = ({ regionCode }: PublisherRow) => regionCode?.slice(0, 2) ?? null

function Provinces({ rows, years }: Omit<Props, 'names'>) {
  const { words, change, settings } = usePage()
  const nameOf = (key: string) => settings.provinces.find(({ code }) => code.startsWith(key))?.name ?? key
  const heat = heatRows(rows, provinceOf)
  return (
    <Heat caption={words.coverageIntro} years={years} first={words.province}>
      {heat.map(({ key, cells }) => (
        <tr>
          <th scope="row">
            <a href={change({ region: key })}>
              <Name zh={nameOf(key)} />
            </a>
          </th>
          {years.map((year) => {
            const cell = cells.get(year)
            if (cell === undefined) return <td class="heat">—</td>
            return (
              <td class={`heat step-${stepOf(cell)}`}>
                {cell.published}/{cell.known}
              </td>
            )
          })}
        </tr>
      ))}
    </Heat>
  )
}

function Publishers({ rows, years, names }: Props) {
  const { words, say, link } = usePage()
  const nameOf = (own: readonly PublisherRow[]) =>
    own.find(({ issuer }) => issuer !== null)?.issuer ?? names.get(own[0]!.publisherId) ?? own[0]!.publisherId
  const byPublisher = [...Map.groupBy(rows, ({ publisherId }) => publisherId)]
  return (
    <Heat caption={words.coverageIntro} years={years} first={words.place}>
      {byPublisher.map(([publisherId, own]) => (
        <tr>
          <th scope="row">
            <a href={link({ view: 'publisher', id: publisherId })}>
              <Name zh={nameOf(own)} />
            </a>
          </th>
          {years.map((year) => {
            const row = own.find((one) => one.year === year)
            if (row === undefined) return <td class="heat">—</td>
            const word = say(STATE_WORDS[row.state])
            return (
              <td class={isPublished(row) ? 'heat step-4' : 'heat step-0'}>
                {row.documentId === null ? word : <a href={link({ view: 'report', id: row.documentId })}>{word}</a>}
                {row.reason !== null && <small>{row.reason}</small>}
              </td>
            )
          })}
        </tr>
      ))}
    </Heat>
  )
}

interface HeatProps {
  readonly caption: string
  readonly first: string
  readonly years: readonly number[]
  readonly children: preact.ComponentChildren
}

function Heat({ caption, first, years, children }: HeatProps) {
  return (
    <Scrolling label={caption}>
      <table class="heat-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {years.map((year) => (
              <th scope="col">{year}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scrolling>
  )
}
