import type { ListedDocument } from '../../readers/documents.ts'
import type { RefusalReason } from '../../report/refusal.ts'
import { getItems, useAsked } from '../api.ts'
import { usePage } from '../context.ts'
import { facetOf } from '../facets.ts'
import { DocumentList, MOST_DOCUMENTS } from '../parts/document-list.tsx'
import { Facet } from '../parts/facet.tsx'
import { Answered } from '../parts/feedback.tsx'
import { useTitle } from '../use-title.ts'
import { REFUSAL_WORDS } from '../vocabulary.ts'

/** Files that were refused, by reason. */
export function RefusedView() {
  const { words } = usePage()
  useTitle(words.refused)
  const asked = useAsked('refused', () =>
    getItems<ListedDocument>('/documents', { status: 'REJECTED' }, MOST_DOCUMENTS),
  )
  return (
    <>
      <h1 tabIndex={-1}>{words.refused}</h1>
      <p class="intro">{words.refusedIntro}</p>
      <Answered asked={asked}>
        {({ items, isWhole }) =>
          items.length === 0 ? <p>{words.noRefused}</p> : <Refused items={items} isWhole={isWhole} />
        }
      </Answered>
    </>
  )
}

function Refused({ items, isWhole }: { readonly items: readonly ListedDocument[]; readonly isWhole: boolean }) {
  const { state, words, say } = usePage()
  const shown = items.filter(({ reason }) => state.reason === undefined || reason === state.reason)
  const why = (reason: string) => say(REFUSAL_WORDS[reason as RefusalReason])
  return (
    <div class="list">
      <div class="facets">
        <Facet label={words.reason} name="reason" values={facetOf(items, ({ reason }) => reason)} show={why} />
      </div>
      <DocumentList
        documents={shown}
        isWhole={isWhole}
        about={(document) => (
          <>
            <span>{why(document.reason!)}</span> {document.format && <span>{document.format}</span>}{' '}
            <span>
              {words.received} <time>{document.receivedAt.slice(0, 10)}</time>
            </span>
          </>
        )}
      />
    </div>
  )
}
