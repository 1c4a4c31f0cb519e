import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ENDPOINTS } from '../../shared/api/endpoints/all.ts'

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')

it('docs/api.md lists every endpoint with its parameters, those that must be given in bold', () => {
  const rows = [...page.matchAll(/^\| `(?<path>\/[^`]*)` \| (?<parameters>[^|]*)\|/gm)]
  expect(rows.map(({ groups }) => [groups!.path, groups!.parameters!.trim()])).toEqual(
    ENDPOINTS.map(({ path, parameters }) => [
      path,
      Object.entries(parameters)
        .map(([name, { isRequired }]) => (isRequired ? `**\`${name}\`**` : `\`${name}\``))
        .join(' '),
    ]),
  )
})
