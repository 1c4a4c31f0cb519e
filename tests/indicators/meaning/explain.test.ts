import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { expect, test } from 'vitest'
import { CATALOGUE } from '../../../shared/catalogue/catalogue.ts'
import { explain } from '../../../shared/indicators/meaning/explain.ts'
import { measure } from '../../../shared/indicators/measures/measure.ts'
import type { Section } from '../../../shared/report/report.ts'
import { NOBODY } from '../reporter.ts'
import { explainPhrase, explainPhrases } from './marked-phrase.ts'

const EXAMPLES = CATALOGUE.flatMap(({ examples }) => examples)

test('Traditional script gets the codes that Simplified gets', () => {
  const traditional = Converter({ from: 'cn', to: 't' })
  for (const example of EXAMPLES)
    expect(explainPhrase(traditional(example)).code, traditional(example)).toBe(explainPhrase(example).code)
})

test.each([
  ['全镇调处矛盾纠纷【73宗】,其中镇调委会调处【40宗】', [null, '镇调委会']],
  ['城管执法立案【500宗】,其中一般程序立案【132宗】', [null, '一般程序']],
  // Windows and platforms serve too, so that one hall is a part.
  ['政务服务大厅办理业务【1440宗】', ['政务服务大厅']],
  ['微信公众号推送普法信息【36篇】', ['微信公众号']],
  ['检查药店【140家】', ['药店']],
  ['检查药店、餐馆等场所【140家次】', [null]],
  ['办理人大代表建议和政协提案【77件】', [null]],
  ['第一批赋权镇街执法事项【102项】', ['第一批']],
])('in %s the scopes are %j', (phrase, scopes) => {
  expect(explainPhrases(phrase).map(({ scope }) => scope)).toEqual(scopes)
})

test.each([
  ['一是共收到行政复议申请【6件】', '收到行政复议申请'],
  ['其中调解成功【70宗】', '调解成功'],
  ['行政机关负责人出庭应诉率达到【100%】', '行政机关负责人出庭应诉率'],
])('in %s the subject is %s', (phrase, subject) => {
  expect(explainPhrase(phrase).subject).toBe(subject)
})

test('what has no code takes its topic from its words, else from the heading', () => {
  expect(explainPhrase('为群众接种新冠疫苗【236人】', 'enforcement').topic).toBe('emergency')
  expect(explainPhrase('完成年度任务【109%】', 'enforcement').topic).toBe('enforcement')
})

test('every figure gets a meaning, whatever the text', () => {
  const words = fc.constantFrom(
    '行政复议',
    '(',
    ')',
    '《',
    '》',
    '其中',
    '、',
    '分别为',
    '和',
    ',',
    '。',
    '受理',
    '35件',
    '8',
    '%',
    '“',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      const whole: Section = { start: 0, end: text.length, level: 1, role: 'other', heading: null, topic: null }
      const measurements = measure(text, [whole], null)
      expect(explain(text, measurements, [whole], NOBODY)).toHaveLength(measurements.length)
    }),
  )
})
