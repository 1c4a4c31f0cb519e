import type { PublisherDetail } from '../../readers/source.ts'
import type { Completeness } from '../../report/report.ts'
import { getItem, useAsked } from '../api.ts'
import { usePage } from '../context.ts'
import { Answered } from '../parts/feedback.tsx'
import { Name } from '../parts/names.tsx'
import { publisherPath } from '../parts/publisher-name.tsx'
import { Scrolling } from '../parts/scrolling.tsx'
import { useTitle } from '../use-title.ts'
import { COMPLETENESS_WORDS, LEVEL_WORDS, STATE_WORDS } from '../vocabulary.ts'

type Parts = readonly (keyof Completeness)[]
const PARTS = (Object.keys(COMPLETENESS_WORDS) as Parts).filter((part) => part !== 'publishedByApril1')

/** A publisher's reports by year: whether each is complete and came on time. */
export function PublisherView({ id }: { readonly id: string }) {
  const asked = useAsked(`publisher ${id}`, () => getItem<PublisherDetail>(publisherPath(id)))
  return <Answered asked={asked}>{(publisher) => <Audit publisher={publisher} />}</Answered>
}

function Audit({ publisher }: { readonly publisher: PublisherDetail }) {
  const { words, say, link } = usePage()
  useTitle(publisher.name)
  const { name, level, regionCode, publisherId, reports } = publisher
  return (
    <>
      <h1 tabIndex={-1}>
        <Name zh={name} />
      </h1>
      <p class="kicker">
        {level !== null && <span>{say(LEVEL_WORDS[level])}</span>} <code>{publisherId}</code>
      </p>
      {regionCode !== null && (
        <p class="links">
          <a href={link({ view: 'documents', region: regionCode.replace(/(?:00){1,2}$/, '') })}>{words.documents}</a>
          <a href={link({ view: 'compare', publisher: [publisherId] })}>{words.compare}</a>
        </p>
      )}
      <h2>{words.audit}</h2>
      {reports.length === 0 ? (
        <p>{words.noReports}</p>
      ) : (
        <Scrolling label={words.audit}>
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">{words.report}</th>
                <th scope="col">{words.published}</th>
                {PARTS.map((part) => (
                  <th scope="col">{say(COMPLETENESS_WORDS[part])}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {reports.map((report) => (
                <AuditRow report={report} />
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
    </>
  )
}

function AuditRow({ report }: { readonly report: PublisherDetail['reports'][number] }) {
  const { words, say, link } = usePage()
  const { year, documentId, detail, publishedOn, timeliness, completeness } = report
  return (
    <tr>
      <th scope="row">
        {documentId === null ? year : <a href={link({ view: 'report', id: documentId })}>{words.reportOn(year)}</a>}
        {documentId === null && <small>{detail ?? words.notRead}</small>}
      </th>
      <td>
        {publishedOn !== null && <time>{publishedOn}</time>} {timeliness !== null && say(STATE_WORDS[timeliness])}
      </td>
      {PARTS.map((part) => {
        const is = completeness?.[part] ?? null
        const word = is === null ? words.unknown : is ? words.present : words.absent
        return <td class={is === null ? 'unknown' : is ? 'yes' : 'no'}>{word}</td>
      })}
    </tr>
  )
}
