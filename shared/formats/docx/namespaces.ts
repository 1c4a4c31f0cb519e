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

type Bindings = ReadonlyMap<string, string>

/** A visitor that hears each name with the known prefix of its namespace, whatever prefix its producer bound to it. */
export function inKnownNamespaces(visitor: XmlVisitor): XmlVisitor {
  const scopes: Bindings[] = [new Map()]
  /** By name as written, in the innermost scope: most files bind their prefixes once, at the root. */
  let names = new Map<string, string>()
  const known = (name: string, isAttribute: boolean) => {
    const key = isAttribute ? `@${name}` : name
    const before = names.get(key)
    if (before !== undefined) return before
    const found = knownName(name, isAttribute, scopes.at(-1)!)
    names.set(key, found)
    return found
  }
  return {
    ...visitor,
    open(name, attributes) {
      const outer = scopes.at(-1)!
      const inner = bound(attributes, outer)
      scopes.push(inner)
      if (inner !== outer) names = new Map()
      visitor.open?.(known(name, false), renamed(attributes, known))
    },
    close(name) {
      visitor.close?.(known(name, false))
      const inner = scopes.pop()
      if (inner !== scopes.at(-1)) names = new Map()
    },
  }
}

function bound(attributes: Readonly<Record<string, string>>, outer: Bindings): Bindings {
  let inner: Map<string, string> | undefined
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    inner ??= new Map(outer)
    inner.set(name === 'xmlns' ? '' : name.slice('xmlns:'.length), PREFIXES[attributes[name]!] ?? FOREIGN)
  }
  return inner ?? outer
}

function knownName(name: string, isAttribute: boolean, bindings: Bindings): string {
  const colon = name.indexOf(':')
  if (colon < 0 && isAttribute) return name
  const prefix = bindings.get(colon < 0 ? '' : name.slice(0, colon))
  if (prefix === undefined) return name
  const local = name.slice(colon + 1)
  return prefix === '' ? local : `${prefix}:${local}`
}

function renamed(
  attributes: Readonly<Record<string, string>>,
  known: (name: string, isAttribute: boolean) => string,
): Readonly<Record<string, string>> {
  let changed: Record<string, string> | undefined
  for (const name in attributes) {
    const found = known(name, true)
    if (found === name && changed === undefined) continue
    changed ??= { ...attributes }
    changed[found] = attributes[name]!
  }
  return changed ?? attributes
}
