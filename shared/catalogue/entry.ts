import type { Topic } from '../report/report.ts'
import type { Matter } from './matters.ts'
import type { UnitKind } from './units.ts'

/**
 * When a figure measures an entry. Words are Simplified, alternatives parted by `|`; blanks and quotation marks inside a
 * word of the report do not matter.
 */
export interface Rule {
  /** The matter that the figure's phrase names or, where it names none, the sentence so far is about. Any of them. */
  readonly about?: readonly Matter[]
  /** Groups of words: the figure's own phrase must have a word of each. */
  readonly says: readonly [string, ...string[]]
  /** Words that must not stand in the figure's own phrase. */
  readonly unless?: string
  /** Only for the figures that follow one of this code in the sentence: 排查纠纷37件,化解35件. */
  readonly after?: string
  /** The words may stand in the title of a document: 《法治政府建设要点》等文件4份. */
  readonly titles?: true
  /** The matter must stand in the figure's own phrase: too common to be carried over. */
  readonly named?: true
}

/** One concept of the catalogue: adding a code is adding one of these, with its examples. */
export interface Entry {
  readonly code: string
  readonly topic: Topic
  readonly unit: UnitKind
  /** Units as reports write them, parted by `|`, that this entry takes beside those of its kind. */
  readonly alsoUnits?: string
  /** Units of its kind that mean something else here. */
  readonly notUnits?: string
  /** Measures a difference or growth; other entries never take a figure whose role is `change`. */
  readonly change?: true
  /** The things counted are of kinds (药店, 冷库): naming one says a part of the whole. */
  readonly kinds?: true
  /** Words for the parts of what is counted, which say one where a sentence counts several, or always where it has `kinds`. */
  readonly parts?: string
  /** What a figure of this entry leaves the sentence speaking of, where that is not the matter it was counted under. */
  readonly leads?: Matter
  /** Short Chinese name. */
  readonly zh: string
  readonly definition: { readonly zh: string; readonly en: string }
  /** Any of them is enough. */
  readonly rules: readonly Rule[]
  /** Phrases of ours; the last figure in 【】 measures the entry, those before it set the scene. */
  readonly examples: readonly string[]
  /** Phrases whose last figure in 【】 must not get the code. */
  readonly nearMisses?: readonly string[]
}
