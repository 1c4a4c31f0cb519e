import * as v from 'valibot'

/** What `crawl-portal` sends to `fetch-page`: a page to visit, with what the visit needs from its portal's entry. */
export const pageRequest = v.object({
  portalId: v.string(),
  url: v.pipe(v.string(), v.url()),
  title: v.string(),
  listUrl: v.string(),
  /** ISO date that the list showed, or null. */
  listedOn: v.nullable(v.string()),
  /** When the walk that asks for the page began. If the page was visited after that, no visit is needed. */
  askedAt: v.string(),
  contact: v.string(),
  hosts: v.array(v.string()),
  delaySeconds: v.number(),
  /** A certificate in PEM that the portal's chain lacks, or null. */
  certificate: v.optional(v.nullable(v.string()), null),
  /** The government that the portal belongs to, or null. */
  regionCode: v.nullable(v.string()),
})

export type PageRequest = v.InferOutput<typeof pageRequest>
