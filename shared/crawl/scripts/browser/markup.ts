import { isPlain, text } from './values.ts'

/** An element: of the page, or made by a script. */
export interface Node {
  /** Empty if it only holds its parts. */
  readonly tag: string
  readonly attributes: Map<string, unknown>
  readonly parts: Part[]
  /** It stands in the page: what it gets is written there at once. */
  readonly isInPage: boolean
  /** Its ID and classes, or the selector by which a script looked for it. */
  readonly mark: string
  /** Place of its form among those of the page; of itself, if it is one. */
  readonly form: number | null
}

export type Part = string | Node

export function markupOf(part: Part): string {
  if (typeof part === 'string') return part
  if (part.isInPage) return ''
  const inner = innerOf(part)
  if (part.tag === '') return inner
  const attributes = [...part.attributes]
    .filter(([, value]) => isPlain(value))
    .map(([name, value]) => ` ${name}="${text(value).replaceAll('"', '&quot;')}"`)
  return `<${part.tag}${attributes.join('')}>${inner}</${part.tag}>`
}

export function innerOf({ parts }: Node): string {
  return parts.map(markupOf).join('')
}

/** A text that is to be seen as it stands. */
export function escaped(value: unknown): string {
  return text(value).replaceAll('<', '&lt;')
}
