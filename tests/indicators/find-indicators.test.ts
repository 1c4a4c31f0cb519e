import { describe, expect, it } from 'vitest'
import { findIndicators } from '../../shared/indicators/find-indicators.ts'
import { NO_TABLES } from '../../shared/indicators/tables/read-tables.ts'
import type { Section } from '../../shared/report/report.ts'
import { NOBODY } from './reporter.ts'

const TEXT = '全年检查3次。一、受理5件。(一)办结4件。(二)撤回1件。二、新增2人。'

function section(level: number, from: string, to: string | null): Section {
  const end = to === null ? TEXT.length : TEXT.indexOf(to)
  return { start: TEXT.indexOf(from), end, level, role: 'achievements', heading: null, topic: null }
}

describe('findIndicators', () => {
  it('numbers the figures and names the innermost section of each', () => {
    const sections = [
      section(1, '全年', '一、'),
      section(1, '一、', '二、'),
      section(2, '(一)', '(二)'),
      section(2, '(二)', '二、'),
      section(1, '二、', null),
    ]

    const found = findIndicators(TEXT, sections, NO_TABLES, NOBODY)

    expect(found.map(({ ordinal, raw, section }) => [ordinal, raw, section])).toEqual([
      [1, '3次', 0],
      [2, '5件', 1],
      [3, '4件', 2],
      [4, '1件', 3],
      [5, '2人', 4],
    ])
  })

  it('reads nothing outside the top-level sections', () => {
    expect(findIndicators(TEXT, [section(1, '一、', '二、')], NO_TABLES, NOBODY).map(({ raw }) => raw)).toEqual([
      '5件',
      '4件',
      '1件',
    ])
  })
})
