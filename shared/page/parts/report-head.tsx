import type { DocumentDetail } from '../../readers/document-detail.ts'
import { apiPath } from '../api.ts'
import { usePage } from '../context.ts'
import { LEVEL_WORDS, REFUSAL_WORDS } from '../vocabulary.ts'
import { Citing } from './citing.tsx'
import { Name } from './names.tsx'
import { Standing } from './standing.tsx'

/** What is known of a document as a whole. */
export function ReportHead({ document }: { readonly document: DocumentDetail }) {
  const { words, say, link } = usePage()
  const facts = document.kind === undefined ? null : document
  return (
    <header class="head">
      <p class="kicker">
        {facts?.issuer && <Name zh={facts.issuer} />} {facts?.year}{' '}
        {facts?.level && <span>{say(LEVEL_WORDS[facts.level])}</span>}{' '}
        {document.status === 'COMPLETE' && <Standing {...document} />}
      </p>
      <h1 tabIndex={-1} lang="zh-Hans">
        {facts?.title ?? document.documentId}
      </h1>
      {document.status === 'REJECTED' && (
        <p class="problem">
          <strong>{say(REFUSAL_WORDS[document.reason])}.</strong> {document.detail}
        </p>
      )}
      <p class="facts">
        {facts?.publishedOn && (
          <span>
            {words.published} <time>{facts.publishedOn}</time>
          </span>
        )}
        {document.sourceUrl ? (
          <a href={document.sourceUrl}>{words.source}</a>
        ) : (
          <span>
            {words.upload} {document.sightings[0] && <code>{document.sightings[0].name}</code>}
          </span>
        )}
        {document.status === 'COMPLETE' && <a href={apiPath(`/documents/${document.documentId}/text`)}>{words.text}</a>}
        <a href={apiPath(`/documents/${document.documentId}/file`)}>{words.file}</a>
        {facts?.publisherId && <a href={link({ view: 'publisher', id: facts.publisherId })}>{words.publisher}</a>}
      </p>
      {document.citation !== null && (
        <Citing
          ways={[
            [words.chinese, document.citation.zh],
            [words.english, document.citation.en],
            ['BibTeX', document.citation.bibtex],
          ]}
        />
      )}
      {facts !== null && facts.warnings.length > 0 && (
        <details>
          <summary>
            {words.warnings} ({facts.warnings.length})
          </summary>
          <ul lang="en">
            {facts.warnings.map(({ message }) => (
              <li>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  )
}
