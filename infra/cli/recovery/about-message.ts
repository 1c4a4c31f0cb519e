import * as v from 'valibot'

/** Beyond it a message that nobody knows is cut. */
const MAX_LENGTH = 80

const Known = v.union([
  v.pipe(
    v.object({ detail: v.object({ object: v.object({ key: v.string() }) }) }),
    v.transform(({ detail }) => detail.object.key),
  ),
  v.pipe(
    v.object({ documentId: v.string() }),
    v.transform(({ documentId }) => documentId),
  ),
  v.pipe(
    v.object({ reprocess: v.string() }),
    v.transform(({ reprocess }) => reprocess),
  ),
  v.pipe(
    v.object({ portal: v.object({ id: v.string() }) }),
    v.transform(({ portal }) => portal.id),
  ),
  v.pipe(
    v.object({ url: v.string() }),
    v.transform(({ url }) => url),
  ),
])

/** What a message of the pipeline is about: the key of an object, a document, a portal, or a page. Of another message, how it begins. */
export function aboutMessage(body: string): string {
  const known = v.safeParse(v.pipe(v.string(), v.parseJson(), Known), body)
  return known.success ? known.output : body.slice(0, MAX_LENGTH)
}
