import { fold } from '../../text/fold.ts'
import { endsInLabel, isLabelled } from '../../text/page-labels.ts'

/** Lines that state facts of the page, and the article's own. */
export interface Parted {
  readonly stated: readonly string[]
  readonly article: readonly string[]
}

/** A header row of four or six cells is shorter; a line of prose that begins with 日期： is not. */
const LONGEST_HEADER = 300
const LONGEST_VALUE = 80

/** Parts the first lines of a container: header lines and publication line, and what belongs to the article. */
export function partHeader(lines: readonly string[]): Parted {
  const stated: string[] = []
  const article: string[] = []
  let awaitsValue = false
  for (const line of lines) {
    const folded = line.length <= LONGEST_HEADER ? fold(line) : ''
    const isHeader = folded !== '' && isLabelled(folded)
    const isStated: boolean = isHeader || (awaitsValue && isValue(line))
    ;(isStated ? stated : article).push(line)
    awaitsValue = isHeader && endsInLabel(folded)
  }
  return { stated, article }
}

function isValue(line: string): boolean {
  return line.length <= LONGEST_VALUE && !line.includes('。')
}
