import { describe, expect, it } from 'vitest'
import { readPortals } from '../../shared/crawl/portals.ts'

const entry = { id: 'a', name: '甲', hosts: ['www.a.gov.cn'], lists: [{ url: 'https://www.a.gov.cn/fzzf/' }] }
const read = (changes: object) => readPortals(JSON.stringify({ portals: [{ ...entry, ...changes }] })).portals[0]!

describe('a region that is left out', () => {
  it.each([
    ['广州市花都区人民政府', '440114'],
    ['南京市鼓楼区人民政府门户网站', '320106'],
    ['重慶市開州區人民政府', '500154'],
    ['广东省', '440000'],
    ['鼓楼区人民政府', null],
    ['广州市鼓楼区人民政府', null],
    ['广州市司法局', null],
    ['攸县桐坝镇人民政府', null],
  ])('is that of the government that the name settles: %s', (name, code) => {
    expect(read({ name }).regionCode).toBe(code)
  })

  it('stays out if the entry says so', () => {
    expect(read({ name: '广州市花都区人民政府', regionCode: null }).regionCode).toBeNull()
  })
})

describe('the first year expected', () => {
  const yearsOf = (file: object) => readPortals(JSON.stringify(file)).portals.map(({ fromYear }) => fromYear)

  it('is that of the file where an entry has none', () => {
    expect(yearsOf({ fromYear: 2019, portals: [entry, { ...entry, id: 'b', fromYear: 2021 }] })).toEqual([2019, 2021])
    expect(yearsOf({ portals: [entry] })).toEqual([undefined])
  })
})

describe('a schedule', () => {
  it.each([
    'rate(1 day)',
    'rate(5 minutes)',
    'cron(0 9 * * ? *)',
    'cron(0/15 8-17 ? * MON-FRI *)',
    'cron(30 8 L * ? 2026)',
    'cron(0 9 ? JAN,JUL 6#3 *)',
  ])('may be %s', (schedule) => {
    expect(read({ schedule }).schedule).toBe(schedule)
  })

  it.each([
    'daily',
    'rate(0 days)',
    'rate(1 week)',
    'cron(0 9 * * *)',
    'cron(60 9 * * ? *)',
    'cron(0 9 * 13 ? *)',
    'cron(0 9 * * * *)',
    'cron(0 9 ? * ? *)',
    'cron(0/0 9 * * ? *)',
    'cron(0 17-8 * * ? *)',
  ])('is refused with its place: %s', (schedule) => {
    expect(() => read({ schedule })).toThrow(/^portals\.0\.schedule: must be rate/)
  })
})
