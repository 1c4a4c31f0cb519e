import type { Topic } from '../report/report.ts'

/** One concept of the catalogue: adding a code is adding one of these, with its examples. */
export interface Entry {
  readonly code: string
  readonly topic: Topic
  /** Kinds of unit it is counted in, the one that comparisons take first in front. */
  readonly units: string
  /** Measures a difference or growth; other entries never take a figure whose role is `change`. */
  readonly change?: true
  /** Counts what there is at the year's end: what is new is a part. */
  readonly stock?: true
  /** Short Chinese name. */
  readonly zh: string
  readonly definition: { readonly zh: string; readonly en: string }
  /**
   * `matter | stage | thing | qualities | flags`. Names of the lexicon, alternatives parted by blanks; `-` is none, `*` any or none.
   * Qualities must all be there. Flags: `rank=N` (a row that stands for the whole only where no row of lower rank is stated),
   * `outcome` (one outcome of several: a part where others are stated too), `kinds` (kinds of the thing that are stated one by
   * one are parts).
   */
  readonly rows: readonly string[]
  /** Names of the lexicon that the definition implies: their words limit nothing beside this entry. */
  readonly explains?: string
  /** Phrases of ours; the last figure in 【】 measures the entry, those before it set the scene. */
  readonly examples: readonly string[]
  /** Phrases whose last figure in 【】 must not get the code. */
  readonly nearMisses?: readonly string[]
}
