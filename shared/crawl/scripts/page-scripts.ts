import { Parser } from 'htmlparser2'

const MAX_ELEMENTS = 400
const MAX_SCRIPT_CHARACTERS = 400_000
const IS_SCRIPT = /^(?:|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i
const KEPT = new Set(['id', 'name', 'value', 'class', 'type', 'action', 'method', 'title', 'href', 'rel'])

/** An element that scripts may look for. */
export interface KnownElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** Place of its form among those of the page; of itself, if it is one. */
  readonly form: number | null
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

/** A script of a page: its text, or where it is. */
export type ScriptPart = { readonly text: string } | { readonly source: string }

/** The scripts of a page in their order, and its elements that have a name, an ID or data. */
export function scriptParts(html: string): { readonly parts: ScriptPart[]; readonly elements: KnownElement[] } {
  const parts: ScriptPart[] = []
  const elements: KnownElement[] = []
  let script: string | null = null
  let forms = 0
  let form: number | null = null
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'script') {
        const isRun = IS_SCRIPT.test(attributes.type ?? '')
        if (isRun && attributes.src) parts.push({ source: attributes.src.trim() })
        script = isRun && !attributes.src ? '' : null
        return
      }
      if (attributes.onload !== undefined && tag === 'body')
        parts.push({ text: `window.onload=function(){${attributes.onload}}` })
      if (tag === 'form') form = forms++
      const names = Object.keys(attributes).filter((name) => KEPT.has(name) || name.startsWith('data-'))
      const isKnown = tag === 'form' || ['id', 'name', 'class'].some((name) => attributes[name] !== undefined)
      if (!isKnown || elements.length >= MAX_ELEMENTS) return
      const own = Object.fromEntries(names.map((name) => [name, attributes[name]!]))
      elements.push({ tag, form, attributes: own })
    },
    ontext(text) {
      if (script !== null && script.length < MAX_SCRIPT_CHARACTERS) script += text
    },
    onclosetag(tag) {
      if (tag === 'form') form = null
      if (tag !== 'script' || script === null) return
      parts.push({ text: script.replace(/^\s*<!--/, '').replace(/-->\s*$/, '') })
      script = null
    },
  })
  parser.write(html)
  parser.end()
  return { parts, elements }
}

export function placeOf(address: string): PageScripts['place'] {
  const { href, protocol, host, hostname, port, pathname, search, hash, origin } = new URL(address)
  return { href, protocol, host, hostname, port, pathname, search, hash, origin }
}
