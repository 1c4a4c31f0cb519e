import type { SeriesPoint } from '../../readers/series.ts'
import { usePage } from '../context.ts'
import { numberOf, statedValue } from '../numbers.ts'
import { FLAG_WORDS, STATUS_WORDS } from '../vocabulary.ts'
import { Name } from './names.tsx'
import { useFigureLink, useReason } from './observation.tsx'
import { Scrolling } from './scrolling.tsx'

/** The observations as a table: what a chart shows, to be read exactly. */
export function ObservationTable({ points }: { readonly points: readonly SeriesPoint[] }) {
  const { words } = usePage()
  return (
    <Scrolling label={words.table}>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.year}</th>
            <th scope="col" class="number">
              {words.value}
            </th>
            <th scope="col">{words.status}</th>
            <th scope="col" class="number">
              {words.before}
            </th>
            <th scope="col">{words.flags}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <Row point={point} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function Row({ point }: { readonly point: SeriesPoint }) {
  const { say, language, link } = usePage()
  const reason = useReason()
  const to = useFigureLink()
  const { publisherId, issuer, year, candidates, parts, others, status, valueBefore, flags } = point
  const shown = candidates.length > 0 ? candidates : []
  const leads = shown.length > 0 ? shown : [...parts, ...others]
  return (
    <tr>
      <th scope="row">
        <a href={link({ view: 'publisher', id: publisherId })}>
          <Name zh={issuer ?? publisherId} />
        </a>
      </th>
      <td>{year}</td>
      <td class="number">
        {leads.length === 0 ? (
          '—'
        ) : (
          <ul class="values">
            {leads.map((figure) => (
              <li>
                <a class={shown.length > 0 ? '' : 'part'} href={to(figure)}>
                  {statedValue(figure, language)}
                </a>
                {figure.scope !== null && <small lang="zh-Hans">{figure.scope}</small>}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>{status === 'no_report' ? reason(point) : say(STATUS_WORDS[status])}</td>
      <td class="number">{valueBefore === null ? '' : numberOf(valueBefore, language)}</td>
      <td>{flags.map((flag) => say(FLAG_WORDS[flag])).join(', ')}</td>
    </tr>
  )
}
