import { type Declarations, declare } from './declarations.ts'
import { holdsOnScreen } from './media.ts'

/** A rule of a sheet, its selectors written so that they stand outside all other rules. */
export interface SheetRule {
  readonly selectors: string
  readonly declarations: Declarations
  /** Of layers, the later wins; what is in none wins over all. */
  readonly layer: number
}

/** What is open at a place of a sheet: a rule, or a group of rules. */
interface Block {
  /** Null outside all rules. */
  readonly selectors: string | null
  readonly holds: boolean
  readonly layer: number
  /** Where its declarations go; null for groups outside all rules. */
  readonly declarations: Map<string, string> | null
}

/** Deeper rules, and longer selectors that nesting makes, are made to cost time. */
const MAX_NESTING = 32
const MAX_SELECTORS = 4_000

/** What browsers of today support; what is asked of old ones, or in the negative, is not met. */
const UNSUPPORTED = /\bnot\b|-(?:moz|ms|o)-/

/**
 * The rules of a sheet that hold on a screen, in order: those of media queries, layers and rules in rules too. Other at-rules are
 * passed over.
 */
export function rulesOf(sheet: string): SheetRule[] {
  const css = withoutComments(sheet)
  const rules: SheetRule[] = []
  const layers: string[] = []
  const open: Block[] = [{ selectors: null, holds: true, layer: Number.POSITIVE_INFINITY, declarations: null }]
  for (let at = 0; at < css.length; ) {
    const end = nextMark(css, at)
    const block = open.at(-1)!
    const words = css.slice(at, end)
    at = end + 1
    if (css[end] === '{') {
      const inside = blockOf(words.trim(), block, layers, open.length > MAX_NESTING)
      if (inside.holds && inside.selectors !== null && inside.declarations !== null)
        rules.push({ selectors: inside.selectors, declarations: inside.declarations, layer: inside.layer })
      open.push(inside)
      continue
    }
    if (block.declarations !== null && words.length > 0) declare(block.declarations, words)
    else if (words.trimStart().startsWith('@layer')) for (const name of words.split(',')) layerOf(name, layers)
    if (css[end] === '}' && open.length > 1) open.pop()
  }
  return rules.filter(({ declarations }) => declarations.size > 0)
}

function blockOf(prelude: string, around: Block, layers: string[], isTooDeep: boolean): Block {
  const [, name, rest = ''] = /^@([a-z-]+)\s*(.*)$/is.exec(prelude) ?? []
  const holds = around.holds && !isTooDeep
  if (name === undefined) {
    const selectors = around.selectors === null ? prelude : nested(prelude, around.selectors)
    return { ...around, selectors, holds: holds && selectors.length <= MAX_SELECTORS, declarations: new Map() }
  }
  // Declarations in a group are of the rule around it, behind those before.
  const declarations = around.selectors === null ? null : new Map<string, string>()
  const group = { ...around, declarations }
  if (name === 'media') return { ...group, holds: holds && holdsOnScreen(rest) }
  if (name === 'supports') return { ...group, holds: holds && !UNSUPPORTED.test(rest) }
  if (name === 'layer') return { ...group, holds, layer: layerOf(rest, layers) }
  if (name === 'scope') return { ...group, holds, selectors: /^\(([^()]{1,400})\)/.exec(rest)?.[1] ?? around.selectors }
  return { ...group, holds: false }
}

function layerOf(words: string, layers: string[]): number {
  const name = words.replace('@layer', '').trim()
  const known = name === '' ? -1 : layers.indexOf(name)
  return known < 0 ? layers.push(name) - 1 : known
}

/** Selectors of a rule in a rule: `&` stands for what the outer one selects. */
function nested(selectors: string, outer: string): string {
  const parent = `:is(${outer})`
  return topLevel(selectors)
    .map((selector) => (selector.includes('&') ? selector.replaceAll('&', parent) : `${parent} ${selector}`))
    .join(',')
}

/** Parts between commas that stand in no brackets. */
function topLevel(selectors: string): string[] {
  return selectors.split(/,(?![^()[\]]*[)\]])/).map((selector) => selector.trim())
}

const MARKS = /[{};"'()]/g

/** The place of the next brace or semicolon that stands in no string and in no brackets, or the end. */
function nextMark(css: string, from: number): number {
  let depth = 0
  MARKS.lastIndex = from
  for (let found = MARKS.exec(css); found !== null; found = MARKS.exec(css)) {
    const mark = found[0]
    if (mark === '"' || mark === "'") MARKS.lastIndex = endOfString(css, found.index, mark)
    else if (mark === '(') depth++
    else if (mark === ')') depth = Math.max(0, depth - 1)
    // A bracket that is never closed ends with its rule.
    else if (depth === 0 || mark === '{' || mark === '}') return found.index
  }
  return css.length
}

/** A string ends with its line, closed or not. */
function endOfString(css: string, from: number, quote: string): number {
  for (let at = from + 1; at < css.length; at++) {
    if (css[at] === '\\') at++
    else if (css[at] === quote || css[at] === '\n') return at + 1
  }
  return css.length
}

function withoutComments(css: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const open = css.indexOf('/*', at)
    kept.push(css.slice(at, open < 0 ? css.length : open))
    if (open < 0) return kept.join(' ').replaceAll('<!--', ' ').replaceAll('-->', ' ')
    const close = css.indexOf('*/', open + 2)
    if (close < 0) return kept.join(' ')
    at = close + 2
  }
}
