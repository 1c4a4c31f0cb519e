import type { XmlVisitor } from '../zip/walk-xml.ts'

/** The prefixes by which this code knows the namespaces of Word files: transitional, strict (ISO/IEC 29500) and Word 2003. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.microsoft.com/office/word/2003/wordml': 'w',
  'http://schemas.microsoft.com/office/word/2003/auxHint': 'wx',
  'http://schemas.microsoft.com/aml/2001/core': 'aml',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.microsoft.com/office/2006/xmlPackage': 'pkg',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
}
/** Stands before names of namespaces that mean nothing here, so that none is taken for one that does. */
const FOREIGN = '~'

const KNOWN = new Set(Object.values(PREFIXES))

type Bindings = ReadonlyMap<string, string>

/** The names of an element's scope: which prefixes are bound to what, and whether any name differs for it from what is written. */
interface Scope {
  readonly bindings: Bindings
  readonly isPlain: boolean
  readonly names: Map<string, string>
  readonly attributes: Map<string, string>
}

const OUTERMOST: Scope = { bindings: new Map(), isPlain: true, names: new Map(), attributes: new Map() }

/** A visitor that hears each name with the known prefix of its namespace, whatever prefix its producer bound to it. */
export function inKnownNamespaces(visitor: XmlVisitor): XmlVisitor {
  const scopes: Scope[] = [OUTERMOST]
  /** What the element that is being read binds; most bind nothing. */
  let bound: Map<string, string> | null = null
  return {
    ...visitor,
    attribute(name, value) {
      if (!name.startsWith('xmlns') || (name.length > XMLNS && name[XMLNS] !== ':')) return
      bound ??= new Map()
      bound.set(name.slice(XMLNS + 1), PREFIXES[value] ?? FOREIGN)
    },
    open(name, attributes) {
      const scope = bound === null ? scopes.at(-1)! : scopeWith(bound, scopes.at(-1)!)
      bound = null
      scopes.push(scope)
      // Most files bind the usual prefixes, once, at the root.
      if (scope.isPlain) visitor.open?.(name, attributes)
      else visitor.open?.(known(name, scope.names, scope.bindings, false), renamed(attributes, scope))
    },
    close(name) {
      const scope = scopes.pop()!
      visitor.close?.(scope.isPlain ? name : known(name, scope.names, scope.bindings, false))
    },
  }
}

function scopeWith(bound: Bindings, outer: Scope): Scope {
  const bindings = new Map([...outer.bindings, ...bound])
  const isPlain = [...bindings].every(
    ([prefix, known]) => prefix === known || (known === FOREIGN && !KNOWN.has(prefix)),
  )
  return { bindings, isPlain, names: new Map(), attributes: new Map() }
}

const XMLNS = 'xmlns'.length

function known(name: string, names: Map<string, string>, bindings: Bindings, isAttribute: boolean): string {
  const before = names.get(name)
  if (before !== undefined) return before
  const found = knownName(name, isAttribute, bindings)
  names.set(name, found)
  return found
}

function knownName(name: string, isAttribute: boolean, bindings: Bindings): string {
  const colon = name.indexOf(':')
  if (colon < 0 && isAttribute) return name
  const prefix = bindings.get(colon < 0 ? '' : name.slice(0, colon))
  if (prefix === undefined) return name
  const local = name.slice(colon + 1)
  return prefix === '' ? local : `${prefix}:${local}`
}

function renamed(attributes: Readonly<Record<string, string>>, scope: Scope): Readonly<Record<string, string>> {
  let changed: Record<string, string> | undefined
  for (const name in attributes) {
    const found = known(name, scope.attributes, scope.bindings, true)
    if (found === name) continue
    changed ??= { ...attributes }
    changed[found] = attributes[name]!
  }
  return changed ?? attributes
}
