import { expect, test } from 'vitest'
import { addUp } from '../../../shared/indicators/checks/add-up.ts'
import { crossCheck } from '../../../shared/indicators/checks/cross-check.ts'
import { findIndicators } from '../../../shared/indicators/find-indicators.ts'
import { NO_TABLES } from '../../../shared/indicators/tables/read-tables.ts'
import type { Indicator, ReportFacts, Section, SectionRole } from '../../../shared/report/report.ts'
import { growth, LINEAR } from '../../growth.ts'
import { NOBODY } from '../reporter.ts'

const YEAR = 2023

/** What is found in a report on 2023 that has one part. */
function check(text: string, heading: string | null = null, role: SectionRole = 'achievements', title = '') {
  const sections: Section[] = [{ start: 0, end: text.length, level: 1, role, heading, topic: null }]
  const facts = { year: YEAR, title, sections } as unknown as ReportFacts
  return crossCheck(text, facts, findIndicators(text, sections, NO_TABLES, { ...NOBODY, year: YEAR }))
}

const warningsFor = (...args: Parameters<typeof check>) => check(...args).warnings
const codesFor = (text: string) => warningsFor(text).map(({ code }) => code)

test.each([
  ['全年受理矛盾纠纷120件,调解成功90件,成功率98%。', 'rate_contradicted'],
  ['12345热线受理诉求400件,办结300件,办结率99%。', 'rate_contradicted'],
  ['受理群众信访50件,办结30件,办结率90%以上。', 'rate_contradicted'],
  ['全年城管执法立案500宗,其中一般程序立案132宗,简易程序立案388宗。', 'parts_do_not_add_up'],
  ['办结行政复议案件20件,其中维持15件,撤销4件,调解结案6件。', 'parts_do_not_add_up'],
  ['收到行政复议申请30件,受理28件,不予受理5件。', 'parts_do_not_add_up'],
  ['办理法律援助案件320件。公共法律服务不断完善。法律援助中心办理法律援助案件302件。', 'two_values'],
])('%s is contradictory: %s', (text, code) => {
  expect(codesFor(text)).toEqual([code])
})

test.each([
  ['全年受理矛盾纠纷120件,调解成功118件,成功率98.3%。'],
  ['全年受理矛盾纠纷120件,调解成功118件,成功率98%以上。'],
  ['12345热线受理诉求400件,办结300件,按时办结率100%。'],
  ['全年城管执法立案500宗,其中一般程序立案132宗,简易程序立案368宗。'],
  ['全年城管执法立案500宗,其中一般程序立案132宗。'],
  ['办结行政复议案件20件,其中维持15件,撤销4件。'],
  ['收到行政复议申请30件,受理28件,不予受理2件。'],
  ['办理法律援助案件320件。其中农民工法律援助案件302件。'],
  ['检查生产经营单位320家次。检查生产经营单位300家次。'],
])('%s is not', (text) => {
  expect(codesFor(text)).toEqual([])
})

test('a warning stands where the contradiction does, and quotes both figures', () => {
  const text = '全年受理矛盾纠纷135宗,调解成功125宗,调解成功率为80%。'
  const [warning] = warningsFor(text)
  expect(text.slice(warning!.start, warning!.end)).toBe('80%')
  expect(warning!.message).toBe('125宗 of 135宗 is 92.6%, the report says 80%.')
})

test('if no full stop comes, only figures near each other are compared', () => {
  const withBetween = (words: string) => `全年受理矛盾纠纷135宗,${words}调解纠纷成功125宗,调解纠纷成功率为80%。`
  expect(codesFor(withBetween('加强排查,'))).toEqual(['rate_contradicted'])
  expect(codesFor(withBetween('加强排查,'.repeat(500)))).toEqual([])
})

test('forty thousand figures without a full stop are compared in linear time', () => {
  const piece = '调解成功125宗,'
  const indicator = { code: 'mediation.succeeded', scope: null, value: 125, unit: '宗', bound: 'exact', role: 'level' }
  const workOn = (pieces: number) => {
    const text = piece.repeat(pieces)
    const sentence = { start: 0, end: text.length }
    const indicators = Array.from({ length: pieces }, (_, n) => {
      const start = n * piece.length + 4
      return { ...indicator, raw: '125宗', subject: '调解成功', sentence, start, end: start + 4 } as Indicator
    })
    const facts = { year: YEAR, sections: [] } as unknown as ReportFacts
    return () => crossCheck(text, facts, indicators)
  }
  expect(growth(workOn, 40_000)).toBeLessThan(LINEAR)
})

test.each<[string, SectionRole, boolean]>([
  ['一、2022年法治政府建设情况', 'achievements', true],
  ['一、2023年法治政府建设情况', 'achievements', false],
  ['三、2024年工作计划', 'plans', false],
  ['三、2023年工作计划', 'plans', true],
  ['二、存在的问题', 'problems', false],
])('the year of the heading %s (%s) does not fit: %s', (heading, role, warned) => {
  expect(warningsFor(`${heading}\n持续推进。`, heading, role).map(({ code }) => code)).toEqual(
    warned ? ['year_does_not_fit'] : [],
  )
})

test.each([
  ['甲县2023年法治政府建设情况报告', []],
  ['甲县2022年法治政府建设情况报告', ['year_does_not_fit']],
])('a title of another year than the report is told: %s', (title, codes) => {
  expect(warningsFor('持续推进。', null, 'achievements', title).map(({ code }) => code)).toEqual(codes)
})

test('each figure says what speaks against it, and whose part it is', () => {
  const { indicators } = check('全年城管执法立案500宗,其中一般程序立案132宗,简易程序立案388宗。罚款3万元。')
  expect(indicators.map(({ raw, partOf, contradictions }) => [raw, partOf, contradictions])).toEqual([
    ['500宗', null, ['parts_do_not_add_up']],
    ['132宗', 1, ['parts_do_not_add_up']],
    ['388宗', 1, ['parts_do_not_add_up']],
    ['3万元', null, []],
  ])
})

test.each([
  [500, [132, 368], true],
  [500, [132, 388], false],
  [500, [132, 360], false],
  [500, [132], null],
  [0.3, [0.1, 0.2], true],
])('whether parts of %s add up: %j, %s', (total, parts, expected) => {
  const exact = (value: number) => ({ value, bound: 'exact' as const })
  expect(addUp(exact(total), parts.map(exact))).toBe(expected)
})

test('figures that are not exact have no sum', () => {
  expect(addUp({ value: 100, bound: 'atLeast' }, [{ value: 100, bound: 'exact' }])).toBeNull()
})
