import type { Chart as ChartData, ChartRow, Mark } from '../bars.ts'
import { usePage } from '../context.ts'
import { shortNumberOf } from '../numbers.ts'
import { UNIT_GROUP_WORDS } from '../vocabulary.ts'
import { Name } from './names.tsx'
import { useFigureLink, useSaid } from './observation.tsx'

interface Props {
  readonly chart: ChartData
  /** Of another group of units than the chart before it. */
  readonly isOther: boolean
}

/**
 * A line for each observation, by place. The drawing says nothing that the words in its line do not say, so that it is hidden from
 * who listens; its widths are percents, so that it fits any screen without being scaled.
 */
export function Chart({ chart: { unitGroup, rows, ticks }, isOther }: Props) {
  const { words, say } = usePage()
  const unit = unitGroup === null ? undefined : UNIT_GROUP_WORDS[unitGroup]
  const places = [...Map.groupBy(rows, ({ point }) => point.publisherId).values()]
  return (
    <figure class="chart">
      <figcaption>
        {unit !== undefined && words.unit(say(unit))}
        {isOther && <p>{words.otherUnits}</p>}
      </figcaption>
      {places.map((own) => (
        <Place rows={own} ticks={ticks} />
      ))}
      <Axis ticks={ticks} />
      <Legend rows={rows} />
    </figure>
  )
}

type Ticks = ChartData['ticks']

function Place({ rows, ticks }: { readonly rows: readonly ChartRow[]; readonly ticks: Ticks }) {
  const { issuer, publisherId } = rows[0]!.point
  return (
    <section class="place">
      <h3>
        <Name zh={issuer ?? publisherId} />
      </h3>
      <ol>
        {rows.map((row) => (
          <li>
            <Line row={row} ticks={ticks} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Line({ row: { point, mark }, ticks }: { readonly row: ChartRow; readonly ticks: Ticks }) {
  const said = useSaid()
  const to = useFigureLink()
  const figure = point.candidates[0] ?? point.parts[0] ?? point.others[0]
  const content = (
    <>
      <span class="year">{point.year}</span>
      <span class="plot">
        <Drawing mark={mark} ticks={ticks} />
      </span>
      <span class="said">{said(point)}</span>
    </>
  )
  if (figure === undefined) return <span class="line gap">{content}</span>
  return (
    <a class={mark.kind === 'gap' ? 'line gap' : 'line'} href={to(figure)}>
      {content}
    </a>
  )
}

const percent = (at: number) => `${at}%`

function Drawing({ mark, ticks }: { readonly mark: Mark; readonly ticks: Ticks }) {
  return (
    <svg aria-hidden="true" focusable="false" width="100%" height="22">
      {ticks.map(({ at }) => (
        <line class="grid" x1={percent(at)} x2={percent(at)} y1="0" y2="22" />
      ))}
      {mark.kind === 'bar' && (
        <rect class="value" x={percent(mark.start)} width={percent(mark.end - mark.start)} y="4" height="14" />
      )}
      {mark.kind === 'range' && (
        <>
          <line class="span" x1={percent(mark.start)} x2={percent(mark.end)} y1="11" y2="11" />
          {mark.at.map((at) => (
            <circle class="dot" cx={percent(at)} cy="11" r="5" />
          ))}
        </>
      )}
      {mark.kind === 'gap' && <line class="none" x1="0" x2="100%" y1="11" y2="11" />}
    </svg>
  )
}

function Axis({ ticks }: { readonly ticks: Ticks }) {
  const { language } = usePage()
  if (ticks.length === 0) return null
  return (
    <div class="line axis">
      <span class="year" />
      <svg class="plot" aria-hidden="true" focusable="false" width="100%" height="18">
        {ticks.map(({ value, at }) => (
          <text x={percent(at)} y="13" text-anchor={at < 1 ? 'start' : at > 99 ? 'end' : 'middle'}>
            {shortNumberOf(value, language)}
          </text>
        ))}
      </svg>
      <span class="said" />
    </div>
  )
}

function Legend({ rows }: { readonly rows: readonly ChartRow[] }) {
  const { words } = usePage()
  const kinds = new Set(rows.map(({ mark }) => mark.kind))
  const legends = { bar: words.legendBar, range: words.legendRange, gap: words.legendGap } as const
  return (
    <ul class="legend">
      {(['bar', 'range', 'gap'] as const)
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <li class={`is-${kind}`}>{legends[kind]}</li>
        ))}
    </ul>
  )
}
