import { describe, expect, it } from 'vitest'
import { layOut, type RowCell } from '../../shared/tables/table.ts'

/** A cell of one character; its place in the text tells it apart. */
const cell = (start: number, given: Partial<RowCell> = {}): RowCell => ({
  start,
  end: start + 1,
  columns: 1,
  rows: 1,
  continues: false,
  ...given,
})
const WHOLE = { start: 0, end: 100 }
const placesOf = (...rows: RowCell[][]) =>
  layOut(rows, WHOLE).cells.map(({ start, row, column, rows, columns }) => [start, row, column, rows, columns])

describe('layOut', () => {
  it('puts cells behind those that reach down into their row', () => {
    const places = placesOf(
      [cell(0, { rows: 2 }), cell(1, { columns: 2 }), cell(2, { rows: 2 })],
      [cell(3), cell(4)],
      [cell(5), cell(6), cell(7), cell(8)],
    )

    expect(places).toEqual([
      [0, 0, 0, 2, 1],
      [1, 0, 1, 1, 2],
      [2, 0, 3, 2, 1],
      [3, 1, 1, 1, 1],
      [4, 1, 2, 1, 1],
      [5, 2, 0, 1, 1],
      [6, 2, 1, 1, 1],
      [7, 2, 2, 1, 1],
      [8, 2, 3, 1, 1],
    ])
  })

  it('lets a cell grow down over those that continue it', () => {
    const empty = cell(9, { end: 9, continues: true })
    expect(placesOf([cell(0), cell(1)], [empty, cell(2)], [empty, cell(3)])).toEqual([
      [0, 0, 0, 3, 1],
      [1, 0, 1, 1, 1],
      [2, 1, 1, 1, 1],
      [3, 2, 1, 1, 1],
    ])
  })

  it('leaves out columns that hold nothing', () => {
    const empty = cell(9, { end: 9 })
    expect(placesOf([cell(0), empty, cell(1, { columns: 2 })], [cell(2), empty, cell(3), cell(4)])).toEqual([
      [0, 0, 0, 1, 1],
      [1, 0, 1, 1, 2],
      [2, 1, 0, 1, 1],
      [3, 1, 1, 1, 1],
      [4, 1, 2, 1, 1],
    ])
  })

  it('cuts spans to the table', () => {
    const places = placesOf([cell(0, { columns: 1e9 })], [cell(1, { rows: 1e9 }), cell(2)])
    expect(places).toEqual([
      [0, 0, 0, 1, 2],
      [1, 1, 0, 1, 1],
      [2, 1, 1, 1, 1],
    ])
  })

  it.each([
    [
      'ragged rows',
      [
        [cell(0), cell(1), cell(2)],
        [cell(3), cell(4)],
      ],
      'different numbers of cells',
    ],
    ['columns without end', [[cell(0, { columns: 1e9 }), cell(1)]], 'more than 64 columns'],
    ['rows without end', Array.from({ length: 2001 }, () => [cell(0), cell(1)]), 'more than 2000 rows'],
    ['cells over each other', [[cell(0), cell(1, { rows: 2 })], [cell(2, { columns: 2 })]], 'lie over each other'],
  ])('does not guess at %s', (_, rows, problem) => {
    const table = layOut(rows, WHOLE)
    expect(table.problem).toContain(problem)
    expect(table.cells).toEqual([])
  })
})
