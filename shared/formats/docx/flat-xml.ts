import { RefusalError } from '../../report/refusal.ts'
import { walkXmlText, type XmlVisitor } from '../zip/walk-xml.ts'
import { inKnownNamespaces } from './namespaces.ts'
import type { WordParts } from './parts.ts'
import { readRelationships, relationshipsPart } from './relationships.ts'

/** The one part of a Word 2003 XML file. */
const WHOLE = 'document.xml'
const DEFAULT_MAIN = 'word/document.xml'

/** A Word document saved as one XML file: an Open XML package in flat form, or the XML of Word 2003. Its parts are read from the text. */
export async function flatPartsOf(xml: string): Promise<WordParts> {
  const names = new Set<string>()
  let isPackage = false
  const binaries = new Map<string, string[]>()
  let part = ''
  let isBinary = false
  walkXmlText(
    xml,
    inKnownNamespaces({
      open(name, attributes) {
        if (name === 'pkg:package') isPackage = true
        if (name === 'pkg:part') {
          part = partName(attributes['pkg:name'] ?? '')
          names.add(part)
        }
        if (name === 'pkg:binaryData') {
          isBinary = true
          binaries.set(part, [])
        }
      },
      close(name) {
        if (name === 'pkg:binaryData') isBinary = false
      },
      text(data) {
        if (isBinary) binaries.get(part)?.push(data)
      },
    }),
  )
  if (!isPackage) return wholeOf(xml)
  const parts = {
    has: (wanted: string) => names.has(wanted),
    walk: async (wanted: string, visitor: XmlVisitor) => walkXmlText(xml, inKnownNamespaces(onlyIn(wanted, visitor))),
    async bytes(wanted: string) {
      const base64 = binaries.get(wanted)
      if (base64 === undefined) throw new RefusalError('corrupt', `The file lacks its part ${wanted}.`)
      return Buffer.from(base64.join(''), 'base64')
    },
  }
  const relationships = await readRelationships(parts, relationshipsPart(''))
  const main = [...relationships.values()].find(({ type }) => type === 'officeDocument')?.target ?? DEFAULT_MAIN
  return { main, ...parts }
}

function partName(name: string): string {
  return name.replace(/^\/+/, '')
}

/** Hears of a package what is in one part. */
function onlyIn(wanted: string, visitor: XmlVisitor): XmlVisitor {
  let part = ''
  let isInside = false
  return {
    open(name, attributes) {
      if (isInside) visitor.open?.(name, attributes)
      else if (name === 'pkg:part') part = partName(attributes['pkg:name'] ?? '')
      else if (name === 'pkg:xmlData') isInside = part === wanted
    },
    close(name) {
      if (name === 'pkg:xmlData') isInside = false
      else if (isInside) visitor.close?.(name)
    },
    text(data) {
      if (isInside) visitor.text?.(data)
    },
  }
}

function wholeOf(xml: string): WordParts {
  return {
    main: WHOLE,
    has: (part) => part === WHOLE,
    walk: async (_, visitor) => walkXmlText(xml, inKnownNamespaces(visitor)),
    bytes: async () => Buffer.from(xml),
  }
}
