import { Parser } from 'htmlparser2'
import { MAX_DEPTH, MAX_ELEMENTS, tooComplex } from '../limits.ts'
import type { Archive } from './archive.ts'

export interface XmlVisitor {
  /** Hears of each attribute before its element is opened. */
  readonly attribute?: (name: string, value: string) => void
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (data: string) => void
  /** Asked after each piece; true ends the walk before the part does. */
  readonly isDone?: () => boolean
}

/**
 * Streams one XML part of an archive past a visitor: no tree, nothing held but the current chunk. Names come with their prefix as
 * written; entities other than XML's own stay as they are, so none can expand.
 * @throws {RefusalError} as `Archive.read` does, or `too_complex` if it nests too deep or has too many elements
 */
export async function walkXml(archive: Archive, part: string, visitor: XmlVisitor): Promise<void> {
  const parser = boundedParser(visitor)
  let decoder: InstanceType<typeof TextDecoder> | undefined
  for await (const chunk of archive.read(part)) {
    decoder ??= new TextDecoder(isUtf16(chunk) ? 'utf-16le' : 'utf-8')
    parser.write(decoder.decode(chunk, { stream: true }))
    if (visitor.isDone?.()) return
  }
  parser.end()
}

/** The same for XML that is at hand as text. */
export function walkXmlText(xml: string, visitor: XmlVisitor): void {
  const parser = boundedParser(visitor)
  parser.write(xml)
  parser.end()
}

function boundedParser(visitor: XmlVisitor): Parser {
  let elements = 0
  let depth = 0
  return new Parser(
    {
      onopentag(name, attributes) {
        if (++elements > MAX_ELEMENTS) throw tooComplex(`has more than ${MAX_ELEMENTS} elements`)
        if (++depth > MAX_DEPTH) throw tooComplex(`nests elements more than ${MAX_DEPTH} deep`)
        visitor.open?.(name, attributes)
      },
      onclosetag(name) {
        depth--
        visitor.close?.(name)
      },
      ...(visitor.attribute === undefined ? {} : { onattribute: visitor.attribute }),
      ontext: (data) => visitor.text?.(data),
    },
    { xmlMode: true },
  )
}

function isUtf16([first, second]: Uint8Array): boolean {
  return first === 0xff && second === 0xfe
}

/** The name without its prefix: producers bind the same namespace to different ones, or to none. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
