import type { ComponentChildren } from 'preact'
import { usePage } from '../context.ts'
import type { PageState } from '../url.ts'

interface Props {
  readonly label: string
  readonly name: Exclude<keyof PageState, 'publisher'>
  readonly values: readonly (readonly [value: string, count: number])[]
  readonly show: (value: string) => ComponentChildren
}

/** Values to narrow a list by, each with how many there are. The chosen one leads back to all. */
export function Facet({ label, name, values, show }: Props) {
  const { state, change } = usePage()
  const chosen = state[name]
  if (values.length === 0) return null
  return (
    <section class="facet">
      <h2>{label}</h2>
      <ul>
        {values.map(([value, count]) => (
          <li>
            <a
              href={change({ [name]: value === chosen ? undefined : value })}
              aria-current={value === chosen ? 'true' : undefined}
            >
              <span>{show(value)}</span> <span class="number">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
