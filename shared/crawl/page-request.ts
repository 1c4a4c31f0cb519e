import * as v from 'valibot'

/** What `crawl-portal` sends to `fetch-page`: a page to visit, with all of its portal's entry that the visit needs. */
export const pageRequest = v.object({
  portalId: v.string(),
  url: v.pipe(v.string(), v.url()),
  title: v.string(),
  listUrl: v.string(),
  /** ISO date that the list showed, or null. */
  listedOn: v.nullable(v.string()),
  /** When the walk that asks for the page began: a visit since then makes this one unnecessary. */
  askedAt: v.string(),
  contact: v.string(),
  hosts: v.array(v.string()),
  delaySeconds: v.number(),
  /** The government whose portal it is, or null. */
  regionCode: v.nullable(v.string()),
})

export type PageRequest = v.InferOutput<typeof pageRequest>
