/** A row or column that sums the others up: 合计, 全县合计. */
const TOTAL = /^(?:[全各总][\u4e00-\u9fff]{0,4})?(?:合计|总计|共计|总数|总量|总和|汇总|计)$/
/** A row that sums up a group of rows: the group is the part. */
const GROUP_TOTAL = /^小计$/
/** A part of the row above. */
const OF_WHICH = /^其中[::]?/

/** The words of a row or column, from the outermost; units taken off. */
export type Path = readonly string[]

/** Whether a row or column stands for the whole or for a part of it. */
export interface Standing {
  /** Null for the whole: a total, or where nothing is summed up. */
  readonly part: string | null
  /** The word of the total that it is, or that it is a part of; behind 其中 the words of the row above. Null where nothing is summed up. */
  readonly total: string | null
}

/** What one path of several says: what is counted, and of which part. */
export interface PathMeaning extends Standing {
  readonly words: Path
}

/**
 * Tells the parts from the whole: where one of several rows (or columns) with the same words before it is a total, the others are parts,
 * named by the word in the total's place.
 */
export function partsOf(written: readonly Path[]): PathMeaning[] {
  const paths = inGroups(written, totalsOf(written))
  const totals = totalsOf(paths)
  let head: Path = []
  let above: string | null = null
  return paths.map((path) => {
    const last = path.at(-1) ?? ''
    if (OF_WHICH.test(last))
      return { words: head, part: last.replace(OF_WHICH, '') || last, total: head.join('') || above }
    const isPart = path.map((word, at) => totals.has(keyOf(path, at)) && !isTotal(word, at))
    const part = path.filter((_, at) => isPart[at]).join('')
    const summed = path.flatMap((word, at) =>
      part === '' ? (isTotal(word, at) ? [word] : []) : isPart[at] ? [totals.get(keyOf(path, at))!] : [],
    )
    head = path.filter((word, at) => !isPart[at] && !isTotal(word, at))
    const total = [...new Set(summed)].join('、') || null
    above = part || total
    return { words: head, part: part || null, total }
  })
}

/** Words of totals, by what stands before them. */
function totalsOf(paths: readonly Path[]): ReadonlyMap<string, string> {
  return new Map(
    paths.flatMap((path) => path.flatMap((word, at) => (isTotal(word, at) ? [[keyOf(path, at), word] as const] : []))),
  )
}

/**
 * The paths, a total that stands beside one group only in that group, whose parts it sums up: 案件 with 县级 and 镇级, and a column 合计 behind
 * them. A group that has a total of its own is one of several.
 */
function inGroups(paths: readonly Path[], totals: ReadonlyMap<string, string>): Path[] {
  const beside = new Map<string, Set<string>>()
  for (const path of paths)
    for (const [at, word] of path.entries()) {
      if (isTotal(word, at)) continue
      const words = beside.get(keyOf(path, at)) ?? new Set()
      // A word that nothing stands under is no group.
      beside.set(keyOf(path, at), words.add(at === path.length - 1 ? '' : word))
    }
  return paths.map((path) => {
    const at = path.findIndex(isTotal)
    const [group, another] = [...(at < 0 ? [] : (beside.get(keyOf(path, at)) ?? []))]
    if (group === undefined || group === '' || another !== undefined) return path
    const within = path.toSpliced(at, 0, group)
    return totals.has(keyOf(within, at + 1)) ? path : within
  })
}

function isTotal(word: string, at: number): boolean {
  return TOTAL.test(word) || (at > 0 && GROUP_TOTAL.test(word))
}

function keyOf(path: Path, at: number): string {
  return path.slice(0, at).join('\n')
}
