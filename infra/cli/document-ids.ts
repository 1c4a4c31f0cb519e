import { isDocumentId } from '../../shared/report/attributes.ts'
import type { Deployment } from './deployment.ts'
import { UserError } from './errors.ts'

/**
 * The document that an ID names, or the first digits of one.
 * @throws {UserError} if it names no document, or more than one
 */
export async function findDocumentId(id: string, { versions }: Pick<Deployment, 'versions'>): Promise<string> {
  if (isDocumentId(id)) return id
  const found = new Set<string>()
  if (id !== '')
    for await (const page of versions.all())
      for (const { documentId } of page) if (documentId.startsWith(id)) found.add(documentId)
  return onlyOne(id, found)
}

/**
 * @param found the documents whose IDs begin so
 * @throws {UserError} unless it is one
 */
export function onlyOne(id: string, found: ReadonlySet<string>): string {
  const [documentId] = found
  if (documentId === undefined) throw noDocument(id)
  if (found.size > 1) throw new UserError(`${found.size} documents begin with ${id}; give more of its digits.`)
  return documentId
}

export function noDocument(id: string): UserError {
  return new UserError(`There is no document ${id}; \`fazhi status\` lists all documents.`)
}
