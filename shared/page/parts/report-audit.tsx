import type { Audit, Change } from '../../readers/audit.ts'
import type { CatalogueEntry } from '../../readers/catalogue-search.ts'
import { codeName } from '../code-name.ts'
import { usePage } from '../context.ts'
import { numberOf } from '../numbers.ts'
import { COMPLETENESS_WORDS, FLAG_WORDS, STATE_WORDS, STATUS_WORDS } from '../vocabulary.ts'
import { Scrolling } from './scrolling.tsx'

interface Props {
  readonly audit: Audit
  readonly entries: readonly CatalogueEntry[]
}

/** How a report holds up: what it lacks, where it contradicts itself, and what it changes and repeats of the year before. */
export function ReportAudit({ audit, entries }: Props) {
  const { words, say, language, link } = usePage()
  const { completeness, timeliness, contradictions, before, changes, repeated } = audit
  const lacking = Object.entries(COMPLETENESS_WORDS).filter(
    ([part]) => part !== 'publishedByApril1' && completeness[part as keyof typeof completeness] === false,
  )
  return (
    <div class="report-audit">
      <p>
        {timeliness !== null && (
          <span class={timeliness === 'late' ? 'tag no' : 'tag yes'}>{say(STATE_WORDS[timeliness])}</span>
        )}{' '}
        {lacking.length === 0 ? (
          <span class="tag yes">{words.complete}</span>
        ) : (
          <span class="tag no">{words.lacking(lacking.map(([, both]) => say(both)).join(', '))}</span>
        )}
      </p>
      {contradictions.length > 0 && (
        <details>
          <summary>{words.contradictions(contradictions.length)}</summary>
          <ul lang="en">
            {contradictions.map(({ message }) => (
              <li>{message}</li>
            ))}
          </ul>
        </details>
      )}
      {before !== null && (
        <details>
          <summary>{words.changes(changes.length, before.year)}</summary>
          <p>
            <a href={link({ view: 'report', id: before.documentId })}>{words.reportOn(before.year)}</a>
            {repeated !== null && ` · ${words.repeated(numberOf(Math.round(repeated * 100), language))}`}
          </p>
          <Changes changes={changes} entries={entries} year={before.year} />
        </details>
      )}
    </div>
  )
}

interface ChangesProps {
  readonly changes: readonly Change[]
  readonly entries: readonly CatalogueEntry[]
  /** The year before. */
  readonly year: number
}

function Changes({ changes, entries, year }: ChangesProps) {
  const { words, say, language, change } = usePage()
  const nameOf = (code: string) => {
    const entry = entries.find((one) => one.code === code)
    return entry === undefined ? code : codeName(entry, language)
  }
  return (
    <Scrolling label={words.changes(changes.length, year)}>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col" class="number">
              {year}
            </th>
            <th scope="col" class="number">
              {year + 1}
            </th>
            <th scope="col">{words.flags}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ code, status, value, statusBefore, valueBefore, unit, flags, ordinals }) => {
            const now = value === null ? say(STATUS_WORDS[status]) : `${numberOf(value, language)} ${unit ?? ''}`
            return (
              <tr>
                <th scope="row">{nameOf(code)}</th>
                <td class="number">
                  {valueBefore === null ? say(STATUS_WORDS[statusBefore]) : numberOf(valueBefore, language)}
                </td>
                <td class="number">
                  {ordinals[0] === undefined ? now : <a href={change({ figure: String(ordinals[0]) })}>{now}</a>}
                </td>
                <td>{flags.map((flag) => say(FLAG_WORDS[flag])).join(', ')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scrolling>
  )
}
