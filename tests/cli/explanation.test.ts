import { expect, test } from 'vitest'
import { exclusionOf } from '../../infra/cli/explanation.ts'
import { type Excluded, measure } from '../../shared/indicators/measures/measure.ts'
import { whyOf } from '../indicators/meaning/marked-phrase.ts'

test('shows the words by their types, the parts, the row that won and its code', () => {
  const why = whyOf('全年受理行政复议案件【12件】')
  expect(why).toContain('12件  reconsideration.accepted 行政复议案件受理数')
  expect(why).toContain('sentence    全年受理行政复议案件【12件】')
  expect(why).toMatch(/受理 \[stage accept.*\] 行政复议案件 \[matter reconsideration.*\]/)
  expect(why).toContain('matter: 行政复议案件; stage: 受理; thing: not said')
  expect(why).toMatch(/why this code {3}the row "reconsideration \| .*accept.*" fits/)
  expect(why).toContain('why this scope  the whole: every word is explained')
})

test('names the words that make a figure a part, and those that the lexicon does not know', () => {
  expect(whyOf('城管执法立案【500宗】,其中一般程序立案【132宗】')).toContain(
    'why this scope  a part: 一般程序 stands in its own words',
  )
  expect(whyOf('蓝鲸湾镇受理行政复议案件【12件】')).toMatch(
    /a part: .*The lexicon does not know .*, and an unknown word limits/,
  )
})

test('says that a part without words of its own keeps the code of the figure before it', () => {
  expect(whyOf('受理行政复议案件【35件】,其中涉及土地征收【8件】')).toMatch(/\n8件 {2}reconsideration\.accepted/)
})

test('names the entries that come near a figure without a code, and what each of them lacks', () => {
  const why = whyOf('受理行政复议案件【12天】')
  expect(why).toContain('12天  no code')
  expect(why).toContain('no code: no row of the catalogue fits')
  expect(why).toMatch(/near: reconsideration\.accepted .* is not counted in this unit/)
})

test('says that a concept without a code is meant, and which code lost to it', () => {
  const why = whyOf('移送信访件【3件】')
  expect(why).toMatch(/no code: the row "petition .*" fits best .* concept that the catalogue leaves out/)
  expect(why).toMatch(/lost: enforcement\.transferred .*, by weight \d+ to \d+/)
})

test('says that a matter was named before the phrase', () => {
  expect(whyOf('收到行政复议申请【6件】,受理【5件】')).toContain('matter: said before, or by the heading; stage: 受理')
})

test('says why a number counts nothing', () => {
  const text = '第3次会议要求,落实三项制度,每年不少于2次学法,全年学法6次。'
  const excluded: Excluded[] = []
  measure(text, [{ start: 0, end: text.length, role: 'achievements' }], null, (one) => excluded.push(one))

  expect(excluded.map((one) => exclusionOf(text, one))).toEqual([
    '  第【3次】会议要求,落实三项制度,  ordinal',
    '  第3次会议要求,落实【三项】制度,每年不少于2次学法  three systems of enforcement',
    '  要求,落实三项制度,每年【不少于2次】学法,全年学法6次。  threshold that a rule sets',
  ])
})
