import * as v from 'valibot'
import { wholesOf } from '../catalogue/cells.ts'
import { count, described, listOf, ordinal } from '../report/attributes.ts'
import type { Indicator } from '../report/report.ts'

/** What differs between the run that a document shows and the one that it showed before. */
export const changes = v.pipe(
  v.object({
    run: described(ordinal, 'The run before.'),
    parserVersion: v.optional(described(v.string(), 'Version of its parser. Absent if that was not kept.')),
    status: described(v.picklist(['COMPLETE', 'REJECTED']), 'What the document was.'),
    figures: described(count, 'Figures that are gone or new: another number, unit, role, period, scope or subject.'),
    codes: described(listOf(v.string()), 'Codes that are given to other figures than before.'),
    cells: described(
      listOf(v.string()),
      'Codes for which the report states other values for the whole place and year than before.',
    ),
  }),
  v.readonly(),
)

export type Changes = v.InferOutput<typeof changes>

/** What differs between the figures of two runs of a document. Where they stand in the text does not count. */
export function differences(
  older: readonly Indicator[],
  newer: readonly Indicator[],
): Pick<Changes, 'figures' | 'codes' | 'cells'> {
  const codesOf = (figures: readonly Indicator[]) =>
    Map.groupBy(
      figures.filter(({ code }) => code !== null),
      ({ code }) => code!,
    )
  const [olderCodes, newerCodes] = [codesOf(older), codesOf(newer)]
  const [olderWholes, newerWholes] = [wholesOf(older), wholesOf(newer)]
  return {
    figures: countDifferences(older, newer),
    codes: inEither(olderCodes, newerCodes).filter(
      (code) => countDifferences(olderCodes.get(code) ?? [], newerCodes.get(code) ?? []) > 0,
    ),
    cells: inEither(olderWholes, newerWholes).filter(
      (code) => (olderWholes.get(code) ?? new Set()).symmetricDifference(newerWholes.get(code) ?? new Set()).size > 0,
    ),
  }
}

function inEither(older: ReadonlyMap<string, unknown>, newer: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...older.keys(), ...newer.keys()])].sort()
}

/** How many figures only one of two lists has. A figure may be in a list more than once. */
function countDifferences(older: readonly Indicator[], newer: readonly Indicator[]): number {
  const surplus = new Map<string, number>()
  for (const figure of older) add(surplus, keyOf(figure), 1)
  for (const figure of newer) add(surplus, keyOf(figure), -1)
  return [...surplus.values()].reduce((sum, times) => sum + Math.abs(times), 0)
}

function add(counts: Map<string, number>, key: string, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times)
}

function keyOf({ raw, value, unit, bound, role, period, scope, subject }: Indicator): string {
  return JSON.stringify([raw, value, unit, bound, role, period, scope, subject])
}
