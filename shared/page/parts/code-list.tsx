import type { CatalogueEntry } from '../../readers/catalogue-search.ts'
import { codeName } from '../code-name.ts'
import { usePage } from '../context.ts'

/** Codes, each leading to its comparison. */
export function CodeList({ entries }: { readonly entries: readonly CatalogueEntry[] }) {
  const { say, state, link, language } = usePage()
  const { publisher, region, level, from, to } = state
  const kept = {
    publisher,
    ...(region && { region }),
    ...(level && { level }),
    ...(from && { from }),
    ...(to && { to }),
  }
  return (
    <ul class="results">
      {entries.map((entry) => (
        <li>
          <a href={link({ ...kept, view: 'compare', code: entry.code })}>{codeName(entry, language)}</a>
          <small>
            <code>{entry.code}</code> {say(entry.definition)}
          </small>
        </li>
      ))}
    </ul>
  )
}
