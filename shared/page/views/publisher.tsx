import type { DocumentDetail, PublisherDetail } from '../../readers/source.ts'
import type { Completeness } from '../../report/report.ts'
import { apiPath, getItem, useAsked } from '../api.ts'
import { usePage } from '../context.ts'
import { Answered } from '../parts/feedback.tsx'
import { Name } from '../parts/names.tsx'
import { publisherPath } from '../parts/publisher-name.tsx'
import { Scrolling } from '../parts/scrolling.tsx'
import { COMPLETENESS_WORDS, LEVEL_WORDS } from '../vocabulary.ts'

type Parts = readonly (keyof Completeness)[]
const PARTS = Object.keys(COMPLETENESS_WORDS) as Parts

/** A publisher's reports by year: whether each is complete and came on time. */
export function PublisherView({ id }: { readonly id: string }) {
  const asked = useAsked(`publisher ${id}`, async () => {
    const publisher = await getItem<PublisherDetail>(publisherPath(id))
    const documents = await Promise.all(
      publisher.reports.map(({ documentId }) =>
        documentId === null ? null : getItem<DocumentDetail>(apiPath(`/documents/${documentId}`)),
      ),
    )
    return { publisher, documents }
  })
  return <Answered asked={asked}>{(read) => <Audit {...read} />}</Answered>
}

interface Props {
  readonly publisher: PublisherDetail
  readonly documents: readonly (DocumentDetail | null)[]
}

function Audit({ publisher, documents }: Props) {
  const { words, say, link } = usePage()
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
          <table class="audit">
            <thead>
              <tr>
                <th scope="col">{words.year}</th>
                <th scope="col">{words.report}</th>
                <th scope="col">{words.published}</th>
                {PARTS.map((part) => (
                  <th scope="col">{say(COMPLETENESS_WORDS[part])}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {reports.map(({ year, detail }, at) => (
                <AuditRow year={year} detail={detail} document={documents[at] ?? null} />
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
    </>
  )
}

interface RowProps {
  readonly year: number
  readonly detail: string | null
  readonly document: DocumentDetail | null
}

function AuditRow({ year, detail, document }: RowProps) {
  const { words, link } = usePage()
  const report = document?.status === 'COMPLETE' ? document : null
  return (
    <tr>
      <th scope="row">{year}</th>
      <td>
        {report === null ? (
          (detail ?? '—')
        ) : (
          <a href={link({ view: 'report', id: report.documentId })} lang="zh-Hans">
            {report.title}
          </a>
        )}
      </td>
      <td class="nowrap">{report?.publishedOn ?? '—'}</td>
      {PARTS.map((part) => {
        const is = report?.completeness[part] ?? null
        const word = is === null ? words.unknown : is ? words.present : words.absent
        return <td class={is === null ? 'unknown' : is ? 'yes' : 'no'}>{word}</td>
      })}
    </tr>
  )
}
