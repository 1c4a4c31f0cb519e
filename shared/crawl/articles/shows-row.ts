import { squeezed } from '../../text/fold.ts'
import { isCandidate } from '../candidate.ts'
import { saidBeforeCut } from '../cut-title.ts'
import type { Problem } from '../problem.ts'
import type { Article } from './read-article.ts'

/** A shorter part of a title stands on many pages. */
const MIN_PART = 4

/**
 * Whether the page that a row leads to shows the row's title, or half of it: lists cut titles, and put names of columns before
 * them. If not, the server may have given another page in its place: a message, a column, a home page.
 */
export function showsRow({ canonical, cover }: Pick<Article, 'canonical' | 'cover'>, listed: string): boolean {
  const title = saidBeforeCut(listed) ?? squeezed(listed)
  const half = Math.ceil(title.length / 2)
  const parts = [title.slice(0, half), title.slice(-half)].filter((part) => part.length >= MIN_PART)
  if (parts.length === 0) return true
  const shown = squeezed([canonical, cover].map((page) => `${page?.facts.title ?? ''}\n${page?.text ?? ''}`).join('\n'))
  return parts.some((part) => shown.includes(part))
}

/** Why a page without a text is no report: it says in full what the list had cut, and that is something else. Null if it is not so. */
export function titleInFull(listed: string, shown: string): Problem | null {
  const said = saidBeforeCut(listed) ?? squeezed(listed)
  if (said.length < MIN_PART || !squeezed(shown).startsWith(said) || isCandidate(shown, '')) return null
  return { code: 'not_a_report', detail: `the page's title is in full: ${shown}` }
}
