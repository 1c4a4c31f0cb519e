import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { RENDERINGS } from './render.ts'

const HEADERS = ['受理', '办结', '调解', '走访']
const LABELS = ['甲类', '乙类', '丙类', '丁类', '戊类']

const anyCell = fc.oneof(
  fc.nat({ max: 999_999 }).map(String),
  fc.nat({ max: 9 }).map(String),
  fc.nat({ max: 99 }).map((number) => `${number}件`),
  fc.nat({ max: 1000 }).map((number) => `${number / 10}%`),
  fc.constantFrom('1,204', '—', '0'),
)
const anyRows = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([columns, rows]) =>
    fc
      .array(fc.array(anyCell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
      .map((cells) => [['类别', ...HEADERS.slice(0, columns)], ...cells.map((row, at) => [LABELS[at]!, ...row])]),
  )

describe.each(Object.entries(RENDERINGS))('a table in %s', (_, render) => {
  it('gives no figure whose digits come from two cells, and none under the words of another row or column', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const { indicators, report } = await parseDocument(render('案件情况（单位：件）', rows))

        const [header, ...body] = rows
        const cells = new Map(
          body.flatMap(([label, ...numbers]) =>
            numbers.map((text, at) => [`${label}${header![at + 1]}`, text] as const),
          ),
        )
        for (const { subject, raw } of indicators) expect(raw).toBe(cells.get(subject))
        const stated = [...cells.values()].filter((text) => text !== '—')
        expect(indicators.length).toBe(stated.length)
        expect(report.warnings).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
