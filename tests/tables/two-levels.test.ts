import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { headerSpans } from '../../shared/tables/header-spans.ts'
import { MILLIMETRE, makeOfd, makePdf, ofdText, pdfText, SIZE, widthOf } from '../formats/paged.ts'

/** Cells of a table, each with the columns that it lies over: [text, first, last]. */
type Cells = readonly (readonly [string, number, number])[]

const COLUMN = 90
const LEAVES: Cells = [
  ['受理', 1, 1],
  ['审结', 2, 2],
  ['维持', 3, 3],
  ['新收', 4, 4],
]
const BODY: Cells[] = [
  [
    ['城管', 0, 0],
    ['11', 1, 1],
    ['9', 2, 2],
    ['7', 3, 3],
    ['4', 4, 4],
  ],
  [
    ['公安', 0, 0],
    ['122', 1, 1],
    ['20', 2, 2],
    ['8', 3, 3],
    ['6', 4, 4],
  ],
]

/** Pieces of text in the middle of their columns, with the lines' distances in points. */
function placed(rows: readonly { readonly cells: Cells; readonly y: number }[]) {
  return rows.flatMap(({ cells, y }) =>
    cells.map(([text, first, last]) => {
      const middle = 60 + COLUMN * ((first + last + 1) / 2)
      return { text, x: middle - (widthOf(text) / 4) * SIZE, y }
    }),
  )
}

const between = [
  {
    cells: [
      ['行政复议', 1, 3],
      ['诉讼', 4, 4],
    ] as Cells,
    y: 100,
  },
  { cells: [['类别', 0, 0]] as Cells, y: 110 },
  { cells: LEAVES, y: 120 },
  ...BODY.map((cells, row) => ({ cells, y: 140 + 20 * row })),
]
const onTop = [
  {
    cells: [
      ['类别', 0, 0],
      ['行政复议', 1, 3],
      ['诉讼', 4, 4],
    ] as Cells,
    y: 100,
  },
  { cells: LEAVES, y: 120 },
  ...BODY.map((cells, row) => ({ cells, y: 140 + 20 * row })),
]
const below = [
  {
    cells: [
      ['行政复议', 1, 3],
      ['诉讼', 4, 4],
    ] as Cells,
    y: 100,
  },
  { cells: [['类别', 0, 0], ...LEAVES] as Cells, y: 120 },
  ...BODY.map((cells, row) => ({ cells, y: 140 + 20 * row })),
]

const FORMATS = {
  pdf: (pieces: ReturnType<typeof placed>) => makePdf([pieces.map(({ text, x, y }) => pdfText(text, x, y)).join('\n')]),
  ofd: (pieces: ReturnType<typeof placed>) =>
    makeOfd([pieces.map(({ text, x, y }) => ofdText(text, x * MILLIMETRE, y * MILLIMETRE))]),
}

describe.each(Object.entries(FORMATS))('a table with a header of two levels in %s', (_, make) => {
  it.each([
    ['between them', between],
    ['in the upper one', onTop],
    ['in the lower one', below],
  ])('has its headings over their columns, with the name of the rows %s', async (_, rows) => {
    const { text, tables } = await readDocument(make(placed(rows)))

    const spans = tables.flatMap(({ cells }) =>
      cells.map(({ start, end, column, columns }) => [text.slice(start, end), column, column + columns - 1]),
    )
    expect(tables).toHaveLength(1)
    expect(tables[0]!.problem).toBeNull()
    expect(spans).toEqual(rows.flatMap(({ cells }) => cells))
  })

  it('is left unread if a heading stands between two groups', async () => {
    const unsure = [
      {
        cells: [
          ['行政复议', 1, 2],
          ['诉讼', 2, 3],
        ] as Cells,
        y: 100,
      },
      ...below.slice(1),
    ]
    const { tables } = await readDocument(make(placed(unsure)))

    expect(tables[0]?.problem).toBe('its cells do not stand in columns')
  })
})

describe('headerSpans', () => {
  const column = (at: number) => ({ left: at * 100 + 30, right: at * 100 + 70 })
  const heading = (middle: number) => ({ left: middle - 20, right: middle + 20 })
  const four = [0, 1, 2, 3].map(column)

  it.each([
    [
      'two and two',
      [100, 300],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'three and one',
      [150, 350],
      [
        [0, 2],
        [3, 3],
      ],
    ],
    [
      'all but the first',
      [150 + 50, 350],
      [
        [1, 2],
        [3, 3],
      ],
    ],
  ])('finds %s', (_, middles, spans) => {
    expect(headerSpans(middles.map(heading), four)).toEqual(spans.map(([first, last]) => ({ first, last })))
  })

  it.each([
    ['headings of one place', [150, 160]],
    ['a column left over at the end', [100, 250]],
  ])('does not guess with %s', (_, middles) => {
    expect(headerSpans(middles.map(heading), four)).toBeNull()
  })
})
