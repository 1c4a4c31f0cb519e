import { type Document, isText } from 'domhandler'
import { headOf } from './tree.ts'

/** What a page calls its article. */
export class ArticleTitle {
  /** Without blanks; empty if the page says none. */
  readonly words: string

  constructor(root: Document) {
    this.words = wordsOf(root)
  }

  /** Whether it is of one year: lists of reports have titles without. */
  get namesYear(): boolean {
    return YEAR.test(this.words)
  }

  standsIn(text: string): boolean {
    const { words } = this
    if (words === '' || text.length < words.length) return false
    // Of most texts two characters tell, without a copy of the text.
    return text.includes(words[0]!) && text.includes(words.at(-1)!) && squeeze(text).includes(words)
  }
}

const YEAR = /20\d\d|二[〇○零O]/

const MIN_TITLE = 6

/** What the page says its article is called, without blanks; empty if it says nothing of a title's length. */
function wordsOf(root: Document): string {
  const head = headOf(root)
  const meta = head.find(({ name, attribs }) => name === 'meta' && /^articletitle$/i.test(attribs.name ?? ''))?.attribs
    .content
  const tag = head.find(({ name }) => name === 'title')
  const words = tag === undefined ? '' : tag.children.map((child) => (isText(child) ? child.data : '')).join('')
  return [meta ?? '', ...words.split(/[-_|—–]/)].map(squeeze).find(({ length }) => length >= MIN_TITLE) ?? ''
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}
