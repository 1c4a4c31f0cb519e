import type { PublisherRow } from '../../crawl/ledger/rows.ts'
import type { CoverageCounts, CoveragePage } from '../../readers/coverage.ts'
import { apiPath, getItems, getJson, useAsked } from '../api.ts'
import { usePage } from '../context.ts'
import { cellOf, heatRows, stepOf, toneOf } from '../coverage.ts'
import { Answered } from '../parts/feedback.tsx'
import { HeatTable } from '../parts/heat-table.tsx'
import { Name } from '../parts/names.tsx'
import { useTitle } from '../use-title.ts'
import { STATE_WORDS } from '../vocabulary.ts'
import { lastYear } from '../years.ts'

/** Years side by side on the narrowest screen. */
const YEARS = 5
/** Regions of fewer digits hold others; in longer ones are the publishers themselves. */
const PREFECTURE_DIGITS = 4

/** Who has published: provinces by year, what is in one, then every publisher of a place by year. */
export function CoverageView() {
  const { state, words } = usePage()
  const { region = '' } = state
  const to = Number(state.to ?? lastYear())
  const years = Array.from({ length: YEARS }, (_, at) => to - YEARS + 1 + at)
  useTitle(words.coverage)
  return (
    <>
      <h1 tabIndex={-1}>{words.coverage}</h1>
      <Around to={to} region={region} />
      {region.length < PREFECTURE_DIGITS ? (
        <Places region={region} years={years} />
      ) : (
        <Publishers region={region} years={years} />
      )}
    </>
  )
}

/** The regions around this one, and the years before and after. */
function Around({ to, region }: { readonly to: number; readonly region: string }) {
  const { words, change } = usePage()
  const around = region.slice(0, -2)
  return (
    <p class="links">
      {region !== '' && (
        <a href={change({ region: around === '' ? undefined : around })}>
          ↑ {around === '' ? words.nation : words.around}
        </a>
      )}
      <a href={change({ to: String(to - 1) })}>← {to - YEARS}</a>
      <a href={change({ to: String(to + 1) })}>{to + 1} →</a>
    </p>
  )
}

interface Props {
  readonly region: string
  readonly years: readonly number[]
}

function Places({ region, years }: Props) {
  const { words, change } = usePage()
  const asked = useAsked(`places ${region} ${years.join(' ')}`, () => {
    const query = region === '' ? { limit: 1 } : { region, limit: 1 }
    return Promise.all(
      years.map(async (year) => {
        const { counts } = await getJson<CoveragePage>(apiPath('/coverage', { ...query, year }))
        return [year, counts!] as const satisfies readonly [number, CoverageCounts]
      }),
    )
  })
  return (
    <Answered asked={asked}>
      {(counts) => {
        const rows = heatRows(counts)
        if (rows.length === 0) return <p>{words.emptyLedger}</p>
        return (
          <HeatTable caption={words.coverageIntro} first={words.place} years={years}>
            {rows.map(({ code, name, cells }) => (
              <tr>
                <th scope="row">
                  <a href={change({ region: code.replace(/(?:00){1,2}$/, '') })}>
                    <Name zh={name} />
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
            <Totals counts={counts} />
          </HeatTable>
        )
      }}
    </Answered>
  )
}

function Totals({ counts }: { readonly counts: readonly (readonly [number, CoverageCounts])[] }) {
  const { words } = usePage()
  return (
    <tr class="total">
      <th scope="row">{words.total}</th>
      {counts.map(([, { states }]) => {
        const { published, known } = cellOf(states)
        return <td>{known === 0 ? '—' : `${published}/${known}`}</td>
      })}
    </tr>
  )
}

function Publishers({ region, years }: Props) {
  const { words } = usePage()
  const asked = useAsked(`ledger ${region} ${years.join(' ')}`, async () => {
    const [first, ...each] = await Promise.all([
      getJson<CoveragePage>(
        apiPath('/coverage', { region: region.slice(0, PREFECTURE_DIGITS), year: years.at(-1)!, limit: 1 }),
      ),
      ...years.map((year) => getItems<PublisherRow>('/coverage', { year, region })),
    ])
    const names = new Map(first.counts!.places.map(({ code, name }) => [code, name]))
    return { names, rows: each.flatMap(({ items }) => items) }
  })
  return (
    <Answered asked={asked}>
      {({ names, rows }) =>
        rows.length === 0 ? (
          <p>{words.emptyLedger}</p>
        ) : (
          <HeatTable caption={words.ledgerIntro} first={words.publisher} years={years}>
            {[...Map.groupBy(rows, ({ publisherId }) => publisherId)].map(([publisherId, own]) => (
              <PublisherLine publisherId={publisherId} own={own} names={names} years={years} />
            ))}
          </HeatTable>
        )
      }
    </Answered>
  )
}

interface LineProps {
  readonly publisherId: string
  readonly own: readonly PublisherRow[]
  readonly names: ReadonlyMap<string, string>
  readonly years: readonly number[]
}

function PublisherLine({ publisherId, own, names, years }: LineProps) {
  const { say, link } = usePage()
  const name = own.find(({ issuer }) => issuer !== null)?.issuer ?? names.get(publisherId) ?? publisherId
  return (
    <tr>
      <th scope="row">
        <a href={link({ view: 'publisher', id: publisherId })}>
          <Name zh={name} />
        </a>
      </th>
      {years.map((year) => {
        const row = own.find((one) => one.year === year)
        if (row === undefined) return <td class="heat">—</td>
        const word = say(STATE_WORDS[row.state])
        return (
          <td class={`heat is-${toneOf(row.state)}`}>
            {row.documentId === null ? word : <a href={link({ view: 'report', id: row.documentId })}>{word}</a>}
            {row.reason !== null && <small lang="en">{row.reason}</small>}
          </td>
        )
      })}
    </tr>
  )
}
