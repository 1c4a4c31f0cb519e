import type { Warning } from '../report/report.ts'

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
