import { holdsOnScreen } from './media.ts'
import { endOfString, lastStatement, statementsOf } from './statements.ts'

/** A rule of a sheet, its selectors written so that they stand outside all other rules. */
export interface SheetRule {
  readonly selectors: string
  /** What it declares, as it is written, in parts: rules may stand in between. */
  readonly texts: readonly string[]
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
  readonly texts: string[] | null
}

/** Deeper rules, and longer selectors that nesting makes, are made to cost time. */
const MAX_NESTING = 32
const MAX_SELECTORS = 4_000

/** What browsers of today support; what is asked of old ones, or in the negative, is not met. */
const UNSUPPORTED = /\bnot\b|-(?:moz|ms|o)-/

/**
 * The rules of a sheet that hold on a screen, in order: those of media queries, layers and rules in rules too. Other at-rules are
 * passed over. Most rules have nothing to do with a page, so what they declare is not read here.
 */
export function rulesOf(sheet: string): SheetRule[] {
  const css = withoutComments(sheet)
  const rules: SheetRule[] = []
  const layers: string[] = []
  const open: Block[] = [{ selectors: null, holds: true, layer: Number.POSITIVE_INFINITY, texts: null }]
  for (let at = 0; at < css.length; ) {
    const end = nextBrace(css, at)
    const block = open.at(-1)!
    const words = css.slice(at, end)
    at = end + 1
    const isOpening = css[end] === '{'
    const prelude = isOpening ? lastStatement(words) : ''
    note(words.slice(0, words.length - prelude.length), block, layers)
    if (isOpening) {
      const inside = openBlock(prelude.trim(), block, layers, open.length > MAX_NESTING)
      const { selectors, texts, layer } = inside
      if (inside.holds && selectors !== null && texts !== null) rules.push({ selectors, texts, layer })
      open.push(inside)
    } else if (open.length > 1) open.pop()
  }
  return rules
}

/** Notes the statements between two braces: declarations, or the order of layers. */
function note(words: string, { texts }: Block, layers: string[]): void {
  if (texts !== null) {
    if (words !== '') texts.push(words)
    return
  }
  if (!words.includes('@layer')) return
  for (const statement of statementsOf(words))
    if (statement.trimStart().startsWith('@layer')) for (const name of statement.split(',')) layerOf(name, layers)
}

function openBlock(prelude: string, around: Block, layers: string[], isTooDeep: boolean): Block {
  const holds = around.holds && !isTooDeep
  const { layer } = around
  const [, name, rest = ''] = prelude.startsWith('@') ? (/^@([a-z-]+)\s*(.*)$/is.exec(prelude) ?? []) : []
  if (name === undefined) {
    const selectors = around.selectors === null ? prelude : nested(prelude, around.selectors)
    return { selectors, layer, holds: holds && selectors.length <= MAX_SELECTORS, texts: [] }
  }
  // Declarations in a group are of the rule around it, behind those before.
  const group = { selectors: around.selectors, layer, texts: around.selectors === null ? null : [] }
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

const BRACES = /[{}"']/g

/** The place of the next brace that stands in no string, or the end. */
function nextBrace(css: string, from: number): number {
  BRACES.lastIndex = from
  for (let found = BRACES.exec(css); found !== null; found = BRACES.exec(css)) {
    const mark = found[0]
    if (mark === '{' || mark === '}') return found.index
    BRACES.lastIndex = endOfString(css, found.index, mark)
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
