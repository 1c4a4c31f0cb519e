import { Parser } from 'htmlparser2'

/** Which of several panes is shown, and their numbers. */
const STATE = /^(?:on|cur|current|active|in|show|shown|hide|hidden|first|last|selected|none|block|layui-show)$|[0-9]+/gi
/** Panes stand deeper in no page, and every element of a row's way up takes part. */
const MAX_LEVELS = 30

interface Open {
  readonly tag: string
  /** Its tag and classes, without those that differ between panes; null without a class. */
  readonly kind: string | null
  readonly rows: Set<string>
  /** The rows of its children, by their kind. */
  readonly children: Map<string, ReadonlySet<string>[]>
}

/**
 * Elements of one kind that stand side by side, of which each holds rows that no other has: what tabs show one at a time.
 * @param rowOf the row that a link, as written, leads to; null if it leads to none
 * @returns the rows of each pane, for each group of at least two
 */
export function panesOf(html: string, rowOf: (href: string) => string | null): (readonly ReadonlySet<string>[])[] {
  const groups: (readonly ReadonlySet<string>[])[] = []
  const stack: Open[] = []
  const parser = new Parser({
    onopentag(tag, { class: classes = '', href }) {
      const words = classes.split(/\s+/).map((word) => word.replace(STATE, ''))
      const kind = classes.trim() === '' ? null : `${tag} ${words.filter(Boolean).sort().join(' ')}`
      stack.push({ tag, kind, rows: new Set(), children: new Map() })
      const row = tag === 'a' && href !== undefined ? rowOf(href) : null
      if (row !== null) for (const open of stack.slice(-MAX_LEVELS)) open.rows.add(row)
    },
    onclosetag() {
      const { kind, rows, children } = stack.pop()!
      groups.push(...[...children.values()].filter(isApart))
      const parent = stack.at(-1)
      if (kind === null || rows.size === 0 || parent === undefined) return
      const panes = parent.children.get(kind) ?? []
      panes.push(rows)
      parent.children.set(kind, panes)
    },
  })
  parser.write(html)
  parser.end()
  return groups
}

function isApart(panes: readonly ReadonlySet<string>[]): boolean {
  const all = panes.reduce((sum, { size }) => sum + size, 0)
  return panes.length > 1 && new Set(panes.flatMap((rows) => [...rows])).size === all
}
