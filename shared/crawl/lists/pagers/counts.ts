/** What settings of pagers call the number of pages, of rows, and of the rows of one page. A bare `page` is the one that is shown. */
const PAGES = 'pages|page_?(?:count|total)|total_?pages?|count_?page|max_?page'
const ROWS = 'count|total|total_?(?:counts?|records?|rows|num)|record_?(?:count|total)|items'
const SIZE = 'limit|page_?size|per_?page|size|rows|num_?per_?page|items_?(?:per|on)_?page'

export interface PagerCounts {
  /** Told, or counted from the rows; null if neither can be. */
  readonly pages: number | null
  readonly rows: number | null
}

/**
 * How many pages and rows a pager is told that there are.
 * @param numberOf what its settings have under any of these names
 */
export function countsOf(numberOf: (names: string) => number | null): PagerCounts {
  const [pages, rows, size] = [numberOf(PAGES), numberOf(ROWS), numberOf(SIZE)]
  const counted = rows === null || size === null || size === 0 ? null : Math.ceil(rows / size)
  return { pages: pages ?? counted, rows }
}
