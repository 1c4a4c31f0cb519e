import { describe, expect, it } from 'vitest'
import { repeatedShare } from '../../shared/readers/repeated-text.ts'
import { growth, LINEAR } from '../growth.ts'
import { townReport } from '../pipeline/reports.ts'

const REPORT = townReport({ cases: 12 })

describe('the share of a text that stands in another one', () => {
  it.each([
    ['all of a copy', REPORT, REPORT, 1],
    ['all of a copy with other figures', townReport({ cases: 999 }), REPORT, 1],
    [
      'all of a copy with other line breaks and marks',
      REPORT.replaceAll(',', '，').replaceAll('。', '。\n'),
      REPORT,
      1,
    ],
    ['nothing of another text', '本市组织开展行政执法人员资格考试工作。', REPORT, 0],
    ['nothing that can be said of headings', '一、主要工作\n二、存在的问题', REPORT, null],
    ['nothing that can be said of no text', '', REPORT, null],
  ])('is %s', (_, text, other, share) => {
    expect(repeatedShare(text, other)).toBe(share)
  })

  it('is by characters, not by sentences', () => {
    const kept = '基层执法力量仍显不足,干部学法的主动性有待提高。'
    const added = '新组建的综合行政执法队伍已全部到岗。'
    expect(repeatedShare(kept + added, REPORT)).toBeCloseTo(kept.length / (kept.length + added.length), 2)
  })

  it('takes time in proportion to the texts', () => {
    const text = (sentences: number) =>
      Array.from({ length: sentences }, (_, n) => `第${n}村全年调解各类纠纷案件若干件${'甲乙丙丁'[n % 4]}。`).join('')
    const work = (sentences: number) => {
      const [one, other] = [text(sentences), text(sentences + 1)]
      return () => repeatedShare(one, other)
    }
    expect(growth(work, 20_000)).toBeLessThan(LINEAR)
  })
})
