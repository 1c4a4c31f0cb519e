import { describe, expect, it } from 'vitest'
import { textColumns } from '../../shared/tables/text-columns.ts'

/** The cells of each table by row; a dot is an empty one. */
const tablesIn = (text: string) =>
  textColumns(text, []).map(({ cells, height, width, problem }) => {
    if (problem !== null) return problem
    const grid = Array.from({ length: height }, () => new Array<string>(width).fill('.'))
    for (const { row, column, start, end } of cells) grid[row]![column] = text.slice(start, end)
    return grid.map((row) => row.join(' '))
  })

describe('textColumns', () => {
  it.each([
    ['tabs', '前言\n指标\t数量\n受理\t12\n\n办结\t3件\n后记', [['指标 数量', '受理 12', '办结 3件']]],
    ['an empty cell between tabs', '指标\t去年\t今年\n受理\t\t12', [['指标 去年 今年', '受理 . 12']]],
    [
      'blanks',
      '指标    去年    今年\n受理      12       8\n办结              10',
      [['指标 去年 今年', '受理 12 8', '办结 . 10']],
    ],
    [
      'drawn bars',
      '┏━━━━┳━━━━┳━━━━┓\n┃指标┃去年┃今年┃\n┣━━━━╋━━━━╋━━━━┫\n┃ 受理 ┃    ┃ 12 ┃\n┣━━━━╋━━━━╋━━━━┫\n┃办结┃3 件┃10┃\n┗━━━━┻━━━━┻━━━━┛',
      [['指标 去年 今年', '受理 . 12', '办结 3 件 10']],
    ],
    ['bars of two tables', '│受理│12│\n└──┴──┘\n┌──┬──┐\n│办结│10│', [['受理 12'], ['办结 10']]],
    [
      'pipes, with a rule below the head',
      '| 指标 | 去年 | 今年 |\n|:-----|-----:|:----:|\n| 受理 | | 12 |\n| 办结 | 3 件 | 10 |',
      [['指标 去年 今年', '受理 . 12', '办结 3 件 10']],
    ],
    [
      'pipes in a frame of signs',
      '+------+----+\n| 指标 | 件 |\n+======+====+\n| 受理 | 12 |\n+------+----+\n| 办结 | 10 |\n+------+----+',
      [['指标 件', '受理 12', '办结 10']],
    ],
    [
      'pipes without those at the ends',
      '指标 | 件\n---- | ----\n受理 | 12\n办结 | 10',
      [['指标 件', '受理 12', '办结 10']],
    ],
    ['wide bars', '｜指标｜件｜\n｜受理｜12｜', [['指标 件', '受理 12']]],
    ['commas', '指标,单位,今年\n受理,件,12\n办结,件,10', [['指标 单位 今年', '受理 件 12', '办结 件 10']]],
    ['blanks over a rule', '指标    今年\n----    ----\n受理    12', [['指标 今年', '受理 12']]],
    ['one line of numbers', '责令履行    8    0.2%', [['责令履行 8 0.2%']]],
  ])('finds cells parted by %s', (_, text, tables) => {
    expect(tablesIn(text)).toEqual(tables)
  })

  it.each([
    ['a lone figure between blanks', '审查合同  26  份'],
    ['a signature', '某镇人民政府    2024年1月16日'],
    ['prose behind a tab', '1.\t全年受理案件12件。\n2.\t全年办结案件10件。'],
    ['prose in a frame', '┌────┐\n│全年受理案件12件│\n└────┘'],
    ['a line of labels', '来源：县政府 | 浏览：38次 | 字号：大 中 小'],
    ['lines with bars of different kinds', '首页 | 公开 | 12\n全年 | 立案\n检查 | 3'],
    ['lines with commas of prose', '其中,受理案件12件,办结10件\n其中,走访\n完毕'],
    ['words alone', '姓名    职务\n某某    主任'],
  ])('leaves %s to the prose', (_, text) => {
    expect(tablesIn(text)).toEqual([])
  })

  it.each([
    ['lines of different lengths', '指标\t去年\t今年\n受理\t12', 'its rows have different numbers of cells'],
    [
      'cells between the columns',
      '指标    去年    今年\n受理    12      8\n办结         10',
      'its lines do not stand in columns',
    ],
  ])('says of %s that nobody knows their columns', (_, text, problem) => {
    expect(tablesIn(text)).toEqual([problem])
  })
})
