import type { ComponentChildren } from 'preact'
import type { ListedDocument } from '../../readers/documents.ts'
import { usePage } from '../context.ts'

/** More than anyone reads; facets count these. */
export const MOST_DOCUMENTS = 5000

interface DocumentListProps {
  readonly documents: readonly ListedDocument[]
  /** Whether these are all that there are. */
  readonly isWhole: boolean
  /** What is said of a document under its title. */
  readonly about: (document: ListedDocument) => ComponentChildren
}

/** Documents with their number, each leading to its text. */
export function DocumentList({ documents, isWhole, about }: DocumentListProps) {
  const { words, link } = usePage()
  return (
    <section>
      <p class="count" role="status">
        {isWhole ? words.count(documents.length) : words.atLeast(documents.length)}
      </p>
      <ul class="documents">
        {documents.map((document) => (
          <li>
            <a href={link({ view: 'report', id: document.documentId })} lang="zh-Hans">
              {document.title ?? document.documentId}
            </a>
            <p>{about(document)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
