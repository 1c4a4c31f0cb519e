import type { ComponentChildren } from 'preact'
import { Scrolling } from './scrolling.tsx'

interface Props {
  readonly caption: string
  /** What stands in front of the years. */
  readonly first: string
  readonly years: readonly number[]
  readonly children: ComponentChildren
}

/** A row each for places or publishers, a column for each year. */
export function HeatTable({ caption, first, years, children }: Props) {
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
