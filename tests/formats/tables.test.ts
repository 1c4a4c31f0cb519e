import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { BLOCKS } from './sample.ts'

const ROWS = BLOCKS.find((block) => typeof block !== 'string')!

it.each([
  'libreoffice.doc',
  'wps.wps',
  'libreoffice.docx',
  'python-docx.docx',
  'libreoffice.pdf',
  'chromium.pdf',
  'reportlab.pdf',
  'ofdrw.ofd',
])('the table of %s has the rows and columns that it was written with', async (name) => {
  const { text, tables } = await readDocument(readFileSync(join(import.meta.dirname, 'fixtures', name)))

  expect(tables).toHaveLength(1)
  const [{ cells, height, width }] = tables as [(typeof tables)[number]]
  const grid = Array.from({ length: height }, () => new Array<string>(width).fill(''))
  for (const { row, column, start, end } of cells) grid[row]![column] = text.slice(start, end)
  expect(grid).toEqual(ROWS)
})
