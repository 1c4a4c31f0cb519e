import type { Indicator } from '../report/report.ts'

/** What a reader should know of a figure or observation. Never folded into the value. Order of this list in every answer. */
const FLAGS = [
  /** 余, 多, 超, 以上: the value is a lower bound. */
  'atLeast',
  /** 不足, 以内: an upper bound. */
  'atMost',
  /** 约, 近, 左右. */
  'approx',
  /** The report states differing values for the whole, so that there is no value. */
  'several',
  /** The report states parts and no whole. */
  'parts_only',
  /** A rate that its own numerator and denominator in the same sentence contradict. */
  'rate_contradicted',
  /** A total, or a part of one, and the parts after 其中 are more than it or fall short of it. */
  'parts_do_not_add_up',
  /** The report gives another value of the same code elsewhere. */
  'two_values',
  /** The report's own figure for the year before differs from that year's report. */
  'restated',
  /** More than ten times the year before, or less than a tenth. */
  'implausible_change',
  /** A merger changed the place's code or borders since the year before. */
  'break',
  /** The report does not settle which place it is of. */
  'region_unknown',
  /** A person noted a correction beside the figure. */
  'corrected',
] as const

export type Flag = (typeof FLAGS)[number]

const RANK: ReadonlyMap<Flag, number> = new Map(FLAGS.map((flag, index) => [flag, index]))

/** Each flag once, in the order of `FLAGS`. */
export function flagList(flags: Iterable<Flag>): Flag[] {
  return [...new Set(flags)].sort((a, b) => RANK.get(a)! - RANK.get(b)!)
}

/** The flags of one figure by itself. */
export function flagsOf({
  bound,
  contradictions,
  regionCode,
}: Pick<Indicator, 'bound' | 'contradictions'> & { readonly regionCode: string | null }): Flag[] {
  return flagList([
    ...(bound === 'exact' ? [] : [bound]),
    ...contradictions,
    ...(regionCode === null ? (['region_unknown'] as const) : []),
  ])
}
