import { load } from 'cheerio/slim'
import { parseHtml } from '../../formats/html/tree.ts'
import { fold } from '../../text/fold.ts'
import { resolveHref } from '../pages/links.ts'
import { collapse } from '../pages/markup.ts'
import { bounded } from './items.ts'
import { findDate } from './list-date.ts'
import type { ListItem, ListReading, UnreadableRow } from './list-reading.ts'
import { parseJson } from './next-request.ts'
import { PAGE, type Recipe, recipeRequest } from './recipe.ts'

/** A row as its parts can be asked for. */
type Row = (part: string) => string

interface Table {
  readonly rows: readonly Row[]
  /** A part of the whole page. */
  readonly whole: Row
}

/**
 * Reads one page of a list by its recipe. A row without a title is none of the list; one without an address is unreadable.
 * @throws {RefusalError} `too_complex` if the page is nested deeper or has more elements than the limits allow
 */
export function readRecipe(recipe: Recipe, text: string, pageUrl: string, listUrl: string, place: number): ListReading {
  const table = recipe.format === 'json' ? recordsOf(text, recipe) : elementsOf(text, recipe)
  const items = new Map<string, ListItem>()
  const unreadable: UnreadableRow[] = []
  for (const row of table.rows) {
    const title = bounded(row(recipe.title))
    if (title === '') continue
    const url = resolveHref(addressOf(row, recipe.link), pageUrl)
    const publishedOn = recipe.date === undefined ? null : findDate(fold(row(recipe.date)))
    if (url === null) unreadable.push({ title, detail: `the recipe's link ${recipe.link} gives no address` })
    else items.set(url, { url, title, publishedOn })
  }
  const count = (part: string | undefined) => (part === undefined ? null : numberIn(table.whole(part)))
  const [total, pages] = [count(recipe.total), count(recipe.pageCount)]
  const rows = items.size + unreadable.length
  const isNumbered = `${recipe.url ?? ''}${recipe.body ?? ''}`.includes(PAGE)
  const goesOn = isNumbered && rows > 0 && (pages === null || place < pages)
  // A count that the recipe promises and the page does not have is as good as none: the list cannot be called whole.
  const isLost = (recipe.total !== undefined && total === null) || (recipe.pageCount !== undefined && pages === null)
  return {
    system: 'recipe',
    items: [...items.values()],
    unreadable,
    rowGroups: [items.size],
    follow: goesOn ? [recipeRequest(recipe, listUrl, place + 1)] : [],
    otherwise: [],
    beside: [],
    archives: [],
    folders: [],
    inside: [],
    before: [],
    declared: total === null ? null : { series: 'recipe', items: total, isExact: true },
    declaredPages: pages,
    namedPages: null,
    column: '',
    saysEmpty: rows === 0 && place > 1,
    blindPager: isLost && rows > 0 ? "the page has no count where the list's recipe says" : null,
    unexplained: [],
    blindPart: null,
    isUnheeded: false,
    nextIs: null,
    isScriptOnly: false,
    startsAnew: false,
    isTurnedByScript: false,
  }
}

function elementsOf(text: string, recipe: Recipe): Table {
  const $ = load(parseHtml(text))
  const partOf = (within: Parameters<typeof $>[0] | null) => (part: string) => {
    const [, selector = '', attribute] = /^(.*?)(?:@([\w-]+))?$/s.exec(part) ?? []
    const scope = within === null ? $.root() : $(within)
    const found = selector.trim() === '' ? scope : scope.find(selector).first()
    return collapse(attribute === undefined ? found.text() : (found.attr(attribute) ?? ''))
  }
  return { rows: $(recipe.rows).toArray().map(partOf), whole: partOf(null) }
}

function recordsOf(text: string, recipe: Recipe): Table {
  const answer = parseJson(text)
  const list = at(answer, recipe.rows)
  const partOf = (value: unknown) => (part: string) => {
    const found = at(value, part)
    return typeof found === 'string' || typeof found === 'number' ? collapse(String(found)) : ''
  }
  return { rows: Array.isArray(list) ? list.map(partOf) : [], whole: partOf(answer) }
}

/** What stands at a path such as `data.list` or `data.0.title`. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>(
      (one, name) =>
        typeof one === 'object' && one !== null && Object.hasOwn(one, name)
          ? (one as Record<string, unknown>)[name]
          : undefined,
      value,
    )
}

/** `/art/{id}.html` is filled with the row's own parts. */
function addressOf(row: Row, link: string): string {
  if (!link.includes('{')) return row(link)
  const parts = [...link.matchAll(/\{([^{}]{1,100})\}/g)].map(([, part]) => row(part!))
  return parts.includes('')
    ? ''
    : link.replace(/\{([^{}]{1,100})\}/g, (_, part: string) => encodeURIComponent(row(part)))
}

function numberIn(text: string): number | null {
  const digits = /[0-9]{1,7}/.exec(text)?.[0]
  return digits === undefined ? null : Number(digits)
}
