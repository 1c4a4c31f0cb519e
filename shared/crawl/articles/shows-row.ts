import { squeezed } from '../../text/fold.ts'
import type { Article } from './read-article.ts'

/** A shorter part of a title stands on many pages. */
const MIN_PART = 4

/**
 * Whether the page that a row leads to shows the row's title, or half of it: lists cut titles, and put names of columns before
 * them. If not, the server may have given another page in its place: a message, a column, a home page.
 */
export function showsRow({ canonical, cover }: Pick<Article, 'canonical' | 'cover'>, listed: string): boolean {
  const title = squeezed(listed).replace(/(?:\.{2,}|…)$/, '')
  const half = Math.ceil(title.length / 2)
  const parts = [title.slice(0, half), title.slice(-half)].filter((part) => part.length >= MIN_PART)
  if (parts.length === 0) return true
  const shown = squeezed([canonical, cover].map((page) => `${page?.facts.title ?? ''}\n${page?.text ?? ''}`).join('\n'))
  return parts.some((part) => shown.includes(part))
}
