import * as v from 'valibot'

export const effects = v.object({
  /** Markup, in the order in which it was written. */
  written: v.string(),
  goesTo: v.nullable(v.string()),
  requests: v.array(v.object({ url: v.string(), post: v.nullable(v.object({ type: v.string(), body: v.string() })) })),
  /** Texts and numbers in the settings with which libraries were called. */
  settings: v.array(v.record(v.string(), v.union([v.string(), v.number()]))),
})

/** What scripts would do. Nothing of it was done. */
export type Effects = v.InferOutput<typeof effects>
