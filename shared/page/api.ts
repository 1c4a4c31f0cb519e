import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../api/problem.ts'
import type { Page } from '../readers/page.ts'

const BASE = '/api/v1'
/** The most that one answer holds. */
const PAGE = 1000

/** What the API answers instead of what was asked for. */
class Refusal extends Error {
  readonly problem: Pick<Problem, 'title' | 'detail' | 'parameters'>

  constructor(problem: Refusal['problem']) {
    super(problem.detail)
    this.problem = problem
  }
}

export type Asked<Answer> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Refusal['problem'] }
  | { readonly state: 'read'; readonly answer: Answer }

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** @param ids parts of the path, as `{}` in `path`; a publisher's slash stays one */
export function apiPath(path: string, query: Query = {}): string {
  const asked = new URLSearchParams()
  for (const [name, values] of Object.entries(query))
    for (const value of [values ?? []].flat()) asked.append(name, String(value))
  const search = asked.toString()
  return `${BASE}${path}${search === '' ? '' : `?${search}`}`
}

export async function getJson<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path)
  const body = await response.json()
  if (!response.ok) throw new Refusal(body)
  return body
}

export async function getItem<Item>(path: string): Promise<Item> {
  return (await getJson<{ readonly item: Item }>(path)).item
}

export async function getText(path: string): Promise<string> {
  let text = ''
  for (let next: string | null = path; next !== null; ) {
    const response: Response = await fetch(next)
    if (!response.ok) throw new Refusal(await response.json())
    text += await response.text()
    next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null
  }
  return text
}

export interface Items<Item> {
  readonly items: readonly Item[]
  /** Whether these are all. */
  readonly isWhole: boolean
}

/** Items of a list, page by page until there are `most`. */
export async function getItems<Item>(
  path: string,
  query: Query,
  most = Number.POSITIVE_INFINITY,
): Promise<Items<Item>> {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const asked = { ...query, limit: PAGE, ...(cursor !== null && { cursor }) }
    const page: Page<Item> = await getJson(apiPath(path, asked))
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== null && items.length < most)
  return { items, isWhole: cursor === null }
}

/**
 * Asks once for each key, and again when the key changes; what came before is forgotten then.
 * @param key says what `ask` asks for; null asks for nothing
 */
export function useAsked<Answer>(key: string | null, ask: () => Promise<Answer>): Asked<Answer> {
  const [asked, setAsked] = useState<Asked<Answer> & { readonly key?: string | null }>({ state: 'loading' })
  useEffect(() => {
    if (key === null) return
    let isWanted = true
    const settle = (settled: Asked<Answer>) => {
      if (isWanted) setAsked({ ...settled, key })
    }
    ask().then(
      (answer) => settle({ state: 'read', answer }),
      (error: Error) => settle({ state: 'failed', problem: problemOf(error) }),
    )
    return () => {
      isWanted = false
    }
  }, [key])
  return asked.key === key ? asked : { state: 'loading' }
}

function problemOf(error: Error): Refusal['problem'] {
  return error instanceof Refusal ? error.problem : { title: error.name, detail: error.message }
}
