import type { Warning } from '../report/report.ts'

/** A file with more text than this is the report itself, whatever hangs on it; pictures in it are photographs. */
export const MAX_STUB_TEXT = 240

const MAX_NAME = 80

/** What hangs on a file that is no report by itself, as `FileContent.unread` names it: a letter, the cover of a portfolio. */
export function attachmentsOf(text: string, names: readonly string[]): string[] {
  return text.length > MAX_STUB_TEXT ? [] : names.map((name) => `the attachment ${name.slice(0, MAX_NAME)}`)
}

/** A sentence names so many parts; a file may have thousands. */
const MAX_NAMED = 20

/** The parts of a file that could not be read, in one line. */
export function namesOfUnread(unread: readonly string[]): string {
  const more = unread.length - MAX_NAMED
  return unread.slice(0, MAX_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** The warning of a document of which parts could not be read. It has no place in the text: what it names is not there. */
export function partlyUnread(unread: readonly string[]): Warning[] {
  if (unread.length === 0) return []
  return [{ code: 'partly_unread', start: 0, end: 0, message: `Could not be read: ${namesOfUnread(unread)}.` }]
}
