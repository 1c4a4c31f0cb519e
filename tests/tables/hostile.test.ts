import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { docxWith, htmlWith, textWith, wordParagraph } from './render.ts'

const CAPTION = '案件情况（单位：件）'
const htmlRow = (cell: string, count: number) => `<tr><td>甲类</td>${cell.repeat(count)}</tr>`
const nested = (depth: number) =>
  `${'<table><tr><td>甲类</td><td>'.repeat(depth)}7件${'</td></tr></table>'.repeat(depth)}`
const nestedInWord = (depth: number) =>
  `<w:tbl><w:tr><w:tc>${wordParagraph('甲类')}</w:tc><w:tc>`.repeat(depth) +
  wordParagraph('7件') +
  '</w:tc></w:tr></w:tbl>'.repeat(depth)

describe('a table made to hurt', () => {
  it.each([
    ['100,000 cells', htmlWith(CAPTION, `<table>${htmlRow('<td>7</td>', 50).repeat(2000)}</table>`)],
    ['100,000 cells of text', textWith(CAPTION, `甲类${'\t7'.repeat(50)}\n`.repeat(2000))],
    ['100,000 lines in columns', textWith(CAPTION, '甲类   7   8\n'.repeat(100_000))],
    ['lines of a thousand columns', textWith(CAPTION, `甲类${'  7'.repeat(600)}\n`.repeat(200))],
    ['ragged rows', htmlWith(CAPTION, `<table>${htmlRow('<td>7</td>', 3)}${htmlRow('<td>7</td>', 2)}</table>`)],
    [
      'a cell as wide as the world',
      htmlWith(CAPTION, `<table><tr><td>甲</td><td colspan="1000000000">7</td></tr></table>`),
    ],
  ])('of %s is left unread with a warning', async (_, file) => {
    const { indicators, report } = await parseDocument(file)

    expect(indicators).toEqual([])
    expect(report.warnings.map(({ code }) => code)).toContain('table_unread')
  })

  it('of cells as tall as the world is read as far as it goes', async () => {
    const table =
      '<table><tr><td>指标</td><td>数量</td></tr><tr><td rowspan="1000000000">受理</td><td>7</td></tr></table>'
    expect((await parseDocument(htmlWith(CAPTION, table))).indicators.map(({ value }) => value)).toEqual([7])
  })

  it.each([
    ['HTML', htmlWith(CAPTION, nested(100)), 1],
    ['DOCX', docxWith(CAPTION, nestedInWord(100)), 1],
  ])('nested a hundred times in %s gives its one figure', async (_, file, count) => {
    expect((await parseDocument(file)).indicators.length).toBe(count)
  })

  it.each([
    ['HTML', htmlWith(CAPTION, nested(200))],
    ['DOCX', docxWith(CAPTION, nestedInWord(200))],
  ])('nested two hundred times in %s is refused', async (_, file) => {
    await expect(parseDocument(file)).rejects.toMatchObject({ reason: 'too_complex' })
  })

  it('in a hundred thousand pieces takes no second looks', async () => {
    const { report } = await parseDocument(textWith(CAPTION, '甲类\t7\n说明\n'.repeat(100_000)))
    expect(report.warnings.length).toBeLessThan(200)
  })
})
