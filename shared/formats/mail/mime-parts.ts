import PostalMime, { decodeWords } from 'postal-mime'
import { RefusalError } from '../../report/refusal.ts'
import { MAX_DEPTH } from '../limits.ts'

/** One part of a message, in the tree that its multiparts make. */
export interface MimePart {
  /** In lower case: `text/html`. */
  readonly type: string
  readonly parameters: Readonly<Record<string, string>>
  /** Without its transfer encoding; null for multiparts. */
  readonly bytes: Uint8Array | null
  readonly isAttachment: boolean
  readonly fileName: string | null
  /** Without angle brackets. */
  readonly contentId: string | null
  /** Address of the page or file that the part was. */
  readonly location: string | null
  readonly parts: readonly MimePart[]
  /** Its text with the lines that its writer typed: mail programs break them, and say so (RFC 3676). */
  asTyped(text: string): string
}

/** What postal-mime keeps of a part. It gives no tree to its callers, only all HTML parts joined; this is what it joins them from. */
interface MimeNode {
  readonly contentType: {
    readonly parsed: { readonly value: string; readonly params: Readonly<Record<string, string>> }
  }
  readonly contentDisposition: {
    readonly parsed: { readonly value: string; readonly params: Readonly<Record<string, string>> }
  }
  readonly contentId?: string
  readonly content: ArrayBuffer | null
  readonly headers: readonly { readonly key: string; readonly value: string }[]
  readonly childNodes: readonly MimeNode[]
  decodeFlowedText(text: string, deletesBlanks: boolean): string
}

/**
 * Takes a message apart.
 * @throws {RefusalError} `corrupt` if it cannot be taken apart
 */
export async function mimePartsOf(bytes: Uint8Array): Promise<MimePart> {
  const parser = new PostalMime({ maxNestingDepth: MAX_DEPTH, forceRfc822Attachments: true })
  try {
    await parser.parse(bytes)
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw new RefusalError('corrupt', `The message is damaged (${detail}); save the page again.`, { cause })
  }
  return partOf((parser as unknown as { readonly root: MimeNode }).root)
}

function partOf(node: MimeNode): MimePart {
  const { value: type, params: parameters } = node.contentType.parsed
  const disposition = node.contentDisposition.parsed
  const fileName = disposition.params.filename ?? parameters.name
  const header = (key: string) => node.headers.find((one) => one.key === key)?.value.trim() ?? null
  return {
    type: type.toLowerCase(),
    parameters,
    bytes: node.content === null ? null : new Uint8Array(node.content),
    isAttachment: disposition.value.toLowerCase() === 'attachment',
    fileName: fileName === undefined ? null : decodeWords(fileName),
    contentId: (node.contentId ?? header('content-id'))?.trim().replace(/^<|>$/g, '') ?? null,
    location: header('content-location') ?? header('snapshot-content-location'),
    parts: node.childNodes.map(partOf),
    asTyped(text) {
      const { format, delsp } = parameters
      return /^flowed$/i.test(format ?? '') ? node.decodeFlowedText(text, /^yes$/i.test(delsp ?? '')) : text
    },
  }
}
