import type { ListedDocument } from '../../readers/documents.ts'
import { usePage } from '../context.ts'

type Props = Pick<ListedDocument, 'current' | 'duplicateOf' | 'supersededBy'>

/** Whether a document stands for its report, and if not, a link to the one that does. */
export function Standing({ current, duplicateOf, supersededBy }: Props) {
  const { words, link } = usePage()
  const other = supersededBy ?? duplicateOf
  if (current) return <span class="tag current">{words.current}</span>
  if (other === null) return <span class="tag">{words.otherDocument}</span>
  return (
    <a class="tag" href={link({ view: 'report', id: other })}>
      {supersededBy === null ? words.duplicate : words.superseded}
    </a>
  )
}
