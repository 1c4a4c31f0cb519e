import { PAGE, SELECTORS } from '../lists/recipe.ts'
import { type Mistake, shown } from './mistake.ts'
import type { ListOutline, RecipeOutline } from './outline.ts'

/** What a recipe can say and cannot mean. */
export function recipeMistakes({ recipe, system = 'auto' }: ListOutline, path: string): Mistake[] {
  if (recipe === undefined) return []
  const both = {
    path: `${path}.system`,
    what: `${shown(system)} would not be used`,
    why: 'the list has a recipe',
    todo: 'remove one of the two',
  }
  return [
    ...(system === 'auto' ? [] : [both]),
    ...pageMistakes(recipe, `${path}.recipe`),
    ...bodyMistakes(recipe, `${path}.recipe.body`),
    ...linkMistakes(recipe, `${path}.recipe.link`),
    ...(recipe.format === 'json' ? pathMistakes(recipe, `${path}.recipe`) : []),
  ]
}

function pageMistakes({ url = '', body = '', pageCount, ends }: RecipeOutline, path: string): Mistake[] {
  const other = [...url.matchAll(/\{[^{}]*\}/g)].map(([one]) => one).find((one) => one !== PAGE)
  if (other !== undefined) {
    const why = `only ${PAGE} is replaced in an address`
    return [{ path: `${path}.url`, what: `has ${other}`, why, todo: `write ${PAGE} for the number of the page` }]
  }
  const needs = pageCount !== undefined ? 'pageCount' : ends === 'not_found' ? 'ends' : null
  if (needs === null || `${url}${body}`.includes(PAGE)) return []
  const what = 'is for lists of several pages'
  const why = `neither url nor body has ${PAGE}`
  return [{ path: `${path}.${needs}`, what, why, todo: `write ${PAGE} where the number goes, or remove it` }]
}

function bodyMistakes({ body, type = '' }: RecipeOutline, path: string): Mistake[] {
  if (body === undefined || !/^application\/json\b/i.test(type)) return []
  try {
    JSON.parse(body.replaceAll(PAGE, '1'))
    return []
  } catch (error) {
    const why = `its type is ${type}: ${(error as Error).message}`
    return [{ path, what: `${shown(body)} is not JSON`, why, todo: 'correct the body or its type' }]
  }
}

function linkMistakes({ format = 'html', link }: RecipeOutline, path: string): Mistake[] {
  if (link === undefined) return []
  if (/[{}]/.test(link.replace(/\{[^{}]+\}/g, ''))) {
    const todo = 'write it as /art/{id}.html'
    return [{ path, what: `${shown(link)} cannot be filled`, why: 'its braces do not match', todo }]
  }
  if (format !== 'html' || /[@{]/.test(link)) return []
  const why = 'without @ it is the text of the element and no address'
  return [{ path, what: `${shown(link)} names no attribute`, why, todo: 'write a@href, or @href for the row itself' }]
}

function pathMistakes(recipe: RecipeOutline, path: string): Mistake[] {
  return SELECTORS.filter((key) => key !== 'link').flatMap((key) => {
    const part = recipe[key]
    if (part === undefined || !/[\s>#[\]]/.test(part)) return []
    const why = 'the format is json, whose parts are names with dots between them'
    return [{ path: `${path}.${key}`, what: `${shown(part)} is not a path`, why, todo: 'write it as data.list' }]
  })
}
