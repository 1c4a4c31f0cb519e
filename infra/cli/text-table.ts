import stringWidth from 'string-width'

const GAP = '  '
const ELLIPSIS = '…'
/** Line breaks, and control characters with which a hostile file could control a terminal. */
const UNPRINTABLE = /[\s\p{Cc}\p{Cf}]+/gu

/**
 * Lines of a table with aligned columns on a terminal. A Chinese character is two cells wide.
 * @param maxWidth cells per line; longer lines are cut
 */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  maxWidth = Infinity,
): string[] {
  const lines = [header, ...rows].map((cells) => cells.map((cell) => cell.replace(UNPRINTABLE, ' ')))
  const widths = header.map((_, column) => Math.max(...lines.map((cells) => stringWidth(cells[column] ?? ''))))
  return lines.map((cells) =>
    cut(
      cells
        .map((cell, column) => padded(cell, widths[column]!))
        .join(GAP)
        .trimEnd(),
      maxWidth,
    ),
  )
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

function cut(line: string, width: number): string {
  if (stringWidth(line) <= width) return line
  let kept = ''
  let used = stringWidth(ELLIPSIS)
  for (const character of line) {
    used += stringWidth(character)
    if (used > width) break
    kept += character
  }
  return kept + ELLIPSIS
}
