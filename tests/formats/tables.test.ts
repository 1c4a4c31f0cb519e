import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { BLOCKS } from './sample.ts'
import { paragraph, run, wordFile } from './word.ts'

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

it('a table of one column is a frame around text', async () => {
  const row = (text: string) => `<w:tr><w:tc>${paragraph(run(text))}</w:tc></w:tr>`
  const { text, tables } = await readDocument(
    wordFile({ body: `<w:tbl>${row('全镇有执法人员19名。')}${row('调解组织21个。')}</w:tbl>` }),
  )

  expect(text).toBe('全镇有执法人员19名。\n调解组织21个。')
  expect(tables).toEqual([])
})
