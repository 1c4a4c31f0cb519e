import { codeName } from '../code-name.ts'
import { usePage } from '../context.ts'
import { type CountedEntry, reportsWith } from '../use-catalogue.ts'

/** Codes, each leading to its comparison. */
export function CodeList({ entries }: { readonly entries: readonly CountedEntry[] }) {
  const { say, state, link, language, words } = usePage()
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
            <code>{entry.code}</code> · {words.inReports(reportsWith(entry))}
          </small>
          <small>{say(entry.definition)}</small>
        </li>
      ))}
    </ul>
  )
}
