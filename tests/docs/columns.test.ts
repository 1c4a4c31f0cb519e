import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PAGE, withColumns } from './columns.ts'

it('docs/exports.md lists the columns of exports; else run npm run generate:tables', () => {
  const page = readFileSync(PAGE, 'utf8')
  expect(page).toBe(withColumns(page))
})
