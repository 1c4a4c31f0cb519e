import { codeName } from '../code-name.ts'
import { usePage } from '../context.ts'
import { type CountedEntry, reportsWith } from '../use-catalogue.ts'
import { TOPIC_WORDS } from '../vocabulary.ts'

/** Codes of a topic that are shown by themselves: those that most reports have. */
const MOST_SHOWN = 4

/** What reports speak of, with the codes that most of them have. */
export function Topics({ entries }: { readonly entries: readonly CountedEntry[] }) {
  const { say, link, language, words } = usePage()
  const isEmpty = entries.every((entry) => reportsWith(entry) === 0)
  return (
    <ul class="topics">
      {[...Map.groupBy(entries, ({ topic }) => topic)].map(([topic, own]) => {
        const shown = own
          .filter((entry) => isEmpty || reportsWith(entry) > 0)
          .toSorted((a, b) => reportsWith(b) - reportsWith(a))
          .slice(0, MOST_SHOWN)
        if (shown.length === 0) return null
        return (
          <li>
            <h3>{say(TOPIC_WORDS[topic])}</h3>
            <ul>
              {shown.map((entry) => (
                <li>
                  <a href={link({ view: 'compare', code: entry.code })}>{codeName(entry, language)}</a>{' '}
                  <small>{words.inReports(reportsWith(entry))}</small>
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
