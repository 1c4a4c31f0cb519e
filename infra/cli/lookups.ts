import { searchCatalogue } from '../../shared/readers/catalogue-search.ts'
import { type Place, searchPlaces } from '../../shared/readers/place-search.ts'
import type { Topic } from '../../shared/report/report.ts'
import { regionAsked } from './asked.ts'
import { UsageError } from './errors.ts'
import { printRows } from './print.ts'

/** Prints codes of the catalogue: those of which the words are said, or all. */
export function catalogue(words: readonly string[], { topic, json }: { topic?: Topic; json?: boolean }): void {
  const found = searchCatalogue({ q: words.join(' '), ...(topic !== undefined && { topic }) })
  if (found.length === 0)
    throw new UsageError(`No code is said to be about ${words.join(' ')}; \`fazhi catalogue\` lists all.`)
  const columns = {
    code: (entry: (typeof found)[number]) => entry.code,
    topic: (entry: (typeof found)[number]) => entry.topic,
    units: (entry: (typeof found)[number]) => entry.unitGroups.join(' '),
    name: (entry: (typeof found)[number]) => entry.zh,
    definition: (entry: (typeof found)[number]) => entry.definition.en,
  }
  printRows(found, columns, json)
}

/** Prints places by any of their names or the beginning of their code. */
export function places(words: readonly string[], { parent, json }: { parent?: string; json?: boolean }): void {
  const q = words.join(' ')
  const found = searchPlaces({ q, ...(parent !== undefined && { parent: regionAsked(parent) }) })
  if (found.length === 0)
    throw new UsageError(`There is no place ${q}. Give a part of its name, or the first digits of its code.`)
  const columns = {
    code: ({ code }: Place) => code,
    name: ({ name }: Place) => name,
    in: ({ parents }: Place) => parents.map(({ name }) => name).join(' '),
    publisher: ({ publisherId }: Place) => publisherId,
    'other names': ({ otherNames }: Place) => otherNames.join(' '),
    'former codes': ({ formerCodes }: Place) => formerCodes.join(' '),
  }
  printRows(found, columns, json)
}
