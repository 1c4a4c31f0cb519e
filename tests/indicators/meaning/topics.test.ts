import { expect, test } from 'vitest'
import { topicOf } from '../../../shared/catalogue/topics.ts'

test.each([
  ['(一)深化“放管服”改革,优化法治化营商环境', 'functions'],
  ['(二)健全依法行政制度体系,加强规范性文件管理', 'rulemaking'],
  ['(三)健全行政决策制度体系,提升决策公信力和执行力', 'decision'],
  ['(四)坚持严格规范公正文明执法', 'enforcement'],
  ['(五)健全突发事件应对体系', 'emergency'],
  ['(六)有效预防和化解社会矛盾纠纷', 'disputes'],
  ['(七)健全行政权力制约和监督体系,推进政务公开', 'oversight'],
  ['(八)健全法治政府建设科技保障体系,建设数字法治政府', 'digital'],
  ['(九)加强党的领导,完善法治政府建设推进机制', 'leadership'],
  ['(十)完善公共法律服务体系', 'legal_service'],
  ['(十一)深入开展普法宣传教育', 'publicity'],
  ['一、加强组织领导,增强法治意识', 'leadership'],
  ['(一)强化政治引领,夯实法治建设组织保障', 'leadership'],
  ['(二)坚持党对法治建设的统一领导', 'leadership'],
  ['二、坚持科学民主依法立法', 'rulemaking'],
])('the heading %s announces %s', (heading, topic) => {
  expect(topicOf(heading)).toBe(topic)
})

test('a heading that announces nothing has no topic', () => {
  expect(topicOf('二、存在的问题和不足')).toBeNull()
})
