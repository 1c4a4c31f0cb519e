import type { Publisher } from '../../readers/publisher.ts'
import { apiPath, getItem, useAsked } from '../api.ts'
import { Name } from './names.tsx'

/** What an address names a publisher by: its ID, whose name the API knows, or the name itself. */
export function PublisherName({ id }: { readonly id: string }) {
  const isId = /^(?:\d{6}(?:$|\/)|issuer:)/.test(id)
  const asked = useAsked(isId ? `publisher ${id}` : null, () => getItem<Publisher>(publisherPath(id)))
  return <Name zh={asked.state === 'read' ? asked.answer.name : id} />
}

/** The slash in an ID stays one. */
export function publisherPath(id: string): string {
  return apiPath(`/publishers/${id.split('/').map(encodeURIComponent).join('/')}`)
}
