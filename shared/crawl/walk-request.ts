import * as v from 'valibot'
import { isoTime } from '../report/attributes.ts'
import { portal } from './portal.ts'

/** What the dispatcher sends to `crawl-portal`: a portal to walk, with its whole entry, so that the walk needs no file. */
export const walkRequest = v.strictObject({
  contact: v.string(),
  portal,
  /** When the walk was due. If the portal was walked after that, no walk is needed. */
  dueAt: isoTime,
})

export type WalkRequest = v.InferOutput<typeof walkRequest>
