import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publisherIdOf } from '../../shared/identity/publisher-id.ts'
import type { Level } from '../../shared/report/report.ts'

type Row = readonly [level: Level | null, issuer: string | null, regionCode: string | null, publisherId: string | null]

describe('the identity of a publisher', () => {
  it.each<Row>([
    // A government is its code, whatever its name.
    ['province', '广东省人民政府', '440000', '440000'],
    ['prefecture', '广州市人民政府办公厅', '440100', '440100'],
    ['county', '攸县人民政府', '430223', '430223'],
    ['county', null, '430223', '430223'],
    // Others have the name of the body, in one form, without the places that the code tells.
    ['township', '攸县桐坝镇人民政府', '430223', '430223/桐坝镇人民政府'],
    ['township', '湖南省株洲市攸县桐坝镇人民政府', '430223', '430223/桐坝镇人民政府'],
    ['township', '桐坝镇党委、政府', '430223', '430223/桐坝镇人民政府'],
    ['township', '桐坝鎮人民政府', '430223', '430223/桐坝镇人民政府'],
    ['township', '攸县 桐坝镇', '430223', '430223/桐坝镇人民政府'],
    ['township', '广州市花都区人民政府新华街道办事处', '440114', '440114/新华街道办事处'],
    ['township', '花都区新华街', '440114', '440114/新华街道办事处'],
    // A town that has its county's name keeps it.
    ['township', '泰和县泰和镇人民政府', '360826', '360826/泰和镇人民政府'],
    ['department', '株洲市攸县司法局', '430223', '430223/司法局'],
    ['department', '攸县人民政府办公室', '430223', '430223/人民政府办公室'],
    ['department', '长沙市人民政府国有资产监督管理委员会', '430100', '430100/国有资产监督管委会'],
    ['department', '枣庄市市中区司法局', '370402', '370402/司法局'],
    ['department', '市中区司法局', '370402', '370402/司法局'],
    ['zone', '平潭综合实验区管理委员会', '350128', '350128/平潭综合实验区管委会'],
    ['zone', '平潭综合实验区管委会', '350128', '350128/平潭综合实验区管委会'],
    // A former name of a place is the place.
    ['township', '北京市密云县古北口镇人民政府', '110118', '110118/古北口镇人民政府'],
    // A government of which only the city is known is not the city.
    ['county', '某县人民政府', '440100', '440100/某县人民政府'],
    ['county', null, '440100', null],
    // The level may not be known.
    [null, '攸县人民政府', '430223', '430223'],
    [null, '攸县桐坝', '430223', '430223/桐坝'],
    [null, null, '430223', null],
    // Nor the place.
    ['township', '桐坝镇政府', null, 'issuer:桐坝镇人民政府'],
    ['county', '某县人民政府', null, 'issuer:某县人民政府'],
    ['department', '国家税务总局', null, 'issuer:国家税务总局'],
    ['township', null, null, null],
    ['township', null, '430223', null],
    // It is part of keys: bounded, without the sign that parts them.
    ['department', `#${'甲'.repeat(500)}局`, '430223', `430223/${'甲'.repeat(100)}`],
  ])('of the level %s, %s, in %s, is %s', (level, issuer, regionCode, publisherId) => {
    expect(publisherIdOf({ level, issuer, regionCode })).toBe(publisherId)
  })

  it('of a township, zone or department is never its government', () => {
    const level = fc.constantFrom<Level>('township', 'zone', 'department')
    const issuer = fc.oneof(fc.string(), fc.constantFrom('攸县', '攸县人民政府', '株洲市', '人民政府'))
    fc.assert(
      fc.property(
        level,
        fc.option(issuer),
        fc.constantFrom('430223', '430200', '430000'),
        (level, issuer, regionCode) => {
          expect(publisherIdOf({ level, issuer, regionCode })).not.toBe(regionCode)
        },
      ),
    )
  })
})
