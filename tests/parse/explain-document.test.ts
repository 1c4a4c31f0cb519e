import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { explainDocument } from '../../shared/parse/explain-document.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { RefusalError } from '../../shared/report/refusal.ts'
import type { Indicator } from '../../shared/report/report.ts'
import type { Table } from '../../shared/tables/table.ts'
import type { Span } from '../../shared/text/span.ts'
import { htmlWith, RENDERINGS } from '../tables/render.ts'

const ROOT = join(import.meta.dirname, '../..')
const OWN = ['samples/reports/*', 'tests/reports/*.txt', 'tests/formats/fixtures/*.*']
const SHARED = ['../shared/reports/*.txt', '../shared/cases/*/report.*']
/** Files with one table each, in the formats that no test writes itself. */
const WITH_TABLE = ['libreoffice.doc', 'wps.wps', 'libreoffice.docx', 'chromium.pdf', 'ofdrw.ofd']

const filesOf = (patterns: readonly string[]) => globSync(patterns, { cwd: ROOT }).sort()
const read = (file: string) => readFileSync(join(ROOT, file))

/** What `parse` and `parse --explain` must agree on. */
const toCompare = ({ start, end, value, unit, role, bound, subject, code, scope, topic, period }: Compared) => ({
  ...{ start, end, value, unit, role, bound },
  ...{ subject, code, scope, topic, period },
})
type Compared = Omit<Indicator, 'ordinal' | 'section' | 'raw' | 'sentence' | 'partOf' | 'contradictions'>

/** The figures as they are parsed and as they are explained; both empty for a file that is refused. */
async function bothOf(file: Uint8Array) {
  try {
    const parsed = (await parseDocument(file)).indicators.map(toCompare)
    const { figures } = await explainDocument(file)
    const explained = figures.map(({ measurement, why }) => toCompare({ ...measurement, ...why.meaning }))
    return { parsed, explained, ofTables: figures.filter(({ origin }) => origin !== null).length }
  } catch (error) {
    if (error instanceof RefusalError) return { parsed: [], explained: [], ofTables: 0 }
    throw error
  }
}

if (!existsSync(join(ROOT, '../shared')))
  console.warn('explain-document.test.ts: the files of ../shared are skipped, because it is not there.')

describe('each figure that is parsed has one explanation, with the same value, code and scope', () => {
  it.each([...filesOf(OWN), ...filesOf(SHARED)])('in %s', async (file) => {
    const { parsed, explained } = await bothOf(read(file))
    expect(explained).toEqual(parsed)
  })

  it.each(WITH_TABLE)('in the table of %s', async (name) => {
    const { ofTables } = await bothOf(read(`tests/formats/fixtures/${name}`))
    expect(ofTables).toBeGreaterThan(5)
  })

  it.each(Object.entries(RENDERINGS))(
    'in a table in %s, with totals, parts, years, text and numbers that are left out',
    async (_, render) => {
      const rows = [
        ['事项', '单位', '2022年', '维持', '合计', '说明'],
        ['行政处罚', '件', '7', '8', '10', '全年召开3次会议'],
        ['其中：听证', '件', '1', '2', '3件', '第2次'],
        ['受理', '件', '12', '9.5', '12', '—'],
        ['合计', '件', '9', '9', '22', '办结22件'],
      ]
      const { parsed, explained, ofTables } = await bothOf(render('行政复议案件审结情况', rows))
      expect(explained).toEqual(parsed)
      expect(ofTables).toBeGreaterThan(10)
    },
  )
})

describe('of the numbers of a table', () => {
  const anyCell = fc.constantFrom(
    '12',
    '3件',
    '0.5',
    '2023',
    '96.2%',
    '5万元',
    '约7',
    '12(3)',
    '-4',
    '受理8件',
    '三项制度',
    '—',
    '',
  )
  const anyWords = fc.constantFrom('受理', '办结（件）', '金额（万元）', '率', '合计', '其中：甲', '2022年', '3件', '')
  const anySpan = fc.constantFrom('', '', '', '', ' colspan="2"', ' rowspan="2"')
  const td = (words: fc.Arbitrary<string>) => fc.tuple(anySpan, words).map(([span, said]) => `<td${span}>${said}</td>`)
  const anyTable = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([width, height]) => {
      const of = (cell: fc.Arbitrary<string>, count: number) => fc.array(cell, { minLength: count, maxLength: count })
      const row = fc.tuple(td(anyWords), of(td(anyCell), width)).map(([label, cells]) => label + cells.join(''))
      const header = of(td(anyWords), width + 1).map((cells) => cells.join(''))
      return fc.tuple(header, fc.array(row, { minLength: height, maxLength: height }))
    })
    .map(([header, rows]) => `<table>${[header, ...rows].map((row) => `<tr>${row}</tr>`).join('')}</table>`)

  /** Years say when, and count nothing. */
  const isNumber = (words: string) => /\d/.test(words) && !/^20\d\d年?$/.test(words)

  /** A table that could not be laid out has no cells. */
  const cellsOrWhole = (table: Table): readonly Span[] => (table.problem === null ? table.cells : [table])

  it('each is a figure or has a reason, and none is both', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const file = htmlWith('', table)
        const { text, figures, excluded } = await explainDocument(file)
        const { tables } = await readDocument(file)
        for (const cell of tables.flatMap(cellsOrWhole)) {
          const words = text.slice(cell.start, cell.end)
          const inside = ({ start, end }: Span) => start < cell.end && end > cell.start
          const found = figures.filter(({ measurement }) => inside(measurement)).length
          const isLeftOut = excluded.some(inside)
          if (isNumber(words)) expect([found, isLeftOut], words).toEqual(isLeftOut ? [0, true] : [1, false])
        }
      }),
    )
  })
})
