const MAX_WORDS = 80
const MAX_COLUMNS = 60

/** The place in a table that a parser has come to, and the words that stand before and over it. */
export class TablePlace {
  /** Words over the columns: of the first row with more than one cell. */
  #head: string[] = []
  #hasHead = false
  /** Rows for which a cell above still takes its column. */
  readonly #taken: number[] = []
  #cells: { column: number; words: string }[] = []
  #next = 0

  openRow(): void {
    this.#cells = []
    this.#next = 0
  }

  openCell({ colspan = '1', rowspan = '1' }: Readonly<Record<string, string>>): void {
    while ((this.#taken[this.#next] ?? 0) > 0) this.#taken[this.#next++]!--
    const column = this.#next
    for (let n = 0; n < within(colspan) && this.#next < MAX_COLUMNS; n++) {
      this.#taken[this.#next++] = within(rowspan) - 1
    }
    if (this.#cells.length < MAX_COLUMNS) this.#cells.push({ column, words: '' })
  }

  text(words: string): void {
    const cell = this.#cells.at(-1)
    if (cell !== undefined && cell.words.length < MAX_WORDS) cell.words += words.slice(0, MAX_WORDS)
  }

  closeRow(): void {
    if (this.#hasHead || this.#cells.length < 2) return
    this.#hasHead = true
    for (const { column, words } of this.#cells) this.#head[column] = words.trim()
  }

  /** Words of the cells before this one, and over it. */
  here(): { readonly before: readonly string[]; readonly over: string } {
    const here = this.#cells.at(-1)
    return {
      before: this.#cells.slice(0, -1).map(({ words }) => words.trim()),
      over: here === undefined ? '' : (this.#head[here.column] ?? ''),
    }
  }
}

function within(count: string): number {
  const number = Math.trunc(Number(count))
  return number >= 1 && number <= MAX_COLUMNS ? number : 1
}
