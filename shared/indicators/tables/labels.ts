import { ORDINALS } from '../../text/numerals.ts'
import { type PathMeaning, partsOf } from './parts.ts'
import { type ColumnKind, groupIn, type Segment } from './segments.ts'
import { unitIn, withoutUnit } from './units.ts'
import { type Grid, isEmpty, type TableCell } from './words.ts'

/** 一、 and 1. before the words of a row. */
const LIST_MARK = new RegExp(`^(?:[(]?[${ORDINALS}]{1,3}[)、]|[(]?\\d{1,2}(?:[)、]|\\.(?!\\d)))`)

/** What stands beside the numbers of a row. */
export interface RowLabels {
  readonly words: PathMeaning
  /** As written, units included. */
  readonly raw: readonly string[]
  /** The words of its unit column. */
  readonly units: readonly string[]
}

export const NO_LABELS: RowLabels = { words: { words: [], part: null, total: null }, raw: [], units: [] }

/**
 * The labels of each row of the body, by the columns that they speak of. Of tables that go on in a second set of columns (指标 数量 指标
 * 数量) each set has its own.
 */
export function rowsOf(
  grid: Grid,
  segment: Segment,
  kinds: readonly ColumnKind[],
  headers: readonly (readonly string[])[],
): ReadonlyMap<number, RowLabels>[] {
  const rows = segment.body.map(() => new Map<number, RowLabels>())
  for (const set of labelSets(kinds, headers)) {
    let group: TableCell | null = null
    const labels = segment.body.map((row) => {
      const head = groupIn(grid[row]!)
      // A merged cell that states figures of its own is a sentence, and heads no rows.
      if (head !== null) group = head.figures.length > 0 ? null : head
      const own = new Set(
        set.labels.map((column) => grid[row]![column]!).filter((cell) => cell !== null && !isEmpty(cell)),
      )
      return [...(group === null || own.has(group) ? [] : [group]), ...own].map((cell) => cell!.text)
    })
    const meanings = partsOf(labels.map((words) => pathOf(words)))
    for (const [at, words] of meanings.entries()) {
      const units = set.units.map((column) => grid[segment.body[at]!]![column]?.text ?? '')
      for (const column of set.values) rows[at]!.set(column, { words, raw: labels[at]!, units })
    }
  }
  return rows
}

/** Label columns with the columns of numbers and units that they speak of. */
function labelSets(kinds: readonly ColumnKind[], headers: readonly (readonly string[])[]) {
  const sets: { labels: number[]; values: number[]; units: number[] }[] = [{ labels: [], values: [], units: [] }]
  const [first] = kinds.flatMap((kind, column) => (kind === 'label' ? [column] : []))
  for (const [column, kind] of kinds.entries()) {
    const set = sets.at(-1)!
    const repeats = first !== undefined && column > first && headers[column]!.join() === headers[first]!.join()
    if (kind === 'value' || kind === 'text') set.values.push(column)
    else if (kind === 'unit') set.units.push(column)
    else if (kind === 'label' && set.values.length === 0) set.labels.push(column)
    else if (kind === 'label' && repeats && headers[column]!.length > 0)
      sets.push({ labels: [column], values: [], units: [] })
  }
  return sets
}

export function pathOf(words: readonly string[]): string[] {
  return words
    .map((word) => withoutUnit(word).replace(LIST_MARK, ''))
    .filter((word) => word !== '' && unitIn(word) === null)
}
