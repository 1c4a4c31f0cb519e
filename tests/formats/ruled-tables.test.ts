import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { drawTable, ruledOfd, ruledPdf, WAYS_TO_RULE } from './ruled.ts'

const cell = (...lines: string[]) => ({ lines })
const ROWS = [
  ['项目', '单位', '数量'],
  ['行政处罚案件', '件', '57'],
  [cell('行政执法人员', '（持执法证）'), '人', '38'],
  [cell('涉及企业的', '行政执法检查', '（含联合检查）'), '次', '412'],
  ['罚没金额', cell('万元', '（人民币）'), '6.3'],
  ['受理行政复议申请', '件', cell('9', '（含上年）')],
]
const TABLE = drawTable([9, 5, 6], ROWS, 80)

/** The cells of the only table, by row and column. */
async function gridOf(file: Buffer): Promise<string[][]> {
  const { text, tables } = await readDocument(file)
  expect(tables).toHaveLength(1)
  const [{ cells, height, width, problem }] = tables as [(typeof tables)[number]]
  expect(problem).toBeNull()
  const grid = Array.from({ length: height }, () => new Array<string>(width).fill(''))
  for (const { row, column, start, end } of cells) grid[row]![column] = text.slice(start, end)
  return grid
}

const GRID = [
  ['项目', '单位', '数量'],
  ['行政处罚案件', '件', '57'],
  ['行政执法人员（持执法证）', '人', '38'],
  ['涉及企业的行政执法检查（含联合检查）', '次', '412'],
  ['罚没金额', '万元（人民币）', '6.3'],
  ['受理行政复议申请', '件', '9（含上年）'],
]

describe('cells between rules are read whole', () => {
  it.each(WAYS_TO_RULE)('in PDF, drawn as %s', async (way) => {
    expect(await gridOf(ruledPdf([TABLE], way))).toEqual(GRID)
  })

  it('two figures in one cell are not one', async () => {
    const table = drawTable(
      [6, 4],
      [
        ['项目', '件数'],
        ['立案', cell('57', '41')],
      ],
      80,
    )
    expect((await gridOf(ruledPdf([table])))[1]).toEqual(['立案', '57 41'])
  })

  it('a figure that fills its narrow cell goes on below', async () => {
    const table = drawTable(
      [6, 2],
      [
        ['项目', '元'],
        ['罚没', cell('1234', '56')],
      ],
      80,
    )
    expect((await gridOf(ruledPdf([table])))[1]).toEqual(['罚没', '123456'])
  })

  it('sides that are left open count as drawn', async () => {
    const { rules, ...table } = drawTable([9, 5, 6], ROWS, 80)
    const inner = rules.filter(([x, , toX]) => x !== toX || (x > 70 && x < 270))
    expect(inner.length).toBeLessThan(rules.length)
    expect(await gridOf(ruledPdf([{ ...table, rules: inner }]))).toEqual(GRID)
  })

  it('words that are set apart in a cell are one cell', async () => {
    const table = drawTable(
      [9, 5],
      [
        ['项目', '件数'],
        ['合　　　计', '57'],
      ],
      80,
    )
    expect((await gridOf(ruledPdf([table])))[1]![1]).toBe('57')
  })

  it('in OFD', async () => {
    expect(await gridOf(ruledOfd(TABLE))).toEqual(GRID)
  })
})

describe('without rules, cells are put together by their places', () => {
  it.each([
    ['a name on two lines', ROWS.filter((_, at) => at !== 3)],
    ['a name on three lines', ROWS.slice(0, 4)],
    ['each on two lines', [ROWS[0]!, ROWS[2]!, ROWS[4]!, ROWS[5]!]],
  ])('%s', async (_, rows) => {
    const grid = GRID.filter((_, at) => rows.includes(ROWS[at]!))
    expect(await gridOf(ruledPdf([drawTable([9, 5, 6], rows, 80)], 'nothing'))).toEqual(grid)
  })

  it('two columns, of which each row has one on two lines', async () => {
    const rows = [
      ['项目', '件数'],
      [cell('行政处罚', '案件'), '57件'],
      ['行政复议', cell('9件', '（含上年）')],
    ]
    expect(await gridOf(ruledPdf([drawTable([8, 8], rows, 80)], 'nothing'))).toEqual([
      ['项目', '件数'],
      ['行政处罚案件', '57件'],
      ['行政复议', '9件（含上年）'],
    ])
  })
})

it('a name between the two rows of a tight header is no part of either', async () => {
  const header = [
    [
      { lines: ['项目'], rows: 2 },
      { lines: ['2022年'], columns: 2 },
      { lines: ['2023年'], columns: 2 },
    ],
    ['受理', '办结', '受理', '办结'],
  ]
  const { texts, ...table } = drawTable(
    [6, 6, 6, 6, 6],
    [...header, ['复议', '11', '9', '12', '10'], ['应诉', '5', '4', '7', '6']],
    80,
  )
  const tight = { ...table, texts: texts.map((one) => ({ ...one, y: 0.75 * one.y })) }
  expect((await readDocument(ruledPdf([tight], 'nothing'))).text).toContain(
    '2022年\t2023年\n项目\n受理\t办结\t受理\t办结\n',
  )
})

describe('merged cells stand in the rows and columns that they span', () => {
  const table = drawTable(
    [5, 6, 5, 5],
    [
      [
        { lines: ['类别'], columns: 2, rows: 2 },
        { lines: ['数量'], columns: 2 },
      ],
      ['2022年', '2023年'],
      [{ lines: ['行政', '执法'], rows: 2 }, '行政处罚', '31', '57'],
      ['行政检查', '388', '412'],
      [{ lines: ['应诉案件'], columns: 2 }, '4', '5'],
    ],
    80,
  )

  it.each([
    ['PDF', ruledPdf([table])],
    ['OFD', ruledOfd(table)],
  ])('in %s', async (_, file) => {
    const { text, tables } = await readDocument(file)
    const cells = tables[0]!.cells.map(({ start, end, row, column, rows, columns }) => [
      text.slice(start, end),
      row,
      column,
      rows,
      columns,
    ])
    expect(text.split('\n')).toContain('行政执法\t行政处罚\t31\t57')
    expect(cells).toEqual([
      ['类别', 0, 0, 2, 2],
      ['数量', 0, 2, 1, 2],
      ['2022年', 1, 2, 1, 1],
      ['2023年', 1, 3, 1, 1],
      ['行政执法', 2, 0, 2, 1],
      ['行政处罚', 2, 1, 1, 1],
      ['31', 2, 2, 1, 1],
      ['57', 2, 3, 1, 1],
      ['行政检查', 3, 1, 1, 1],
      ['388', 3, 2, 1, 1],
      ['412', 3, 3, 1, 1],
      ['应诉案件', 4, 0, 1, 2],
      ['4', 4, 2, 1, 1],
      ['5', 4, 3, 1, 1],
    ])
  })
})

it('a table goes on on the next page', async () => {
  const first = drawTable([9, 5, 6], ROWS.slice(0, 4), 640)
  const second = drawTable([9, 5, 6], ROWS.slice(4), 60)
  expect(await gridOf(ruledPdf([first, second]))).toEqual(GRID)
})

describe('rules that draw no table', () => {
  const lines = ['一、主要工作', '办理行政处罚案件57件，', '其中听证3件。']

  it('a frame around text', async () => {
    const table = drawTable([30], [[cell(...lines)]], 80)
    const { text, tables } = await readDocument(ruledPdf([table]))
    expect([text, tables]).toEqual([(await readDocument(ruledPdf([table], 'nothing'))).text, []])
  })

  it('cells that lay out text', async () => {
    const long = cell('一、主要工作', '办理行政处罚案件57件。', '二、存在问题', '执法力量不足。', '三、下步打算')
    const { text, tables } = await readDocument(ruledPdf([drawTable([8, 30], [['工作', long]], 80)]))
    expect([text, tables]).toEqual([['工作', ...long.lines].join('\n'), []])
  })
})
