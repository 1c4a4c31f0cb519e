import type { CatalogueEntry } from '../readers/catalogue-search.ts'
import type { CodeCounts, CountsByYear } from '../readers/code-counts.ts'
import type { Figure } from '../readers/figure.ts'
import { itemsOfPages, type Page } from '../readers/page.ts'
import type { QuotedFigure } from '../readers/sentences.ts'
import type { SeriesPoint } from '../readers/series.ts'
import type { Source } from '../readers/source.ts'
import { RowsReplacedError } from '../store/errors.ts'
import type { AddressedFile } from '../store/export-files.ts'
import { ApiError, type ApiOptions, ask, queryOf } from './api-request.ts'

/** Items of a request: few requests. */
const PAGE = 1000
/** A document shows a run for longer than reading its figures takes, unless it is read anew again and again. */
const MAX_READINGS = 3

/** Answers readers out of the API, with what the tables behind it give. */
export function apiSourceOf(options: ApiOptions): Source {
  // Whatever the API answers with holds to the types, by its description; nothing is taken away within a version.
  const read = async <Body>(path: string): Promise<Body | null> => {
    const answer = await ask(options, path)
    return answer === null ? null : ((await answer.json()) as Body)
  }
  const list = async <List extends Page<unknown>>(path: string): Promise<List> => {
    const page = await read<List>(path)
    if (page === null) throw new ApiError(path, 404, null)
    return page
  }
  const item = async <Item>(path: string): Promise<Item | null> => (await read<{ item: Item }>(path))?.item ?? null

  return {
    observations: ({ publishers, ...query }) =>
      list(`/observations${queryOf({ ...query, ...(publishers !== undefined && { publisher: publishers }) })}`),
    series: async ({ publisherId, ...query }) =>
      (await list<Page<SeriesPoint>>(`/series/${inPath(publisherId)}${queryOf({ ...query })}`)).items,
    figures: (query) => list(`/indicators${queryOf({ ...query })}`),
    documents: (query) => list(`/documents${queryOf({ ...query })}`),
    document: (documentId) => item(`/documents/${inPath(documentId)}`),
    figuresOf: (documentId) => figuresOf(`/documents/${inPath(documentId)}/indicators`, read),
    audit: (documentId) => item(`/documents/${inPath(documentId)}/audit`),
    text: (documentId) => textOf(`/documents/${inPath(documentId)}/text`, options),
    publisher: (publisherId) => item(`/publishers/${inPath(publisherId)}`),
    coverage: (query) => list(`/coverage${queryOf({ ...query })}`),
    exports: () =>
      allOf(itemsOfPages((cursor) => list<Page<AddressedFile>>(`/exports${queryOf({ limit: PAGE, ...cursor })}`))),
    codeCounts: () => codeCounts((cursor) => list(`/catalogue${queryOf({ limit: PAGE, ...cursor })}`)),
  }
}

type Read = <Body>(path: string) => Promise<Body | null>

/** The figures of one run. A list that another run has taken the place of is begun anew. */
async function figuresOf(path: string, read: Read): Promise<readonly Figure[] | null> {
  for (let reading = 1; reading <= MAX_READINGS; reading += 1) {
    const first = await read<Page<QuotedFigure>>(`${path}${queryOf({ limit: PAGE })}`)
    if (first === null) return null
    const figures = [...first.items]
    try {
      for (let { next } = first; next !== null; ) {
        const page: Page<QuotedFigure> | null = await read(`${path}${queryOf({ limit: PAGE, cursor: next })}`)
        if (page === null) return null
        figures.push(...page.items)
        next = page.next
      }
      return figures.map(({ sentenceText: _, ...figure }) => figure)
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 400)) throw error
    }
  }
  throw new RowsReplacedError(path)
}

/** A long text comes in parts, each of which says where the next begins. */
async function textOf(path: string, options: ApiOptions): Promise<string | null> {
  const parts: string[] = []
  for (let start: string | undefined = ''; start !== undefined; ) {
    const answer: Response | null = await ask(options, path + start)
    if (answer === null) return null
    parts.push(await answer.text())
    start = /\?start=\d+/.exec(answer.headers.get('link') ?? '')?.[0]
  }
  return parts.join('')
}

type CountedEntry = CatalogueEntry & { readonly reports: CountsByYear }

async function codeCounts(
  readPage: (position: { readonly cursor?: string }) => Promise<Page<CountedEntry>>,
): Promise<CodeCounts> {
  const counts = new Map<string, CountsByYear>()
  for await (const { code, reports } of itemsOfPages(readPage))
    if (Object.keys(reports).length > 0) counts.set(code, reports)
  return counts
}

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** An ID with slashes goes through every proxy as one part of the path. */
function inPath(id: string): string {
  return encodeURIComponent(id)
}
