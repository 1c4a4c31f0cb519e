import { Parser } from 'htmlparser2'

const MAX_ELEMENTS = 400
const MAX_SCRIPT_CHARACTERS = 400_000
const IS_MODULE = /^module$/i
const IS_SCRIPT = /^(?:|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i
const KEPT = new Set(['id', 'name', 'value', 'class', 'type', 'action', 'method', 'title', 'href', 'rel'])
/** Longer than what controls of a pager say. */
const MAX_WORDS = 12

/** An element that scripts may look for. */
export interface KnownElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** Place of its form among those of the page; of itself, if it is one. */
  readonly form: number | null
  /** What it says, if that is short; else empty. */
  readonly words: string
}

/** What is needed to run the scripts of a page. */
export interface PageScripts {
  readonly place: Readonly<
    Record<'href' | 'protocol' | 'host' | 'hostname' | 'port' | 'pathname' | 'search' | 'hash' | 'origin', string>
  >
  readonly elements: readonly KnownElement[]
  /** In the order of the page. */
  readonly scripts: readonly string[]
}

/** A script of a page: its text, or where it is. Modules are scripts that may import others. */
export type ScriptPart = ({ readonly text: string } | { readonly source: string }) & { readonly isModule?: boolean }

interface Open {
  readonly element: KnownElement
  readonly isKnown: boolean
  text: string
}

/** The scripts of a page in their order, and its elements that have a name, an ID, a class or data, or say nothing but a number. */
export function scriptParts(html: string): { readonly parts: ScriptPart[]; readonly elements: KnownElement[] } {
  const parts: ScriptPart[] = []
  const elements = new Map<KnownElement, KnownElement>()
  const keep = (element: KnownElement, words = '') => {
    if (elements.size < MAX_ELEMENTS || elements.has(element)) elements.set(element, { ...element, words })
  }
  const stack: Open[] = []
  let script: string | null = null
  let isModule = false
  let forms = 0
  let form: number | null = null
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'form') form = forms++
      const names = Object.keys(attributes).filter((name) => KEPT.has(name) || name.startsWith('data-'))
      const own = Object.fromEntries(names.map((name) => [name, attributes[name]!]))
      const element = { tag, form, attributes: own, words: '' }
      const isNamed = names.some((name) => ['id', 'name', 'class'].includes(name) || name.startsWith('data-'))
      const isKnown = tag !== 'script' && (tag === 'form' || isNamed)
      if (isKnown) keep(element)
      stack.push({ element, isKnown, text: '' })
      if (tag === 'script') {
        isModule = IS_MODULE.test(attributes.type ?? '')
        const isRun = isModule || IS_SCRIPT.test(attributes.type ?? '')
        if (isRun && attributes.src) parts.push({ source: attributes.src.trim(), isModule })
        script = isRun && !attributes.src ? '' : null
      }
      if (attributes.onload !== undefined && tag === 'body')
        parts.push({ text: `window.onload=function(){${attributes.onload}}` })
    },
    ontext(text) {
      if (script !== null && script.length < MAX_SCRIPT_CHARACTERS) script += text
      const top = stack.at(-1)
      if (top !== undefined && top.text.length <= MAX_WORDS) top.text += text.trim().slice(0, MAX_WORDS + 1)
    },
    onclosetag(tag) {
      if (tag === 'form') form = null
      const { element, isKnown, text } = stack.pop()!
      if (tag === 'script') {
        if (script !== null) parts.push({ text: script.replace(/^\s*<!--/, '').replace(/-->\s*$/, ''), isModule })
        script = null
        return
      }
      if (text.length <= MAX_WORDS && (isKnown || /^[0-9]{1,4}$/.test(text))) keep(element, text)
      const parent = stack.at(-1)
      if (parent !== undefined && parent.text.length <= MAX_WORDS) parent.text += text
    },
  })
  parser.write(html)
  parser.end()
  return { parts, elements: [...elements.values()] }
}

/** `import { a } from "./a.js"`, and the words by which a module gives names to others. */
const IMPORT = /(?<![.\w$])import\s{0,5}(?:[\w$*{},\s]{1,2000}?\s{0,5}from\s{0,5})?["'][^"'\n]{1,300}["'];?/g
const EXPORT =
  /(?<![.\w$])export\s{0,5}(?:default\s{1,5}|\{[^{}]{0,2000}\};?|(?=(?:const|let|var|function|class|async)\b))/g

/** A module as a script that imports nothing: what it would import is missing. It may wait where a script may not. */
export function asScript(module: string): string {
  return `(async () => {${module.replace(IMPORT, '').replace(EXPORT, '')}\n})()`
}

export function placeOf(address: string): PageScripts['place'] {
  const { href, protocol, host, hostname, port, pathname, search, hash, origin } = new URL(address)
  return { href, protocol, host, hostname, port, pathname, search, hash, origin }
}
