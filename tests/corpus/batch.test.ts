import { describe, expect, it } from 'vitest'
import { readBatch } from './batch.ts'

const line = (...columns: string[]) => columns.join('\t')

const source = (text: string, ...labels: string[]) =>
  [
    'Words before the first source are not read.',
    '=== x-01 | town, 2022 | annual report',
    text,
    '--- labels',
    ...labels,
    '',
  ].join('\n')

describe('reading a batch', () => {
  it('gives the text without marks, and each figure with what the table says of it', () => {
    const batch = source(
      '某镇2022年报告\n调解纠纷【40余宗】，其中镇调委会【1.2 万宗】。',
      line('40余宗', '40 宗', 'atLeast', 'mediation.accepted / -', '-', 'disputes', '调解纠纷'),
      line(
        '1.2 万宗',
        '12000 宗',
        'baseline earlier',
        'mediation.accepted',
        '镇调委会 / -',
        'disputes / functions',
        '调解',
      ),
    )

    const { sources, faults } = readBatch(batch)

    expect(faults).toEqual([])
    expect(sources).toEqual([
      {
        id: 'x-01',
        about: 'town, 2022, annual report',
        text: '某镇2022年报告\n调解纠纷40余宗，其中镇调委会1.2 万宗。',
        labels: [
          {
            before: '2年报告调解纠纷',
            raw: '40余宗',
            value: 40,
            unit: '宗',
            bound: 'atLeast',
            role: 'level',
            subject: '调解纠纷',
            code: 'mediation.accepted',
            codeAlt: [null],
            scope: null,
            topic: 'disputes',
          },
          {
            before: '宗，其中镇调委会',
            raw: '1.2 万宗',
            value: 12000,
            unit: '宗',
            bound: 'exact',
            role: 'baseline',
            period: 'earlier',
            subject: '调解',
            code: 'mediation.accepted',
            scope: '镇调委会',
            scopeAlt: null,
            topic: 'disputes',
            topicAlt: ['functions'],
          },
        ],
      },
    ])
  })

  it('says which of equal phrases is meant, also if another is not marked', () => {
    const batch = source(
      '一、全年共受理复议案件5件。二、全年共受理复议案件【5件】。',
      line('5件', '5 件', '-', '-', '-', 'disputes', '受理案件'),
    )
    expect(readBatch(batch).sources[0]?.labels).toMatchObject([{ before: '年共受理复议案件', nth: 2 }])
  })

  it.each([
    [
      'marks and lines that do not match',
      source('收到【5件】、【6件】。', line('5件', '5 件', '-', '-', '-', 'disputes', 'x')),
    ],
    [
      'another figure than the one marked',
      source('收到【5件】。', line('6件', '6 件', '-', '-', '-', 'disputes', 'x')),
    ],
    ['a column too few', source('收到【5件】。', line('5件', '5 件', '-', '-', '-', 'disputes'))],
    ['an unknown facet', source('收到【5件】。', line('5件', '5 件', 'weekly', '-', '-', 'disputes', 'x'))],
    ['three scopes', source('收到【5件】。', line('5件', '5 件', '-', '-', 'a / b / -', 'disputes', 'x'))],
    ['no table', '=== x-01 | town\n收到【5件】。\n'],
    ['a name given twice', source('无。').repeat(2)],
  ])('reports %s', (_, batch) => {
    expect(readBatch(batch).faults).toHaveLength(1)
  })
})
