import { createHash } from 'node:crypto'
import { PAGE_LIMITS } from '../fetch/limits.ts'
import { getOf, type ListRequest, requestKey } from '../fetch/list-request.ts'
import type { ListPageRow } from '../ledger/rows.ts'
import type { Portal, PortalList } from '../portal.ts'
import type { Problem } from '../problem.ts'
import type { ReadScriptFile } from '../scripts/script-files.ts'
import type { Page, Visitor } from '../visit.ts'
import type { ListReading } from './list-reading.ts'
import { type ListPlace, leavesOpen } from './open-page.ts'
import { type Recipe, recipeRequest } from './recipe.ts'
import type { SystemChoice } from './system-names.ts'
import { type ListWalk, walkList } from './walk-list.ts'

/** Raise it when list pages are read differently: rows that an earlier reader kept are then not used again. */
const READER_VERSION = 15

export interface KeptPages {
  /** What the list's pages said on earlier walks. */
  readonly rows: readonly ListPageRow[]
  readonly keep: (row: ListPageRow) => Promise<void>
}

/** Walks a list by conditional requests. For a page that has not changed the earlier reading is used. */
export async function walkKeptList(
  list: PortalList,
  { id: portalId, maxPages, hosts }: Pick<Portal, 'id' | 'maxPages'> & { readonly hosts: readonly string[] },
  visit: Visitor,
  { rows, keep }: KeptPages,
): Promise<ListWalk> {
  const current = new Map(
    rows.filter(({ readerVersion }) => readerVersion === READER_VERSION).map((row) => [row.url, row]),
  )
  const { hash: fragment } = new URL(list.url)
  const { recipe } = list
  const keyOf = (request: ListRequest) => `${requestKey(request)}${recipe === undefined ? '' : recipeMark(recipe)}`
  let system: SystemChoice = list.system
  let files: ReadScriptFile | null = null
  let isTurnedByScript = false
  /** The list's own page, from which its visitor comes to all others. */
  let referrer: string | null = null

  const withScripts = async (reading: ListReading, page: Page, place: Omit<ListPlace, 'system'>) => {
    const needsScripts = isTurnedByScript && reading.follow.length === 0
    if (!needsScripts && !leavesOpen(reading, place.number, page.body)) return reading
    // Few lists need their scripts, and the engine that runs them is large.
    const { readScripted } = await import('./scripted-page.ts')
    files ??= (await import('../scripts/script-files.ts')).scriptFiles(visit, page.url)
    return readScripted(reading, page, { ...place, system }, files)
  }

  const open = async (request: ListRequest, number: number): Promise<ListReading | Problem> => {
    const key = keyOf(request)
    const kept = current.get(key)
    const visited = await visit(request, PAGE_LIMITS, { validators: kept?.validators, referrer })
    if (visited.kind === 'problem') {
      if (visited.problem.code !== 'not_found' || recipe?.ends !== 'not_found' || number === 1) return visited.problem
      const { readRecipe } = await import('./read-recipe.ts')
      return readRecipe({ ...recipe, total: undefined, pageCount: undefined }, '', request.url, list.url, number)
    }
    referrer ??= visited.kind === 'page' ? visited.page.url : visited.url
    if (visited.kind === 'unchanged') {
      const { system: name } = kept!.reading
      if (name !== 'generic' && name !== 'recipe') system = name
      isTurnedByScript ||= kept!.reading.isTurnedByScript
      return kept!.reading
    }
    const place = { request, number, fragment }
    // Most walks find every page as it was, and need no reader.
    const { readByRecipe, readPage } = await import('./read-page.ts')
    const read =
      recipe === undefined
        ? readPage(system, visited.page, place)
        : readByRecipe(recipe, visited.page, list.url, number)
    const reading = 'code' in read || recipe !== undefined ? read : await withScripts(read, visited.page, place)
    if ('code' in reading) return reading
    isTurnedByScript ||= reading.isTurnedByScript
    // What a page without a system of its own leads to may have one: a list in a frame, a service.
    if (reading.system !== 'generic' && reading.system !== 'recipe') system = reading.system
    const { validators } = visited.page
    const row: ListPageRow = {
      kind: 'listPage',
      portalId,
      url: key,
      reading,
      validators,
      readerVersion: READER_VERSION,
    }
    current.set(key, row)
    await keep(row)
    return reading
  }

  const start = recipe === undefined ? getOf(list.url.split('#')[0]!) : recipeRequest(recipe, list.url, 1)
  const walk = await walkList(start, { maxPages, hosts }, open)
  for (const { request, reading } of walk.renumbered) {
    await keep({ ...current.get(keyOf(request))!, reading })
  }
  return walk
}

/** What a recipe reads is kept apart by the recipe: another one would read otherwise. */
function recipeMark(recipe: Recipe): string {
  return `#recipe-${createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 16)}`
}
