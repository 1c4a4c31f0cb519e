import { load } from 'cheerio/slim'
import * as v from 'valibot'
import { recipe, SELECTORS } from './recipe.ts'

/** A recipe whose selectors are valid CSS. */
export const checkedRecipe = v.pipe(
  recipe,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.format === 'json') return
    const { value: input } = dataset
    for (const key of SELECTORS) {
      const value = input[key]
      if (value === undefined || selectorsOf(key, value).every(isSelector)) continue
      addIssue({
        message: 'has a selector that is not valid CSS',
        path: [{ type: 'object', origin: 'value', input, key, value }],
      })
    }
  }),
)

function selectorsOf(key: (typeof SELECTORS)[number], part: string): string[] {
  if (key === 'rows') return [part]
  // `/art/{a@data-id}.html` has selectors in its braces.
  const filled = part.includes('{') ? [...part.matchAll(/\{([^{}]+)\}/g)].map(([, inner]) => inner!) : [part]
  return filled.map((selector) => selector.replace(/@[\w-]+$/, '')).filter((selector) => selector.trim() !== '')
}

function isSelector(selector: string): boolean {
  try {
    load('')(selector)
    return true
  } catch {
    // The error of the parser of selectors says where; the path in the file says which.
    return false
  }
}
