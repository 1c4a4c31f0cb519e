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
  /** Whether what stands in it may hold on the page. */
  readonly holds: boolean
  readonly layer: number
  /** Where its declarations go; null if they are for nothing on the page. */
  readonly texts: string[] | null
}

/** Deeper rules, and longer selectors that nesting makes, are made to cost time. */
const MAX_NESTING = 32
const MAX_SELECTORS = 4_000

/** What browsers of today support; what is asked of old ones, or in the negative, is not met. */
const UNSUPPORTED = /\bnot\b|-(?:moz|ms|o)-/

/**
 * The rules of a sheet that hold on a screen, in order: those of media queries, layers and rules in rules too. Other at-rules are
 * passed over.
 * @param mayMatch whether the page may have an element for the selectors: most rules of a sheet are for other pages
 */
export function rulesOf(sheet: string, mayMatch: (selectors: string) => boolean): SheetRule[] {
  const reader = new SheetReader(mayMatch)
  // Signs that hid sheets from browsers without any.
  const css = sheet.replaceAll('<!--', ' ').replaceAll('-->', ' ')
  for (let at = 0; at < css.length; ) {
    const end = nextBrace(css, at)
    const words = css.slice(at, end)
    reader.read(words.includes('/*') ? words.replace(COMMENTS, ' ') : words, css[end])
    at = end + 1
  }
  return reader.rules
}

class SheetReader {
  readonly rules: SheetRule[] = []
  readonly #mayMatch: (selectors: string) => boolean
  /** Their places, by their names. */
  readonly #layers = new Map<string, number>()
  #countOfLayers = 0
  readonly #open: Block[] = [{ selectors: null, holds: true, layer: Number.POSITIVE_INFINITY, texts: null }]

  constructor(mayMatch: (selectors: string) => boolean) {
    this.#mayMatch = mayMatch
  }

  /** @param brace the one behind the words, if there is one */
  read(words: string, brace: string | undefined): void {
    const around = this.#open.at(-1)!
    if (brace === '{') {
      const last = lastStatement(words)
      this.#note(words.slice(0, words.length - last.length), around)
      const prelude = last.trim()
      const inner = this.#open.length > MAX_NESTING ? { ...around, holds: false } : around
      this.#enter(prelude.startsWith('@') ? this.#group(prelude, inner) : this.#rule(prelude, inner))
    } else {
      this.#note(words, around)
      if (this.#open.length > 1) this.#open.pop()
    }
  }

  #enter(block: Block): void {
    const { selectors, texts, layer, holds } = block
    if (holds && selectors !== null && texts !== null) this.rules.push({ selectors, texts, layer })
    this.#open.push(block)
  }

  /** Notes the statements between two braces: declarations, or the order of layers. */
  #note(words: string, { holds, texts }: Block): void {
    if (texts !== null) {
      if (holds && words !== '') texts.push(words)
      return
    }
    if (!words.includes('@layer')) return
    for (const statement of statementsOf(words))
      if (statement.trimStart().startsWith('@layer')) for (const name of statement.split(',')) this.#layerOf(name)
  }

  #rule(prelude: string, around: Block): Block {
    const isKept = around.holds && prelude.length <= MAX_SELECTORS
    const selectors = isKept && around.selectors !== null ? nested(prelude, around.selectors) : prelude
    const holds = isKept && selectors.length <= MAX_SELECTORS
    return { selectors, holds, layer: around.layer, texts: holds && this.#mayMatch(selectors) ? [] : null }
  }

  #group(prelude: string, { selectors, layer, holds }: Block): Block {
    const [, name = '', rest = ''] = /^@([a-z-]+)\s*(.*)$/is.exec(prelude) ?? []
    // Declarations in a group are of the rule around it, behind those before.
    const group = { selectors, layer, holds, texts: selectors === null ? null : [] }
    if (name === 'media') return { ...group, holds: holds && holdsOnScreen(rest) }
    if (name === 'supports') return { ...group, holds: holds && !UNSUPPORTED.test(rest) }
    if (name === 'layer') return { ...group, layer: this.#layerOf(rest) }
    if (name === 'scope') return { ...group, selectors: /^\(([^()]{1,400})\)/.exec(rest)?.[1] ?? selectors }
    return { ...group, holds: false }
  }

  #layerOf(words: string): number {
    const name = words.replace('@layer', '').trim()
    const known = this.#layers.get(name)
    if (known !== undefined) return known
    const layer = this.#countOfLayers++
    if (name !== '') this.#layers.set(name, layer)
    return layer
  }
}

/** Selectors of a rule in a rule: `&` stands for what the outer one selects. */
function nested(selectors: string, outer: string): string {
  const parent = `:is(${outer})`
  return topLevel(selectors)
    .map((selector) => (selector.includes('&') ? selector.replaceAll('&', parent) : `${parent} ${selector}`))
    .join(',')
}

/** Parts between commas that stand in no brackets. */
export function topLevel(selectors: string): string[] {
  return selectors.split(/,(?![^()[\]]*[)\]])/).map((selector) => selector.trim())
}

const BRACES = /[{}"']|\/\*/g

/** The place of the next brace that stands in no string and in no comment, or the end. */
function nextBrace(css: string, from: number): number {
  BRACES.lastIndex = from
  for (let found = BRACES.exec(css); found !== null; found = BRACES.exec(css)) {
    const mark = found[0]
    if (mark === '{' || mark === '}') return found.index
    BRACES.lastIndex = mark === '/*' ? endOfComment(css, found.index) : endOfString(css, found.index, mark)
  }
  return css.length
}

function endOfComment(css: string, from: number): number {
  const end = css.indexOf('*/', from + 2)
  return end < 0 ? css.length : end + 2
}

/** One that is never closed hides all behind it. */
const COMMENTS = /\/\*[\s\S]*?(?:\*\/|$)/g
