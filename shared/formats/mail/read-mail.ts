import PostalMime from 'postal-mime'
import { RefusalError } from '../../report/refusal.ts'
import { NO_FACTS, type PageFacts } from '../canonical.ts'
import type { FoundTable } from '../found-tables.ts'
import { readHtml } from '../html/read-html.ts'
import { MAX_DEPTH } from '../limits.ts'

export interface Message {
  readonly text: string
  readonly facts: PageFacts
  readonly tables?: readonly FoundTable[]
}

/**
 * Reads a web page saved as MHT, or a mail message: its HTML part as any page, else its plain text. Attachments are documents of
 * their own and are not looked into.
 * @throws {RefusalError} `no_text` if it has neither part, `corrupt` if it cannot be taken apart, or as `readHtml` does
 */
export async function readMail(bytes: Uint8Array): Promise<Message> {
  const { html, text } = await takeApart(bytes)
  if (html !== undefined) return readHtml(html)
  if (text !== undefined) return { text, facts: NO_FACTS }
  throw new RefusalError('no_text', 'The message has no text; upload its attachments.')
}

async function takeApart(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MAX_DEPTH })
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw new RefusalError('corrupt', `The message is damaged (${detail}); save the page again.`, { cause })
  }
}
