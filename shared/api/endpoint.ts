import type { Columns } from '../readers/columns/column.ts'
import type { News } from '../readers/news.ts'
import type { Page, PageQuery } from '../readers/page.ts'
import type { NewsSource, Source } from '../readers/source.ts'
import type { FileHeaders } from '../store/presigned-address.ts'
import type { Demands, Parameters, Query } from './read-query.ts'

/** What an endpoint answers with. */
export type Answer =
  /** Some items of a list, beside whatever else is said of them. */
  | { readonly kind: 'page'; readonly page: Page<unknown> }
  | { readonly kind: 'item'; readonly item: object }
  | TextAnswer
  | FileAnswer
  | FeedAnswer

/** A file as it was received: its bytes, or the address that has them. */
export type FileBytes = { readonly bytes: ReadableStream<Uint8Array> } | { readonly address: string }

interface FileAnswer {
  readonly kind: 'file'
  readonly documentId: string
  readonly headers: FileHeaders
  readonly file: FileBytes
}

interface FeedAnswer {
  readonly kind: 'feed'
  readonly news: readonly News[]
}

/** What answers come from. */
export interface AnswerDeps {
  readonly source: Source & NewsSource
  /** Null if nothing holds the bytes any more. */
  readonly fileOf: (documentId: string, headers: FileHeaders) => Promise<FileBytes | null>
}

interface TextAnswer {
  readonly kind: 'text'
  readonly text: string
  /** Where what follows begins; null if nothing does. */
  readonly nextStart: number | null
}

/** Kinds of items, by the names that they have in OpenAPI. */
export type Shape =
  | 'CatalogueEntry'
  | 'ExportFile'
  | 'Place'
  | 'Observation'
  | 'Figure'
  | 'QuotedFigure'
  | 'ListedDocument'
  | 'Document'
  | 'Audit'
  | 'Publisher'
  | 'PublisherYear'

export interface Endpoint {
  /** Below `/api/v1`, with `{id}` where a path names something. */
  readonly path: string
  readonly summary: string
  readonly answers: Answer['kind']
  /** What its items are; null of a text and a file. */
  readonly shape: Shape | null
  readonly parameters: Parameters
  readonly demands: Demands<Parameters>
  /** Of the items, where `.csv` after the path gives them as a table. */
  readonly columns: Columns<never> | null
  /** What answers may change only with a new version of Fazhi. */
  readonly isConstant: boolean
  /**
   * @param id of the path, decoded
   * @throws {ProblemError}
   */
  readonly answer: (deps: AnswerDeps, query: Query<Parameters>, id: string) => Promise<Answer>
}

interface Definition<P extends Parameters> {
  readonly path: string
  readonly summary: string
  readonly parameters: P
  readonly demands?: Demands<P>
  readonly isConstant?: boolean
}

interface List<P extends Parameters, Item> extends Definition<P> {
  readonly shape: Shape
  readonly page: (source: Source, query: Query<P>, id: string) => Promise<Page<Item>>
  readonly columns?: Columns<Item>
}

interface Single<P extends Parameters> extends Definition<P> {
  readonly shape: Shape
  readonly item: (source: Source, query: Query<P>, id: string) => Promise<object>
}

/** Lambda answers with 6 MB at most, as JSON in JSON. */
const MAX_ANSWER_BYTES = 4_000_000

/** An endpoint that lists things. Pages that would be too large for one answer are cut short, if they have a `limit`. */
export function listEndpoint<P extends Parameters, Item>({
  page,
  shape,
  columns,
  ...definition
}: List<P, Item>): Endpoint {
  const isPaged = Object.hasOwn(definition.parameters, 'limit')
  return {
    ...common(definition),
    answers: 'page',
    shape,
    columns: columns ?? null,
    answer: async ({ source }, query, id) => {
      const read = (asked: Query<Parameters>) => page(source, asked as Query<P>, id)
      return { kind: 'page', page: await (isPaged ? fittingPage(read, query) : read(query)) }
    },
  }
}

/** An endpoint that says what there is to say of one thing. */
export function itemEndpoint<P extends Parameters>({ item, shape, ...definition }: Single<P>): Endpoint {
  return {
    ...common(definition),
    answers: 'item',
    shape,
    answer: async ({ source }, query, id) => ({ kind: 'item', item: await item(source, query as Query<P>, id) }),
  }
}

interface Text<P extends Parameters> extends Definition<P> {
  readonly text: (source: Source, query: Query<P>, id: string) => Promise<Omit<TextAnswer, 'kind'>>
}

/** An endpoint that gives a text as it is. */
export function textEndpoint<P extends Parameters>({ text, ...definition }: Text<P>): Endpoint {
  return {
    ...common(definition),
    answers: 'text',
    shape: null,
    answer: async ({ source }, query, id) => ({ kind: 'text', ...(await text(source, query as Query<P>, id)) }),
  }
}

interface File<P extends Parameters> extends Definition<P> {
  readonly file: (deps: AnswerDeps, query: Query<P>, id: string) => Promise<Omit<FileAnswer, 'kind'>>
}

/** An endpoint that gives a file as it was received. */
export function fileEndpoint<P extends Parameters>({ file, ...definition }: File<P>): Endpoint {
  return {
    ...common(definition),
    answers: 'file',
    shape: null,
    answer: async (deps, query, id) => ({ kind: 'file', ...(await file(deps, query as Query<P>, id)) }),
  }
}

/** An endpoint that tells news as an Atom feed. */
export function feedEndpoint<P extends Parameters>({
  news,
  ...definition
}: Definition<P> & { readonly news: (source: NewsSource) => Promise<readonly News[]> }): Endpoint {
  return {
    ...common(definition),
    answers: 'feed',
    shape: null,
    answer: async ({ source }) => ({ kind: 'feed', news: await news(source) }),
  }
}

function common<P extends Parameters>({ path, summary, parameters, demands, isConstant = false }: Definition<P>) {
  return {
    path,
    summary,
    parameters,
    isConstant,
    columns: null,
    demands: (demands ?? (() => [])) as Demands<Parameters>,
  }
}

/** Reads a page anew with fewer items until it fits an answer. One item always does: it comes from a row or some, of 400 kB each. */
async function fittingPage<Asked extends PageQuery>(
  read: (query: Asked) => Promise<Page<unknown>>,
  query: Asked,
): Promise<Page<unknown>> {
  const page = await read(query)
  const bytes = Buffer.byteLength(JSON.stringify(page))
  const items = page.items.length
  if (items <= 1 || bytes <= MAX_ANSWER_BYTES) return page
  return fittingPage(read, { ...query, limit: Math.max(1, Math.floor((items * MAX_ANSWER_BYTES) / bytes)) })
}
