import { describe, expect, it } from 'vitest'
import { unitLetters } from '../../shared/identity/unit-letters.ts'

describe('the letters of places in the name of a body', () => {
  it.each([
    ['甲市乙区教育局', ['市', '区']],
    ['甲市市场监督管理局', ['市']],
    ['市城市管理局', ['市']],
    ['市民政局', ['市']],
    ['市民族宗教事务局', ['市']],
    ['县域经济发展局', []],
    ['城市管理局', []],
    ['市场监督管理局', []],
    ['市政工程管理处', []],
    ['开发区建设局', []],
    ['甲县社区矫正管理局', ['县']],
  ])('%s: %j', (name, letters) => {
    expect(unitLetters(name).map(({ at }) => name[at])).toEqual(letters)
  })

  it.each([
    ['西藏自治区司法厅', 'province'],
    ['甲地区行政公署', 'prefecture'],
    ['甲盟乙旗人民政府', 'county'],
  ])('of %s end with one of a %s', (name, rank) => {
    expect(unitLetters(name).at(-1)?.rank).toBe(rank)
  })
})
